package amends.promises;

import amends.shared.Refusal;
import org.jspecify.annotations.Nullable;

/**
 * What became of one sheet of a list.
 *
 * @param id our number; null when it was refused
 * @param refusal why; null when it was taken
 */
public record Booked(What what, @Nullable Long id, @Nullable Refusal refusal) {
  /** What was done. */
  public enum What {
    CREATED,
    UPDATED,
    UNCHANGED,
    REFUSED
  }

  static Booked refused(Refusal why) {
    return new Booked(What.REFUSED, null, why);
  }
}
