package amends.shared;

import org.jspecify.annotations.Nullable;

/**
 * What became of one sheet of a list that another system told.
 *
 * @param id the record's number, of the survivor where two were merged; null when it was refused
 * @param refusal why; null when it was taken
 */
public record Upserted(What what, @Nullable Long id, @Nullable Refusal refusal) {
  /** What was done. */
  public enum What {
    CREATED,
    UPDATED,
    UNCHANGED,
    REFUSED
  }
}
