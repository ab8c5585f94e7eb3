package amends.time;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.DayOfWeek;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Random;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Said on Tuesday 12 May 2026 at 14:07 in London; Friday 22 May is a holiday. */
class MomentsTest {
  private static final ZoneId LONDON = ZoneId.of("Europe/London");
  private static final Instant NOW = Instant.parse("2026-05-12T13:07:00Z");
  private static final WorkingCalendar OFFICE =
      new WorkingCalendar(
          LONDON,
          Stream.of(DayOfWeek.values()).limit(5).map(day -> Hours.of(day, 9, 17)).toList(),
          Set.of(LocalDate.of(2026, 5, 22)));

  private static List<Moment> in(String text) {
    return Moments.in(text, Locale.ENGLISH, NOW, LONDON, OFFICE);
  }

  private static String due(String text) {
    List<Moment> found = in(text);
    assertThat(found).as(text).hasSize(1);
    return local(found.getFirst().due());
  }

  private static String local(@Nullable Instant at) {
    return Objects.requireNonNull(at).atZone(LONDON).toLocalDateTime().toString();
  }

  @ParameterizedTest
  @CsvSource({
    "by Friday noon, 2026-05-15T12:00",
    "in two working days, 2026-05-14T17:00",
    "within nine business days, 2026-05-26T17:00",
    "end of this week, 2026-05-15T17:00",
    "within the hour, 2026-05-12T15:07",
    "in an hour and a half, 2026-05-12T15:37",
    "in half an hour, 2026-05-12T14:37",
    "in 2 weeks' time, 2026-05-26T14:07",
    "within 24 hours, 2026-05-13T14:07",
    "by 5, 2026-05-12T17:00",
    "by 5pm tomorrow, 2026-05-13T17:00",
    "no later than 3 pm, 2026-05-12T15:00",
    "half past three, 2026-05-12T15:30",
    "at 3 in the afternoon, 2026-05-12T15:00",
    "quarter to five this afternoon, 2026-05-12T16:45",
    "by 9 tonight, 2026-05-12T21:00",
    "at 9 tomorrow morning, 2026-05-13T09:00",
    "17h30, 2026-05-12T17:30",
    "noon UTC, 2026-05-13T13:00",
    "5 pm CET on Friday, 2026-05-15T16:00",
    "2026-05-14T10:00:00Z, 2026-05-14T11:00",
    "2026-05-14T10:00:00+02:00, 2026-05-14T09:00",
    "by May 20th at 10:30, 2026-05-20T10:30",
    "by 3 March, 2027-03-03T17:00",
    "by Friday the 29th of May, 2026-05-29T17:00",
    "close of business, 2026-05-12T17:00",
    "COB Friday, 2026-05-15T17:00",
    "before we close today, 2026-05-12T17:00",
    "before the weekend, 2026-05-15T17:00",
    "before Thursday, 2026-05-13T17:00",
    "by the end of May, 2026-05-31T17:00",
    "by the middle of next week, 2026-05-20T17:00",
    "by June, 2026-06-01T17:00",
    "by Christmas, 2026-12-25T17:00",
    "by New Year's Eve, 2026-12-31T17:00",
    "by Monday week, 2026-05-25T17:00",
    "by lunchtime tomorrow, 2026-05-13T12:00",
    "this time tomorrow, 2026-05-13T14:07",
    "on or before 1 June, 2026-06-01T17:00",
    "by the next working day, 2026-05-13T17:00",
    "next business day by 10, 2026-05-13T10:00",
    "at midnight, 2026-05-13T00:00",
    "90 minutes, 2026-05-12T15:37"
  })
  void readsByWhenSomethingIsDue(String words, String local) {
    assertThat(due(words)).isEqualTo(local);
  }

  @ParameterizedTest
  @CsvSource({
    "between 2 and 4 pm on Thursday, 2026-05-14T14:00, 2026-05-14T16:00",
    "2-4pm, 2026-05-12T14:00, 2026-05-12T16:00",
    "tomorrow between 8 and noon, 2026-05-13T08:00, 2026-05-13T12:00",
    "Friday morning, 2026-05-15T09:00, 2026-05-15T12:00",
    "first thing tomorrow, 2026-05-13T09:00, 2026-05-13T10:00",
    "this afternoon, 2026-05-12T13:00, 2026-05-12T17:00",
    "later today, 2026-05-12T14:07, 2026-05-12T17:00",
    "next Friday, 2026-05-22T09:00, 2026-05-22T17:00",
    "a week on Friday, 2026-05-22T09:00, 2026-05-22T17:00",
    "next week, 2026-05-18T09:00, 2026-05-22T17:00",
    "early next week, 2026-05-18T09:00, 2026-05-19T17:00",
    "after the weekend, 2026-05-18T09:00, 2026-05-18T17:00",
    "in June, 2026-06-01T09:00, 2026-06-30T17:00",
    "the last Friday of the month, 2026-05-29T09:00, 2026-05-29T17:00",
    "within 3-5 business days, 2026-05-15T17:00, 2026-05-19T17:00",
    "in a day or two, 2026-05-13T14:07, 2026-05-14T14:07",
    "10–14 June, 2026-06-10T09:00, 2026-06-14T17:00"
  })
  void readsStretchesOfTime(String words, String from, String to) {
    Moment found = in(words).getFirst();
    assertThat(found.words()).isEqualTo(words);
    assertThat(local(found.from())).isEqualTo(from);
    assertThat(local(found.to())).isEqualTo(to);
    assertThat(found.due()).isEqualTo(found.to());
  }

  @Test
  void whatOnlyBeginsIsNotDue() {
    Moment found = in("from Monday").getFirst();
    assertThat(found.due()).isNull();
    assertThat(local(found.from())).isEqualTo("2026-05-18T09:00");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "shortly",
        "as soon as possible",
        "in due course",
        "in a minute",
        "in a few days",
        "soon",
        "at your earliest convenience",
        "at the moment",
        "one day",
        "24/7",
        "24 hours a day",
        "every 30 minutes",
        "two days ago",
        "last Friday",
        "before 1 pm today",
        "this morning at 9",
        "it took 3 days",
        "delayed by two days",
        "a 2 hour delay",
        "by 5 people",
        "the 3rd time",
        "we received your parcel on Monday",
        "your order of 14 May 2025",
        "you may call us",
        "our ref 2026-0412",
        "call 020 7946 0958",
        "page 4 of 10",
        "within two days of receiving it",
        "May",
        "31 February"
      })
  void vagueWordsAndWhatHasBeenAreNoMoments(String words) {
    assertThat(in(words)).isEmpty();
  }

  @Test
  void findsThemInALetterWithTheirPlaces() {
    String letter =
        "Thank you for calling on Monday. I will ring you on Thursday 2pm or Friday morning, and"
            + " the part is here by 20 May.";
    List<Moment> found = in(letter);
    assertThat(found)
        .extracting(Moment::words)
        .containsExactly("on Thursday 2pm", "Friday morning", "by 20 May");
    assertThat(found)
        .allSatisfy(m -> assertThat(letter.substring(m.start(), m.end())).isEqualTo(m.words()));
  }

  @Test
  void nothingItFindsHasPassedAndNothingOverlaps() {
    List<String> pieces =
        List.of(
            "by",
            "before",
            "in",
            "on",
            "at",
            "5",
            "10:30",
            "pm",
            "Friday",
            "next",
            "week",
            "the",
            "end of",
            "two",
            "working days",
            "May",
            "14th",
            "tomorrow",
            "morning",
            "and",
            "to",
            "-",
            "last",
            "between",
            ",",
            "noon",
            "half",
            "past",
            "weekend",
            "of",
            "a",
            "hour",
            "31",
            "/");
    Random chance = new Random(20_260_512);
    for (int i = 0; i < 2_000; i++) {
      StringBuilder text = new StringBuilder();
      for (int n = 0; n < 12; n++) {
        text.append(pieces.get(chance.nextInt(pieces.size()))).append(' ');
      }
      int last = 0;
      for (Moment moment : in(text.toString())) {
        assertThat(moment.start()).as(text.toString()).isGreaterThanOrEqualTo(last);
        assertThat(moment.due() == null ? moment.from() : moment.due())
            .as(text.toString())
            .isAfter(NOW);
        last = moment.end();
      }
    }
  }

  /** A hostile text costs no more than a long letter. */
  @Test
  void readsALongTextQuickly() {
    String text = "by Friday noon or at 5 to 10 on the last Friday of the month, ".repeat(300);
    assertThat(Duration.ofNanos(time(() -> in(text)))).isLessThan(Duration.ofSeconds(5));
  }

  private static long time(Runnable act) {
    long before = System.nanoTime();
    act.run();
    return System.nanoTime() - before;
  }
}
