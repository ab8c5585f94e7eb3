package amends.time;

import java.time.LocalDate;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * The holidays of one calendar: those of a place, by their rules, with what the house adds and with
 * the days on which it works all the same.
 *
 * @param place a code of {@link PublicHolidays}; "" for no public holidays
 * @param extra days off that the house names itself
 * @param worked public holidays on which the house works
 */
public record DaysOff(String place, Map<LocalDate, String> extra, Set<LocalDate> worked) {
  public static final DaysOff NONE = new DaysOff("", Map.of(), Set.of());

  public DaysOff {
    extra = Map.copyOf(extra);
    worked = Set.copyOf(worked);
  }

  public Optional<Holiday> on(LocalDate day) {
    String named = extra.get(day);
    if (named != null) {
      return Optional.of(new Holiday(day, named));
    }
    return place.isEmpty() || worked.contains(day)
        ? Optional.empty()
        : PublicHolidays.on(place, day);
  }
}
