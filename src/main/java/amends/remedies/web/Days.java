package amends.remedies.web;

import amends.shared.Texts.Voice;
import java.time.LocalDate;

/** Days as people read them. */
final class Days {
  private static final int NOON = 12;

  private Days() {}

  /** "12 May 2026". */
  static String words(Voice t, LocalDate day) {
    return t.date(day.atTime(NOON, 0).atZone(t.zone()).toInstant());
  }
}
