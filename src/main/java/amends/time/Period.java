package amends.time;

import amends.shared.Texts.Voice;
import amends.time.Deadline.LengthUnit;
import java.util.Locale;

/**
 * A length of time as people and laws count it: "3 working days".
 *
 * @param length at least one
 */
public record Period(int length, LengthUnit unit) {
  public Period {
    if (length < 1) {
      throw new IllegalArgumentException("no period: " + length);
    }
  }

  public String words(Voice t) {
    return t.counted("time.period." + unit.name().toLowerCase(Locale.ROOT), length);
  }
}
