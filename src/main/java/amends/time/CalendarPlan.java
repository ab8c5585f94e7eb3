package amends.time;

import java.time.LocalDate;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.Comparator;
import java.util.List;

/**
 * A working calendar as it is written down.
 *
 * @param zone "Z" for one that goes by the clock of whoever asks
 */
public record CalendarPlan(String name, ZoneId zone, List<Hours> hours, DaysOff daysOff) {
  public CalendarPlan {
    hours =
        hours.stream()
            .sorted(
                Comparator.comparing(Hours::day)
                    .thenComparing(Hours::from)
                    .thenComparing(Hours::fromMinute))
            .toList();
  }

  public WorkingCalendar working() {
    return new WorkingCalendar(zone, hours, daysOff);
  }

  /** By its own clock; one without a place goes by the clock of whoever asks. */
  public WorkingCalendar working(ZoneId asked) {
    return new WorkingCalendar(
        zone.normalized().equals(ZoneOffset.UTC) ? asked : zone, hours, daysOff);
  }

  /** The hours that hold on a day. */
  public List<Hours> hoursFrom(LocalDate day) {
    return hours.stream().filter(h -> h.to() == null || h.to().isAfter(day)).toList();
  }
}
