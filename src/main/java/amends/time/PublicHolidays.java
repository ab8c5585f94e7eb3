package amends.time;

import amends.shared.DataLines;
import de.focus_shift.jollyday.core.HolidayManager;
import de.focus_shift.jollyday.core.HolidayType;
import de.focus_shift.jollyday.core.ManagerParameters;
import java.time.LocalDate;
import java.time.Year;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Public holidays of countries and their parts, computed by rules that each say in which years they
 * are in force. The rules are Jollyday's, with what {@code time/holidays.txt} adds; a day counts
 * when it is a public holiday there, and not when it is one for banks or in name only.
 */
public final class PublicHolidays {
  private static final List<String> LANGUAGES = List.of("de", "fr", "es", "nl", "pt", "sv", "el");

  private static final List<Place> OFFERED = offered();

  /** The years around ours; what lies farther away is computed when it is asked for. */
  private static final Map<String, Map<LocalDate, Holiday>> KNOWN = new ConcurrentHashMap<>();

  private PublicHolidays() {}

  /**
   * Where one set of public holidays holds.
   *
   * @param code such as "DE", "DE-BY", "GB-ENG"
   * @param name "Germany, Bavaria"
   */
  public record Place(String code, String name) {}

  /** Those that are offered to choose from, by name; other countries are known too. */
  public static List<Place> places() {
    return OFFERED;
  }

  public static boolean knows(String code) {
    return OFFERED.stream().anyMatch(place -> place.code().equals(code))
        || code.matches("[A-Z]{2}") && HolidayManager.getSupportedCalendarCodes().contains(code);
  }

  /** The public holiday of a place that falls on, or was moved to, this day. */
  public static Optional<Holiday> on(String place, LocalDate day) {
    return Optional.ofNullable(of(place, day.getYear()).get(day));
  }

  /** The public holidays of a year there, by the day on which they are kept. */
  public static Map<LocalDate, Holiday> of(String place, int year) {
    return KNOWN.computeIfAbsent(place + year, key -> computed(place, year));
  }

  private static Map<LocalDate, Holiday> computed(String place, int year) {
    String country = country(place).toLowerCase(Locale.ROOT);
    boolean whole = place.length() == 2 || AddedHolidays.READ.places().containsKey(place);
    String[] parts = whole ? new String[0] : new String[] {part(place)};
    // A New Year's Day that is kept on the Friday before belongs to the year that it falls in.
    Stream<Holiday> listed =
        Stream.of(year - 1, year, year + 1)
            .flatMap(near -> manager(country).getHolidays(Year.of(near), parts).stream())
            .filter(day -> day.getType() == HolidayType.PUBLIC_HOLIDAY)
            .map(PublicHolidays::named);
    return Stream.concat(listed, AddedHolidays.READ.of(place, year))
        .filter(day -> day.day().getYear() == year)
        .collect(
            Collectors.toUnmodifiableMap(Holiday::day, Function.identity(), (one, other) -> one));
  }

  private static Holiday named(de.focus_shift.jollyday.core.Holiday day) {
    Map<String, String> names = new HashMap<>();
    for (String language : LANGUAGES) {
      names.put(language, day.getDescription(Locale.of(language)));
    }
    return new Holiday(day.getDate(), day.getDescription(Locale.ENGLISH), names);
  }

  private static List<Place> offered() {
    // To ask the library for the names of all places takes it seconds.
    return DataLines.of("time/places.txt").map(line -> new Place(line[0], line[1])).toList();
  }

  private static HolidayManager manager(String country) {
    return HolidayManager.getInstance(ManagerParameters.create(country));
  }

  private static String country(String code) {
    return code.substring(0, Math.min(2, code.length()));
  }

  private static String part(String code) {
    return code.substring(3).toLowerCase(Locale.ROOT);
  }
}
