package amends.honesty;

import static org.assertj.core.api.Assertions.assertThat;

import amends.shared.Texts;
import java.time.Instant;
import java.time.ZoneId;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** A letter says what happens next, also where it is not English. Tuesday 12 May 2026 in Berlin. */
class WhatHappensNextTest {
  private static final ZoneId BERLIN = ZoneId.of("Europe/Berlin");
  private static final Instant NOW = Instant.parse("2026-05-12T13:07:00Z");

  private static final String GERMAN =
      "Guten Tag Frau Lind, danke für Ihren Brief über die Maschine. Wir haben ihn gelesen, und der"
          + " Kollege in der Werkstatt hat sich die Bilder angesehen, die Sie uns geschickt haben."
          + " Die Klemme hinten war locker, und darum stand das Wasser auf dem Boden in der Küche.";
  private static final String FRENCH =
      "Bonjour Madame Lind, merci pour votre lettre au sujet de la machine. Nous avons bien lu ce"
          + " que vous nous dites, et le collègue de l'atelier a regardé les photos que vous avez"
          + " envoyées. Le collier à l'arrière est mal serré, et c'est pour cela que l'eau a coulé.";
  private static final String SPANISH =
      "Estimada señora Lind, gracias por su carta sobre la máquina. Hemos leído lo que usted nos"
          + " cuenta, y el compañero del taller ha mirado con calma las fotos que nos ha enviado."
          + " La abrazadera de detrás estaba floja, y por eso había agua en el suelo de la cocina.";

  private static List<Kind> kinds(String text, String language) {
    Locale locale = Locale.forLanguageTag(language);
    return new HonestWords(Texts.strict().voice(locale, BERLIN), List.of(), Optional.empty())
        .check(DraftText.alone(text, locale, BERLIN, NOW)).stream().map(Finding::kind).toList();
  }

  private static String letter(String language) {
    return switch (language) {
      case "de" -> GERMAN;
      case "fr" -> FRENCH;
      default -> SPANISH;
    };
  }

  @ParameterizedTest
  @CsvSource({"de", "fr", "es"})
  void whereNothingIsSaidOfItThatIsFound(String language) {
    assertThat(kinds(letter(language), language)).containsExactly(Kind.NO_NEXT);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '"',
      value = {
        "de | Sie hören von mir bis Freitag um 17 Uhr.",
        "de | Der Monteur ist am 19. Mai um 9 Uhr bei Ihnen.",
        "de | Von uns kommt nichts mehr, es sei denn, Sie schreiben noch einmal.",
        "de | Damit ist die Sache für uns abgeschlossen.",
        "fr | Je vous écris avant vendredi à 17 heures.",
        "fr | Le technicien passe chez vous le 19 mai à 9 h.",
        "fr | Vous n'avez plus rien à faire.",
        "fr | Nous n'enverrons rien de plus, sauf si vous nous écrivez.",
        "es | Le escribo antes del viernes a las 17:00.",
        "es | El técnico pasa por su casa el 19 de mayo a las 9:00.",
        "es | No tiene que hacer nada.",
        "es | No recibirá nada más, salvo que nos escriba."
      })
  void aMomentOrAnEndSaysIt(String language, String next) {
    assertThat(kinds(letter(language) + " " + next, language)).doesNotContain(Kind.NO_NEXT);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '"',
      value = {
        "de | Der Monteur war am Montag in der Werkstatt.",
        "fr | Le technicien connaît bien ce modèle.",
        "es | El técnico conoce bien este modelo."
      })
  void whatIsPastOrWithoutAMomentDoesNotSayIt(String language, String said) {
    assertThat(kinds(letter(language) + " " + said, language)).contains(Kind.NO_NEXT);
  }

  /** In a language without rules of its own it would be a guess. */
  @Test
  void inOtherLanguagesNothingIsAskedFor() {
    String dutch =
        "Geachte mevrouw Lind, dank voor uw brief over de wasmachine. Wij hebben uw verhaal goed"
            + " gelezen, terwijl onze collega in onze werkplaats uw foto's rustig heeft bekeken."
            + " De klem achterop zat los, zodat er water over uw vloer liep in uw mooie keuken.";
    assertThat(kinds(dutch, "nl")).doesNotContain(Kind.NO_NEXT);
  }
}
