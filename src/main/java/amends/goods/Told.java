package amends.goods;

import amends.shared.Refusal;
import org.jspecify.annotations.Nullable;

/**
 * What became of one sheet of a list.
 *
 * @param id the record's number; null when it was refused
 * @param refusal why; null when it was taken
 */
public record Told(What what, @Nullable Long id, @Nullable Refusal refusal) {
  /** What was done. */
  public enum What {
    CREATED,
    UPDATED,
    UNCHANGED,
    REFUSED
  }
}
