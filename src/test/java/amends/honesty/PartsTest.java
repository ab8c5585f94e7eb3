package amends.honesty;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Which part of an apology a sentence is, in German, French and Spanish. */
class PartsTest {
  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '"',
      value = {
        "regret | Es tut uns sehr leid, dass Sie so lange gewartet haben.",
        "regret | Ich bitte um Entschuldigung für die falsche Rechnung.",
        "responsibility | Das war unser Fehler, und wir stehen dafür gerade.",
        "responsibility | Wir hätten Sie anrufen müssen.",
        "explanation | Das Paket blieb liegen, weil die Anschrift falsch gedruckt war.",
        "repair | Wir überweisen Ihnen heute die 40 Euro.",
        "repair | Sie bekommen kostenlos ein neues Gerät.",
        "prevention | Seit Montag wird jede Adresse zweimal geprüft.",
        "empathy | Ich verstehe, wie ärgerlich das für Sie gewesen sein muss.",
        "empathy | Ihr Ärger ist nachvollziehbar.",
        "safety | Benutzen Sie das Gerät bitte nicht mehr.",
        "regret | Nous sommes désolés pour cette longue attente.",
        "regret | Je vous présente mes excuses pour le retard.",
        "responsibility | C'est notre erreur et nous en assumons la responsabilité.",
        "responsibility | Nous aurions dû vous appeler lundi.",
        "explanation | Le colis est resté au dépôt parce que l'adresse était fausse.",
        "repair | Nous vous remboursons aujourd'hui les 40 euros.",
        "prevention | Désormais chaque adresse est vérifiée deux fois.",
        "empathy | Nous comprenons à quel point cela a dû être pénible pour vous.",
        "safety | N'utilisez plus l'appareil et débranchez-le.",
        "regret | Lo sentimos mucho y le pedimos disculpas por la espera.",
        "responsibility | Fue un error nuestro: deberíamos haber llamado el lunes.",
        "explanation | El paquete se quedó en el almacén porque la dirección estaba mal.",
        "repair | Le devolvemos hoy los 40 euros en su cuenta.",
        "prevention | A partir de ahora cada dirección se comprueba dos veces.",
        "empathy | Entiendo lo frustrante que ha debido de ser para usted.",
        "safety | No utilice el aparato y desenchufe el cable."
      })
  void isKnownByItsWords(String part, String sentence) {
    assertThat(HonestWords.part(part, sentence)).contains(sentence);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '"',
      value = {
        "regret | Ihr Paket ist heute Morgen in Leipzig angekommen.",
        "responsibility | Das ist nicht unser Fehler, die Post hat es verloren.",
        "empathy | Wir haben die Rechnung geprüft und der Betrag ist richtig.",
        "regret | Votre colis est arrivé ce matin au dépôt de Lyon.",
        "empathy | Nous avons vérifié la facture et le montant est juste.",
        "regret | Su paquete ha llegado esta mañana al almacén de Sevilla.",
        "empathy | Hemos comprobado la factura y el importe es correcto."
      })
  void isNotTakenFromWordsThatSayNothingOfTheKind(String part, String sentence) {
    assertThat(HonestWords.part(part, sentence)).isEmpty();
  }

  /** The steps of English letters are known by words of their own. */
  @Test
  void englishIsLeftToItsOwnWords() {
    assertThat(HonestWords.part("regret", "We are sorry for the wait and for the noise."))
        .isEmpty();
  }
}
