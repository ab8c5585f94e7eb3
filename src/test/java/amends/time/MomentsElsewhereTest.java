package amends.time;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** Moments as they are said in German, French and Spanish, on a Tuesday afternoon. */
class MomentsElsewhereTest {
  private static final ZoneId ZONE = ZoneId.of("Europe/Berlin");
  private static final Instant NOW = Instant.parse("2026-05-12T12:00:00Z");

  private static final String GERMAN =
      """
      Wir rufen Sie bis Freitag 12 Uhr an.|2026-05-15T12:00
      Sie hören bis morgen Mittag von uns.|2026-05-13T12:00
      Wir melden uns heute um 16:30 Uhr.|2026-05-12T16:30
      Sie bekommen innerhalb von zwei Stunden eine Antwort.|2026-05-12T16:00
      In drei Tagen ist das Teil bei Ihnen.|2026-05-15T14:00
      Wir antworten innerhalb von zwei Arbeitstagen.|2026-05-14T17:00
      Der Monteur kommt am 14. Mai um 9 Uhr.|2026-05-14T09:00
      Der Monteur kommt am Donnerstag, den 14. Mai um halb drei.|2026-05-14T14:30
      Bis zum 15.5.2026 haben Sie Ihr Geld.|2026-05-15
      Wir schreiben Ihnen bis Ende der Woche.|2026-05-15
      Bis Geschäftsschluss wissen wir mehr.|2026-05-12T17:00
      Wir kommen übermorgen zwischen 9 und 12 Uhr.|2026-05-14T12:00
      Bis Ende Mai ist alles gut.|2026-05
      In einer halben Stunde rufen wir an.|2026-05-12T14:30
      Wir melden uns in Kürze.|
      Ich habe letzten Freitag bestellt.|
      Vor zwei Wochen kam das Paket.|
      Guten Morgen, vielen Dank.|
      In den nächsten Tagen hören Sie von uns.|
      Sie warten seit drei Wochen.|
      """;

  private static final String FRENCH =
      """
      Nous vous appelons vendredi à midi.|2026-05-15T12:00
      Vous aurez une réponse avant demain 10 h.|2026-05-13T10:00
      Nous vous rappelons aujourd'hui à 16h30.|2026-05-12T16:30
      Vous recevrez une réponse dans deux heures.|2026-05-12T16:00
      Nous répondons sous deux jours ouvrés.|2026-05-14T17:00
      Le technicien vient le 14 mai à 9 heures.|2026-05-14T09:00
      Le technicien vient jeudi 14 mai entre 9 et 12 heures.|2026-05-14T12:00
      Vous serez remboursé d'ici la fin de la semaine.|2026-05-15
      Nous revenons vers vous après-demain.|2026-05-14
      Vous aurez le colis dans trois jours.|2026-05-15T14:00
      Nous vous écrirons dans une demi-heure.|2026-05-12T14:30
      Nous revenons vers vous prochainement.|
      J'ai commandé il y a deux semaines.|
      La semaine dernière rien n'est arrivé.|
      J'attends depuis trois jours.|
      """;

  private static final String SPANISH =
      """
      Le llamamos el viernes a las 12:00.|2026-05-15T12:00
      Tendrá una respuesta antes de mañana a las 10 h.|2026-05-13T10:00
      Le llamamos hoy a las 16:30.|2026-05-12T16:30
      Recibirá una respuesta en dos horas.|2026-05-12T16:00
      Respondemos en un plazo de dos días laborables.|2026-05-14T17:00
      El técnico va el 14 de mayo a las 9 h.|2026-05-14T09:00
      El técnico va pasado mañana entre las 9 y las 12 horas.|2026-05-14T12:00
      Le escribimos dentro de tres días.|2026-05-15T14:00
      Le llamamos en media hora.|2026-05-12T14:30
      Sabrá más antes de fin de mes.|2026-05
      Le responderemos en breve.|
      Lo pedí hace dos semanas.|
      La semana pasada no llegó nada.|
      Espero desde hace tres días.|
      """;

  @Test
  void german() {
    assertThat(wrong(GERMAN, Locale.GERMAN)).isEmpty();
  }

  @Test
  void french() {
    assertThat(wrong(FRENCH, Locale.FRENCH)).isEmpty();
  }

  @Test
  void spanish() {
    assertThat(wrong(SPANISH, Locale.of("es"))).isEmpty();
  }

  private static List<String> wrong(String said, Locale locale) {
    List<String> wrong = new ArrayList<>();
    for (String line : said.strip().lines().map(String::strip).toList()) {
      String[] parts = line.split("\\|", -1);
      List<Moment> found = Moments.in(parts[0], locale, NOW, ZONE, WorkingCalendar.office(ZONE));
      String due = found.isEmpty() ? "" : local(found.getLast().due());
      if (parts[1].isEmpty() ? !due.isEmpty() : !due.startsWith(parts[1])) {
        wrong.add(line + " gave " + due + " from " + found.stream().map(Moment::words).toList());
      }
    }
    return wrong;
  }

  private static String local(@Nullable Instant due) {
    return due == null ? "" : LocalDateTime.ofInstant(due, ZONE).toString();
  }
}
