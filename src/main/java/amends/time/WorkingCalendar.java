package amends.time;

import java.time.DayOfWeek;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.time.zone.ZoneOffsetTransition;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * When people work: hours of the local clock, day by day of the week, without holidays. Open is
 * what the local clock says: an hour that the change to winter repeats is worked twice, one that
 * the change to summer skips is not worked at all.
 */
public final class WorkingCalendar {
  private static final Duration HORIZON = Duration.ofDays(3_660);

  private final ZoneId zone;
  private final List<Hours> hours;
  private final DaysOff daysOff;

  /**
   * @param hours may overlap; what two of them cover counts once
   */
  public WorkingCalendar(ZoneId zone, List<Hours> hours, DaysOff daysOff) {
    this.zone = zone;
    this.hours = hours.stream().sorted(Comparator.comparingInt(Hours::fromMinute)).toList();
    this.daysOff = daysOff;
  }

  /** With days off that have no names. */
  public WorkingCalendar(ZoneId zone, List<Hours> hours, Set<LocalDate> holidays) {
    this(zone, hours, unnamed(holidays));
  }

  /** Day and night, every day. */
  public static WorkingCalendar always(ZoneId zone) {
    List<Hours> days = Stream.of(DayOfWeek.values()).map(day -> Hours.of(day, 0, 24)).toList();
    return new WorkingCalendar(zone, days, DaysOff.NONE);
  }

  /** Monday to Friday, nine to five, without holidays: where no calendar was chosen. */
  public static WorkingCalendar office(ZoneId zone) {
    List<Hours> days =
        Stream.of(DayOfWeek.values())
            .filter(day -> day.getValue() <= DayOfWeek.FRIDAY.getValue())
            .map(day -> Hours.of(day, 9, 17))
            .toList();
    return new WorkingCalendar(zone, days, DaysOff.NONE);
  }

  /** The same hours and holidays by the clock of another place. */
  public WorkingCalendar in(ZoneId other) {
    return new WorkingCalendar(other, hours, daysOff);
  }

  /** The same hours with other holidays. */
  public WorkingCalendar without(Set<LocalDate> otherHolidays) {
    return new WorkingCalendar(zone, hours, otherHolidays);
  }

  public ZoneId zone() {
    return zone;
  }

  /** Why nobody works on a day on which they otherwise would; empty for an ordinary weekend. */
  public Optional<Holiday> holiday(LocalDate date) {
    boolean worked = hours.stream().anyMatch(h -> h.holdOn(date));
    return worked ? daysOff.on(date) : Optional.empty();
  }

  /** A time in which people work without a break. */
  public record Open(Instant from, Instant to) {
    public Duration length() {
      return Duration.between(from, to);
    }
  }

  /** When people work between two moments, one stretch after the other; what touches is one. */
  public List<Open> between(Instant from, Instant to) {
    List<Open> open = new ArrayList<>();
    Optional<Stretch> next = stretch(from, to);
    while (next.isPresent()) {
      Stretch one = next.get();
      boolean touches = !open.isEmpty() && open.getLast().to().equals(one.start());
      Instant since = touches ? open.removeLast().from() : one.start();
      open.add(new Open(since, one.end()));
      next = stretch(one.end(), to);
    }
    return open;
  }

  private static DaysOff unnamed(Set<LocalDate> holidays) {
    return new DaysOff(
        "", holidays.stream().collect(Collectors.toMap(day -> day, day -> "")), Set.of());
  }

  public boolean open(Instant moment) {
    return stretch(moment, moment.plusNanos(1)).isPresent();
  }

  /**
   * The first moment by which so much time has been worked since the given one. Where that is a
   * closing time it is that, and not the next opening.
   *
   * @throws IllegalArgumentException for a negative time
   * @throws IllegalStateException when nobody works for ten years
   */
  public Instant plusWorking(Instant from, Duration working) {
    if (working.isNegative()) {
      throw new IllegalArgumentException("time is worked forwards, not " + working);
    }
    Instant at = from;
    Duration left = working;
    while (left.isPositive()) {
      Stretch next = nextStretch(at);
      if (next.length().compareTo(left) >= 0) {
        return next.start().plus(left);
      }
      left = left.minus(next.length());
      at = next.end();
    }
    return at;
  }

  /**
   * How much time is worked between the two moments.
   *
   * @throws IllegalArgumentException when the second is before the first
   */
  public Duration workingBetween(Instant from, Instant to) {
    if (to.isBefore(from)) {
      throw new IllegalArgumentException(to + " is before " + from);
    }
    Duration worked = Duration.ZERO;
    Optional<Stretch> next = stretch(from, to);
    while (next.isPresent()) {
      worked = worked.plus(next.get().length());
      next = stretch(next.get().end(), to);
    }
    return worked;
  }

  /**
   * The first moment, not before the given one, at which it is open.
   *
   * @throws IllegalStateException when nobody works for ten years
   */
  public Instant nextOpening(Instant moment) {
    return nextStretch(moment).start();
  }

  /** Whether anybody works on this day, in this zone; a day that a zone skipped is no day. */
  public boolean businessDay(LocalDate date) {
    return !hoursOn(date).isEmpty() && date.atStartOfDay(zone).toLocalDate().equals(date);
  }

  /** The end of the day's last hours; of a day without any, the midnight at its end. */
  public Instant closing(LocalDate date) {
    int minute = hoursOn(date).stream().mapToInt(Hours::toMinute).max().orElse(1_440);
    LocalDateTime end = date.atStartOfDay().plusMinutes(minute);
    ZoneOffsetTransition change = zone.getRules().getTransition(end);
    if (change == null) {
      return end.atZone(zone).toInstant();
    }
    return change.isGap()
        ? change.getInstant()
        : end.atZone(zone).withLaterOffsetAtOverlap().toInstant();
  }

  /** When a day is over: at the end of its hours, or at midnight. */
  Instant end(LocalDate day, Deadline.DayEnd how) {
    return how == Deadline.DayEnd.CLOSE_OF_BUSINESS
        ? closing(day)
        : day.plusDays(1).atStartOfDay(zone).toInstant();
  }

  private record Stretch(Instant start, Instant end) {
    Duration length() {
      return Duration.between(start, end);
    }
  }

  private Stretch nextStretch(Instant from) {
    return stretch(from, from.plus(HORIZON))
        .orElseThrow(() -> new IllegalStateException("nobody works within ten years of " + from));
  }

  /** The first stretch of work that begins at or after {@code from}, cut off at {@code until}. */
  private Optional<Stretch> stretch(Instant from, Instant until) {
    Instant at = from;
    while (at.isBefore(until)) {
      Span span = span(at, until);
      Stretch found = stretch(at, span);
      if (found != null) {
        return Optional.of(found);
      }
      at = earlier(midnightAfter(at, span.offset()), span.end());
    }
    return Optional.empty();
  }

  /** A time in which the offset does not change: there the local clock runs evenly. */
  private record Span(ZoneOffset offset, Instant end) {}

  private Span span(Instant at, Instant until) {
    ZoneOffsetTransition next = zone.getRules().nextTransition(at);
    return new Span(
        zone.getRules().getOffset(at), next == null ? until : earlier(next.getInstant(), until));
  }

  private @Nullable Stretch stretch(Instant at, Span span) {
    LocalDate date = LocalDate.ofInstant(at, span.offset());
    for (Hours worked : hoursOn(date)) {
      Instant start = later(at, moment(date, worked.fromMinute(), span.offset()));
      Instant end = earlier(moment(date, worked.toMinute(), span.offset()), span.end());
      if (start.isBefore(end)) {
        return new Stretch(start, end);
      }
    }
    return null;
  }

  private List<Hours> hoursOn(LocalDate date) {
    return daysOff.on(date).isPresent()
        ? List.of()
        : hours.stream().filter(worked -> worked.holdOn(date)).toList();
  }

  private static Instant moment(LocalDate date, int minute, ZoneOffset offset) {
    return date.atTime(LocalTime.MIDNIGHT).plus(minute, ChronoUnit.MINUTES).toInstant(offset);
  }

  private static Instant midnightAfter(Instant at, ZoneOffset offset) {
    return moment(LocalDate.ofInstant(at, offset).plusDays(1), 0, offset);
  }

  private static Instant earlier(Instant one, Instant other) {
    return one.isBefore(other) ? one : other;
  }

  private static Instant later(Instant one, Instant other) {
    return one.isAfter(other) ? one : other;
  }
}
