package amends.cases;

import java.time.Instant;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * A promise that begins with something from outside.
 *
 * @param waitsFor what it begins with, as the customer reads it: "your parcel has arrived"
 * @param words what is promised then
 * @param after how long after it
 * @param metAt when it began; null while it waits
 */
public record Condition(
    long id,
    long caseId,
    String waitsFor,
    String words,
    After after,
    @Nullable Instant metAt,
    @Nullable Long promiseId) {

  /** How long after it; days are the customer's. */
  public record After(int amount, Unit unit) {}

  public enum Unit {
    HOURS,
    DAYS,
    WORKING_DAYS;

    public String code() {
      return name().toLowerCase(Locale.ROOT);
    }
  }
}
