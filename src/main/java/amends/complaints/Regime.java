package amends.complaints;

import amends.time.DaysOff;
import amends.time.Hours;
import amends.time.WorkingCalendar;
import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * One set of rules for formal complaints; what it says stands in {@code complaints/*.txt}.
 *
 * @param place whose public holidays count; a code of {@link amends.time.PublicHolidays}
 * @param zone whose days count
 * @param yearsKept for so long the record of a complaint is kept
 * @param source where it is written, with the day on which it was read
 */
public record Regime(
    String code,
    LocalDate from,
    @Nullable LocalDate to,
    String place,
    ZoneId zone,
    int yearsKept,
    String source) {
  private static final int OPENS = 9;
  private static final int CLOSES = 17;

  boolean inForce(LocalDate day) {
    return !from.isAfter(day) && (to == null || to.isAfter(day));
  }

  /** Business days as the rules mean them: Monday to Friday but for the holidays there, to five. */
  public WorkingCalendar calendar() {
    List<Hours> week =
        Stream.of(DayOfWeek.values())
            .filter(day -> day.getValue() <= DayOfWeek.FRIDAY.getValue())
            .map(day -> Hours.of(day, OPENS, CLOSES))
            .toList();
    return new WorkingCalendar(zone, week, new DaysOff(place, Map.of(), Set.of()));
  }

  static Regime read(String[] line) {
    return new Regime(
        line[0],
        LocalDate.parse(line[1]),
        RuleLines.day(line[2]),
        line[3],
        ZoneId.of(line[4]),
        Integer.parseInt(line[5]),
        line[6]);
  }
}
