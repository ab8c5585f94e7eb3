package amends.shared.page;

import amends.shared.Texts.Voice;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Locale;

/**
 * A due moment as a page shows it: a state with a shape and a colour, and words.
 *
 * @param due the moment that the words speak of; for a kept or moved promise, when that happened
 * @param soonFrom from when on it counts as soon; the page's script changes the state then
 * @param words "in 3 h 20 min", "23 min left", "12 min late", "kept 10:02", "moved 08:32"
 */
public record Clock(State state, Instant due, Instant soonFrom, String words) {
  private static final long HOURS_TOLD_WITH_MINUTES = 12;

  /** How loud a clock is. */
  public enum State {
    PLENTY,
    SOON,
    OVERDUE,
    KEPT,
    MOVED;

    /** The name in style sheets and of the sign: {@code dial-<code>}. */
    public String code() {
      return name().toLowerCase(Locale.ROOT);
    }

    /** True while time still runs. */
    public boolean ticks() {
      return this == PLENTY || this == SOON || this == OVERDUE;
    }
  }

  /**
   * The clock of something still owed.
   *
   * @param lead how long before the due moment it counts as soon
   */
  public static Clock running(Voice t, Instant due, Instant now, Duration lead) {
    Instant soonFrom = due.minus(lead);
    Duration left = Duration.between(now, due);
    if (left.isNegative()) {
      String words = t.say("shared.clock.late", span(t, left.negated()));
      return new Clock(State.OVERDUE, due, soonFrom, words);
    }
    boolean soon = !now.isBefore(soonFrom);
    String key = soon ? "shared.clock.left" : "shared.clock.in";
    State state = soon ? State.SOON : State.PLENTY;
    return new Clock(state, due, soonFrom, t.say(key, span(t, roundedUp(left))));
  }

  public static Clock kept(Voice t, Instant at, Instant now) {
    return new Clock(State.KEPT, at, at, t.say("shared.clock.kept", t.at(at, now)));
  }

  /** What was broken first. */
  public static Clock madeGood(Voice t, Instant at, Instant now) {
    return new Clock(State.KEPT, at, at, t.say("shared.clock.good", t.at(at, now)));
  }

  public static Clock moved(Voice t, Instant at, Instant now) {
    return new Clock(State.MOVED, at, at, t.say("shared.clock.moved", t.at(at, now)));
  }

  /** "23 min left" stays until the 23rd minute is over; the page's script counts the same way. */
  private static Duration roundedUp(Duration left) {
    return left.toMinutes() == 0 ? left : left.plusMillis(59_999).truncatedTo(ChronoUnit.MINUTES);
  }

  /** A length of time in at most two units: "23 min", "3 h 20 min", "19 h", "2 days". */
  public static String span(Voice t, Duration length) {
    long minutes = length.toMinutes();
    long hours = length.toHours();
    if (minutes == 0) {
      return t.say("shared.span.moment");
    }
    if (hours == 0) {
      return t.say("shared.span.minutes", String.valueOf(minutes));
    }
    if (length.toDays() > 0) {
      return t.counted("shared.span.days", length.toDays());
    }
    return hours >= HOURS_TOLD_WITH_MINUTES || minutes % 60 == 0
        ? t.say("shared.span.hours", String.valueOf(hours))
        : t.say("shared.span.both", String.valueOf(hours), String.valueOf(minutes % 60));
  }
}
