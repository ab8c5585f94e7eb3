package amends.time;

import java.time.DayOfWeek;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * One stretch of work on one day of the week, in minutes of the local clock.
 *
 * @param fromMinute 0 for midnight, 540 for nine o'clock
 * @param toMinute no longer open at this one; 1440 for the midnight at the end of the day
 * @param from the first day on which it holds
 * @param to the first day on which it no longer holds; null when it has no end
 */
public record Hours(
    DayOfWeek day, int fromMinute, int toMinute, LocalDate from, @Nullable LocalDate to) {
  private static final int DAY = 1_440;

  public Hours {
    if (fromMinute < 0 || fromMinute >= toMinute || toMinute > DAY) {
      throw new IllegalArgumentException("no hours: " + fromMinute + " to " + toMinute);
    }
  }

  /** Hours that always held, such as {@code Hours.of(MONDAY, 9, 17)}. */
  public static Hours of(DayOfWeek day, int fromHour, int toHour) {
    return new Hours(day, fromHour * 60, toHour * 60, LocalDate.EPOCH, null);
  }

  boolean holdOn(LocalDate date) {
    return date.getDayOfWeek() == day && !date.isBefore(from) && (to == null || date.isBefore(to));
  }
}
