package amends.remedies;

import amends.shared.Refusal;
import java.util.Locale;

/** How bad it was, as far as like cases are compared. */
public enum Severity {
  SMALL,
  MEDIUM,
  GRAVE;

  public String code() {
    return name().toLowerCase(Locale.ROOT);
  }

  /**
   * @throws Refusal when there is no such word
   */
  public static Severity of(String code) {
    for (Severity severity : values()) {
      if (severity.code().equals(code)) {
        return severity;
      }
    }
    throw new Refusal("severity", "remedies.refusal.severity");
  }
}
