package amends.portal;

import amends.shared.Refusal;
import amends.time.Calendars;
import amends.time.WorkingCalendar;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.format.DateTimeParseException;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.springframework.stereotype.Component;

/** When a call can be asked for: on the hour, while the brand's office is open. */
@Component
final class Slots {
  private static final Duration SOONEST = Duration.ofHours(2);
  private static final int DAYS = 5;
  private static final int LOOK_AHEAD = 14;

  private final Calendars calendars;

  Slots(Calendars calendars) {
    this.calendars = calendars;
  }

  /** The hours of the next five days on which somebody works, not before two hours from now. */
  List<Instant> from(Instant now, ZoneId office) {
    WorkingCalendar hours = hours(office);
    LocalDate today = LocalDate.ofInstant(now, office);
    return today
        .datesUntil(today.plusDays(LOOK_AHEAD))
        .filter(hours::businessDay)
        .map(day -> ofDay(day, hours, now.plus(SOONEST)))
        .filter(slots -> !slots.isEmpty())
        .limit(DAYS)
        .flatMap(List::stream)
        .toList();
  }

  /**
   * @throws Refusal of the field {@code call_at} when it is not among the slots any more
   */
  Instant chosen(String typed, Instant now, ZoneId office) {
    return Stream.of(typed)
        .flatMap(Slots::read)
        .filter(at -> from(now, office).contains(at))
        .findFirst()
        .orElseThrow(() -> new Refusal("call_at", "portal.refusal.slot"));
  }

  private static List<Instant> ofDay(LocalDate day, WorkingCalendar hours, Instant soonest) {
    return IntStream.range(0, 24)
        .mapToObj(hour -> day.atTime(hour, 0).atZone(hours.zone()).toInstant())
        .filter(at -> !at.isBefore(soonest))
        // Somebody has to be there for the call itself too.
        .filter(at -> hours.open(at) && hours.open(at.plus(29, ChronoUnit.MINUTES)))
        .toList();
  }

  private static Stream<Instant> read(String typed) {
    try {
      return Stream.of(Instant.parse(typed));
    } catch (DateTimeParseException e) {
      return Stream.empty();
    }
  }

  /** A house without an office calendar works day and night. */
  private WorkingCalendar hours(ZoneId zone) {
    try {
      return calendars.calendar(Calendars.OFFICE).in(zone);
    } catch (Refusal noCalendar) {
      return WorkingCalendar.always(zone);
    }
  }
}
