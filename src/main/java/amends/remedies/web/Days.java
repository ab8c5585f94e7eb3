package amends.remedies.web;

import amends.shared.Refusal;
import amends.shared.Texts.Voice;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.regex.Pattern;

/** Days as people read them. */
final class Days {
  private static final int NOON = 12;
  private static final Pattern WRITTEN = Pattern.compile("\\d{4}-\\d{2}-\\d{2}");

  private Days() {}

  /**
   * @param written as browsers send it: {@code 2026-05-12}; years have four figures
   * @throws Refusal of this field, in these words
   */
  static LocalDate read(String field, String written, String refusal) {
    try {
      if (WRITTEN.matcher(written).matches()) {
        return LocalDate.parse(written);
      }
    } catch (DateTimeException e) {
      // No such day: the same sentence.
    }
    throw new Refusal(field, refusal, written);
  }

  /** "12 May 2026". */
  static String words(Voice t, LocalDate day) {
    return t.date(day.atTime(NOON, 0).atZone(t.zone()).toInstant());
  }
}
