package amends.time.words;

import amends.time.WorkingCalendar;
import java.time.DayOfWeek;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.time.temporal.ChronoUnit;
import java.time.temporal.TemporalAdjusters;
import org.jspecify.annotations.Nullable;

/**
 * Where and when something is said.
 *
 * @param monthFirst whether 5/6 is the sixth of May
 */
public record Scene(Instant now, ZoneId zone, WorkingCalendar office, boolean monthFirst) {
  private static final LocalTime OPENING = LocalTime.of(9, 0);
  private static final LocalTime CLOSING = LocalTime.of(17, 0);
  private static final int FARTHEST = 1_000;

  LocalDate today() {
    return LocalDate.ofInstant(now, zone);
  }

  LocalDateTime here() {
    return LocalDateTime.ofInstant(now, zone);
  }

  Instant instant(LocalDateTime at) {
    return at.atZone(zone).toInstant();
  }

  /** The Monday of the week that lies so many weeks ahead. */
  LocalDate monday(int weeks) {
    return today().with(TemporalAdjusters.previousOrSame(DayOfWeek.MONDAY)).plusWeeks(weeks);
  }

  LocalDateTime opening(LocalDate day) {
    if (!office.businessDay(day)) {
      return day.atTime(OPENING);
    }
    Instant opens = office.nextOpening(day.atStartOfDay(zone).toInstant());
    LocalDateTime at = LocalDateTime.ofInstant(opens, zone);
    return at.toLocalDate().equals(day) ? at : day.atTime(OPENING);
  }

  /** Of a day on which nobody works it is the usual closing time. */
  LocalDateTime closing(LocalDate day) {
    LocalDateTime at = LocalDateTime.ofInstant(office.closing(day), zone);
    return office.businessDay(day) && at.toLocalDate().equals(day) ? at : day.atTime(CLOSING);
  }

  LocalDate workingDay(LocalDate after, int count) {
    LocalDate day = after;
    for (int left = Math.min(count, FARTHEST); left > 0; left--) {
      day = nextWorking(day.plusDays(1), 1);
    }
    return day;
  }

  LocalDate lastWorking(LocalDate upTo) {
    return nextWorking(upTo, -1);
  }

  private LocalDate nextWorking(LocalDate from, int step) {
    LocalDate day = from;
    for (int tries = 0; tries < 30 && !office.businessDay(day); tries++) {
      day = day.plusDays(step);
    }
    return day;
  }

  /** Days and longer keep the time of the day; working days end when work does. */
  @Nullable Instant plus(Value.Span span) {
    ZonedDateTime at = now.atZone(zone);
    for (Value.Length length : span.lengths()) {
      if (length.amount() > FARTHEST * 10) {
        return null;
      }
      at = plus(at, length);
    }
    return at.toInstant();
  }

  private ZonedDateTime plus(ZonedDateTime at, Value.Length length) {
    double amount = length.amount();
    return switch (length.unit()) {
      case "minute" -> at.plusSeconds(Math.round(amount * 60));
      case "hour" -> at.plusSeconds(Math.round(amount * 3_600));
      case "workhour" ->
          office
              .plusWorking(at.toInstant(), java.time.Duration.ofMinutes(Math.round(amount * 60)))
              .atZone(zone);
      case "workday" -> closing(workingDay(at.toLocalDate(), (int) Math.ceil(amount))).atZone(zone);
      case "day" -> at.plusDays((long) amount).plusHours(Math.round(amount % 1 * 24));
      case "week" -> at.plusDays(Math.round(amount * 7));
      case "month" -> at.plusMonths((long) amount).plusDays(Math.round(amount % 1 * 30));
      case "quarter" -> at.plusMonths(Math.round(amount * 3));
      case "year" -> at.plusMonths(Math.round(amount * 12));
      default -> throw new IllegalStateException("no unit: " + length.unit());
    };
  }

  LocalDate plus(LocalDate day, Value.Span span) {
    LocalDate at = day;
    for (Value.Length length : span.lengths()) {
      int amount = (int) Math.min(length.amount(), FARTHEST);
      at =
          switch (length.unit()) {
            case "day" -> at.plusDays(amount);
            case "workday" -> workingDay(at, amount);
            case "week" -> at.plusWeeks(amount);
            case "month" -> at.plusMonths(amount);
            case "year" -> at.plus(amount, ChronoUnit.YEARS);
            default -> at;
          };
    }
    return at;
  }
}
