package amends.time;

import amends.time.words.Reading;
import amends.time.words.Scene;
import java.time.Instant;
import java.time.ZoneId;
import java.util.List;
import java.util.Locale;

/**
 * Moments in words: "by Friday noon", "in two working days", "within the hour". Vague words such as
 * "shortly" are none. Never decided upon without the writer, who confirms the moment.
 */
public final class Moments {
  private static final int LONGEST_TEXT = 20_000;
  private static final List<String> MONTH_FIRST = List.of("US", "PH", "CA");

  private Moments() {}

  /**
   * @param locale of the words; English where there are no rules for a language
   * @param office the calendar that says what a working day is, and when business closes
   * @return in the order of the text, without overlap; of a very long text what its first 20,000
   *     characters say
   */
  public static List<Moment> in(
      String text, Locale locale, Instant now, ZoneId zone, WorkingCalendar office) {
    String read = text.length() > LONGEST_TEXT ? text.substring(0, LONGEST_TEXT) : text;
    boolean monthFirst =
        locale.getLanguage().equals("en") && MONTH_FIRST.contains(locale.getCountry());
    return Reading.of(read, locale, new Scene(now, zone, office.in(zone), monthFirst));
  }
}
