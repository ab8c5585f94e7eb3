package amends.time;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import amends.shared.Refusal;
import amends.shared.Texts;
import amends.shared.Texts.Voice;
import java.time.DayOfWeek;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Locale;
import java.util.Random;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class ByWhenTest {
  private static final ZoneId LONDON = ZoneId.of("Europe/London");
  private static final Texts TEXTS = Texts.strict();
  private static final Voice T = TEXTS.voice(Locale.UK, LONDON);

  /** Tuesday 12 May 2026, 14:07 in London. */
  private static final Instant NOW = Instant.parse("2026-05-12T13:07:00Z");

  @ParameterizedTest
  @CsvSource({
    "today 17:00, 2026-05-12T17:00",
    "Today at 5pm, 2026-05-12T17:00",
    "17:00, 2026-05-12T17:00",
    "9:30, 2026-05-13T09:30",
    "noon, 2026-05-13T12:00",
    "tomorrow 10, 2026-05-13T10:00",
    "tomorrow noon, 2026-05-13T12:00",
    "Friday 10:00, 2026-05-15T10:00",
    "by Friday 10.30, 2026-05-15T10:30",
    "on fri 5 pm, 2026-05-15T17:00",
    "10:00 friday, 2026-05-15T10:00",
    "tuesday 15:00, 2026-05-12T15:00",
    "tuesday 10:00, 2026-05-19T10:00",
    "in 2 hours, 2026-05-12T16:07",
    "2h, 2026-05-12T16:07",
    "1 h 30 min, 2026-05-12T15:37",
    "in 2 days, 2026-05-14T14:07",
    "in 2 days 10:00, 2026-05-14T10:00",
    "in 1 week, 2026-05-19T14:07",
    "2026-05-14 10:00, 2026-05-14T10:00",
    "2026-05-14T10:00, 2026-05-14T10:00",
    "2026-05-14T10:00+02:00, 2026-05-14T09:00",
    "2026-05-14T10:00:00Z, 2026-05-14T11:00",
    "14 May 10:00, 2026-05-14T10:00",
    "14th of May 10, 2026-05-14T10:00",
    "May 14 10:00, 2026-05-14T10:00",
    "14 May 2026 10:00, 2026-05-14T10:00",
    "3 January 10:00, 2027-01-03T10:00",
    "in two hours, 2026-05-12T16:07",
    "end of next week, 2026-05-22T17:00",
    "tomorrow afternoon, 2026-05-13T17:00",
    "in two working days, 2026-05-14T17:00"
  })
  void readsWhatPeopleType(String typed, String local) {
    assertThat(ByWhen.read("by", typed, T, NOW).atZone(LONDON).toLocalDateTime())
        .hasToString(local);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "de|morgen 10 Uhr|2026-05-13T10:00",
        "de|Freitag 10:00|2026-05-15T10:00",
        "de|bis Freitag Mittag|2026-05-15T12:00",
        "de|heute um 17 Uhr|2026-05-12T17:00",
        "de|übermorgen 9:30|2026-05-14T09:30",
        "de|uebermorgen um 9.30 Uhr|2026-05-14T09:30",
        "de|14.5. 10 Uhr|2026-05-14T10:00",
        "de|15.12.2026 10:00|2026-12-15T10:00",
        "de|3. März 2027, 10 Uhr|2027-03-03T10:00",
        "de|in 2 Stunden|2026-05-12T17:07",
        "de|nächste Woche Montag 10 Uhr|2026-05-18T10:00",
        "fr|demain 10h|2026-05-13T10:00",
        "fr|vendredi 10h30|2026-05-15T10:30",
        "fr|vendredi à midi|2026-05-15T12:00",
        "fr|d'ici vendredi midi|2026-05-15T12:00",
        "fr|le 15/5 à 10h|2026-05-15T10:00",
        "fr|le 3 août à 10 h|2026-08-03T10:00",
        "fr|apres-demain 10h|2026-05-14T10:00",
        "fr|dans 2 heures|2026-05-12T17:07",
        "es|mañana a las 10|2026-05-13T10:00",
        "es|manana 10:00|2026-05-13T10:00",
        "es|viernes 10:00|2026-05-15T10:00",
        "es|el viernes a las 10:30|2026-05-15T10:30",
        "es|el 15/12 a las 10:00|2026-12-15T10:00",
        "es|dentro de 2 horas|2026-05-12T17:07"
      })
  void readsWhatColleaguesTypeInTheirLanguage(String language, String typed, String local) {
    ZoneId zone =
        ZoneId.of(
            switch (language) {
              case "de" -> "Europe/Berlin";
              case "fr" -> "Europe/Paris";
              default -> "Europe/Madrid";
            });
    Voice theirs = TEXTS.voice(Locale.of(language), zone);
    Instant meant = LocalDateTime.parse(local).atZone(zone).toInstant();
    assertThat(ByWhen.read("by", typed, theirs, NOW)).isEqualTo(meant);
  }

  @Test
  void writesAMomentAsItReadsIt() {
    Instant at = NOW.plus(Duration.ofDays(2)).plusSeconds(29);
    assertThat(ByWhen.typed(at, T)).isEqualTo("2026-05-14 14:07");
    assertThat(ByWhen.read("by", ByWhen.typed(at, T), T, NOW)).isEqualTo(at.minusSeconds(29));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "soonish",
        "shortly",
        "10",
        "25:00",
        "tomorrow 10:75",
        "31 February 10:00",
        "in two shakes",
        "2026-13-01 10:00",
        "friday friday 10:00",
        "13pm",
        "in 5 bananas",
        "…",
        "  "
      })
  void refusesWhatItCannotRead(String typed) {
    refused(typed, "time.refuse.unreadable");
  }

  @ParameterizedTest
  @ValueSource(strings = {"tomorrow", "Friday", "14 May", "2026-05-14"})
  void asksForTheTimeOfTheDay(String typed) {
    refused(typed, "time.refuse.no-time");
  }

  @Test
  void refusesWhatHasPassedOrLiesYearsAhead() {
    refused("today 9:00", "time.refuse.past");
    refused("2026-05-12 14:07", "time.refuse.past");
    refused("in 0 hours", "time.refuse.past");
    refused("2031-05-12 14:07", "time.refuse.far");
  }

  @Test
  void readsEachMomentOfAYearAsItIsWrittenInPlainForms() {
    Random dice = new Random(7);
    for (int i = 0; i < 1_000; i++) {
      LocalDate day = LocalDate.of(2026, 5, 13).plusDays(dice.nextInt(360));
      LocalTime time = LocalTime.of(4 + dice.nextInt(20), dice.nextInt(60));
      Instant at = day.atTime(time).atZone(LONDON).toInstant();
      for (String form :
          List.of("yyyy-MM-dd HH:mm", "d MMMM yyyy HH:mm", "d MMM HH:mm", "MMMM d HH:mm")) {
        String typed = DateTimeFormatter.ofPattern(form, Locale.UK).format(day.atTime(time));
        assertThat(ByWhen.read("by", typed, T, NOW)).as(typed).isEqualTo(at);
      }
    }
  }

  @Test
  void whateverIsTypedIsReadAheadOrRefusedWithASentence() {
    Random dice = new Random(11);
    List<String> bits =
        List.of(
            "in", "2", "10", "today", "fri", "may", "14", ":", "10:00", "pm", "h", "-", "2026",
            "at", "99999", "…");
    for (int i = 0; i < 3_000; i++) {
      StringBuilder typed = new StringBuilder();
      for (int n = dice.nextInt(5); n >= 0; n--) {
        typed.append(bits.get(dice.nextInt(bits.size()))).append(dice.nextBoolean() ? " " : "");
      }
      try {
        assertThat(ByWhen.read("by", typed.toString(), T, NOW)).as(typed.toString()).isAfter(NOW);
      } catch (Refusal refusal) {
        assertThat(T.say(refusal.key(), refusal.args())).isNotBlank();
      }
    }
  }

  @Test
  void offersMomentsThatItReadsItselfAndThatTheOfficeWorks() {
    List<Hours> week =
        Stream.of(DayOfWeek.values()).limit(5).map(day -> Hours.of(day, 9, 17)).toList();
    WorkingCalendar office = new WorkingCalendar(LONDON, week, Set.of());
    Instant thursday = NOW.plus(Duration.ofDays(2));
    assertThat(ByWhen.offers(office, T, thursday))
        .allSatisfy(offer ->
            assertThat(ByWhen.read("by", offer.typed(), T, thursday)).isEqualTo(offer.at()))
        .extracting(ByWhen.Offer::typed)
        .containsExactly("in 2 hours", "today 17:00", "tomorrow 10:00", "2026-05-18 10:00");
  }

  /** The clocks change, days are skipped over in spring: what is offered is what would be read. */
  @Test
  void offersWhatItWouldReadAtAnyHourOfTheYear() {
    for (String zone : List.of("Europe/London", "America/St_Johns", "Pacific/Apia")) {
      Voice there = TEXTS.voice(Locale.UK, ZoneId.of(zone));
      WorkingCalendar office = WorkingCalendar.office(ZoneId.of(zone));
      for (int hours = 0; hours < 366 * 24; hours += 7) {
        Instant now = NOW.plus(Duration.ofHours(hours));
        assertThat(ByWhen.offers(office, there, now))
            .as(zone + " " + now)
            .allSatisfy(offer ->
                assertThat(ByWhen.read("by", offer.typed(), there, now)).isEqualTo(offer.at()));
      }
    }
  }

  private static void refused(String typed, String key) {
    assertThatThrownBy(() -> ByWhen.read("by", typed, T, NOW))
        .isInstanceOfSatisfying(
            Refusal.class,
            refusal -> {
              assertThat(refusal.key()).isEqualTo(key);
              assertThat(refusal.field()).isEqualTo("by");
            });
  }
}
