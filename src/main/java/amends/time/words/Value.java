package amends.time.words;

import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** What words mean, from a number to a moment. */
sealed interface Value {
  /** What a word of the language's list stands for. */
  record Name(String name) implements Value {}

  /**
   * @param digits in how many digits it was written; 0 for words
   */
  record Number(double amount, int digits) implements Value {
    int whole() {
      return (int) amount;
    }
  }

  record Zone(ZoneId id) implements Value {}

  /** A length of time, such as one hour and thirty minutes. */
  record Span(List<Length> lengths) implements Value {}

  record Length(double amount, String unit) {}

  /** From so much to so much. */
  record Spans(Span least, Span most) implements Value {}

  /**
   * A time of the day.
   *
   * @param half whether it may be the afternoon's as well as the morning's
   * @param days 1 for the midnight at the end of the day
   */
  record Clock(LocalTime time, boolean half, int days) implements Value {}

  /** A part of the day. */
  record Part(LocalTime from, LocalTime to) implements Value {}

  /**
   * @param rolls days until it comes round again; 0 when it is that one day only
   */
  record Day(LocalDate date, int rolls) implements Value {
    /** It comes round in a year, and was said without one. */
    static final int YEARLY = 365;
  }

  /** From the first to the last of several days. */
  record Days(LocalDate first, LocalDate last) implements Value {}

  /** A moment on the wall. */
  record Point(LocalDateTime at, int rolls, @Nullable ZoneId zone) implements Value {}

  /** From a moment to another on the wall. */
  record Stretch(LocalDateTime from, LocalDateTime to, int rolls) implements Value {}

  /** What the writer may mean. */
  record Found(@Nullable Instant from, @Nullable Instant to, @Nullable Instant due)
      implements Value {}
}
