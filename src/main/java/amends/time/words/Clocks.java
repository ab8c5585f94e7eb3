package amends.time.words;

import java.time.LocalTime;
import java.util.Map;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** Times of the day. */
final class Clocks {
  static final Map<String, Function<Said, Value>> SENSES =
      Map.of(
          "clock", Clocks::written,
          "clock.at", Clocks::constant,
          "clock.past", said -> beside(said, 1),
          "clock.to", said -> beside(said, -1),
          "clock.half", Clocks::halved,
          "clock.military", Clocks::military);

  private static final int LAST_BARE_AFTERNOON = 6;

  private Clocks() {}

  /** "5 pm", "17:00", "3.30": an hour, perhaps minutes, perhaps the half of the day. */
  private static Value written(Said said) {
    Value.Number hour = said.need(Value.Number.class);
    Value.Number minutes = said.nth(Value.Number.class, 1);
    Value.Name half = said.first(Value.Name.class);
    int minute = minutes == null ? 0 : minutes.whole();
    if (half != null) {
      return half(hour.whole(), minute, half.name());
    }
    return clock(hour, minute);
  }

  private static Value clock(Value.Number hour, int minute) {
    if (hour.whole() == 24 && minute == 0) {
      return new Value.Clock(LocalTime.MIDNIGHT, false, 1);
    }
    boolean leadingZero = hour.digits() == 2 && hour.whole() < 10;
    boolean half = hour.whole() >= 1 && hour.whole() <= 12 && !leadingZero;
    return new Value.Clock(LocalTime.of(hour.whole(), minute), half, 0);
  }

  private static Value half(int hour, int minute, String half) {
    if (hour < 1 || hour > 12) {
      throw new Said.NotMeant();
    }
    int hours = hour % 12 + (half.equals("pm") ? 12 : 0);
    return new Value.Clock(LocalTime.of(hours, minute), false, 0);
  }

  /** A time that stands in the rule: "noon". */
  private static Value constant(Said said) {
    int days = said.given().size() > 1 ? said.givenNumber(1) : 0;
    return new Value.Clock(LocalTime.parse(said.given(0)), false, days);
  }

  /** "Half past two", "ten to five"; the minutes stand in the rule or in the words. */
  private static Value beside(Said said, int sign) {
    boolean given = !said.given().isEmpty();
    Value.Number hour = said.need(Value.Number.class, given ? 0 : 1);
    int minutes = given ? said.givenNumber(0) : said.number();
    if (minutes < 1 || minutes > 59 || hour.whole() < 1 || hour.whole() > 12) {
      throw new Said.NotMeant();
    }
    LocalTime time = LocalTime.of(hour.whole() % 12, 0).plusMinutes((long) sign * minutes);
    Value.Name half = said.first(Value.Name.class);
    if (half != null) {
      boolean later = half.name().equals("pm") && hour.whole() < 12;
      return new Value.Clock(later ? time.plusHours(12) : time, false, 0);
    }
    return new Value.Clock(time.getHour() == 0 ? time.plusHours(12) : time, true, 0);
  }

  /** "Three in the afternoon". */
  static Value.Clock halved(Said said) {
    Value.Clock clock = said.need(Value.Clock.class);
    Value.@Nullable Part part = said.first(Value.Part.class);
    boolean later = part != null && part.from().getHour() >= 12;
    int hour = clock.time().getHour();
    if (!clock.half() || part == null) {
      return clock;
    }
    return new Value.Clock(clock.time().withHour(later ? hour % 12 + 12 : hour % 12), false, 0);
  }

  /** "1730 hours". */
  private static Value military(Said said) {
    int number = said.number();
    return new Value.Clock(LocalTime.of(number / 100, number % 100), false, 0);
  }

  /** At work, three o'clock is the afternoon's and nine the morning's. */
  static LocalTime atWork(Value.Clock clock) {
    int hour = clock.time().getHour();
    return clock.half() && hour >= 1 && hour <= LAST_BARE_AFTERNOON
        ? clock.time().plusHours(12)
        : clock.time();
  }
}
