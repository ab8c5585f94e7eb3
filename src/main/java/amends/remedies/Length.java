package amends.remedies;

import amends.shared.Refusal;
import org.jspecify.annotations.Nullable;

/** How long words may be that people write about remedies; longer ones come back as typed. */
final class Length {
  static final int NAME = 120;
  static final int TEXT = 2_000;

  private Length() {}

  /** As somebody writes it now; what was asked or offered before is not too long. */
  static void check(Wanted wanted) {
    atMost(TEXT, wanted.reason(), "reason");
    Wanted.Bridge bridge = wanted.interim();
    atMost(TEXT, bridge == null ? null : bridge.why(), "interim_why");
  }

  /**
   * @throws Refusal of the field when it is longer
   */
  static void atMost(int most, @Nullable String words, String field) {
    if (words != null && words.strip().length() > most) {
      throw new Refusal(field, "remedies.refusal.long", most);
    }
  }
}
