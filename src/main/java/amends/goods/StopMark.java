package amends.goods;

import amends.shared.Actor;
import amends.shared.Refusal;
import amends.shared.Subject;
import java.time.Instant;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * What must not leave any more.
 *
 * @param of a {@code product}, {@code lot} or {@code unit}
 * @param name how people call it: the product's name, with the lot's code or the serial number
 * @param words why, for colleagues and, when asked, for customers
 * @param evidence what says so: a report, a test, a notice
 * @param lift null while it stands
 */
public record StopMark(
    long id,
    Subject of,
    long productId,
    String name,
    Reason reason,
    String words,
    String evidence,
    Actor setBy,
    Instant setAt,
    @Nullable Lift lift) {

  /** Why nothing of it may leave. */
  public enum Reason {
    DANGER,
    FAILURE,
    RECALL,
    INSPECTION;

    public String code() {
      return name().toLowerCase(Locale.ROOT);
    }

    /**
     * @throws Refusal when there is no such reason
     */
    public static Reason of(String code) {
      for (Reason reason : values()) {
        if (reason.code().equals(code)) {
          return reason;
        }
      }
      throw new Refusal("reason", "goods.refuse.stop.reason");
    }
  }

  /** Who lifted it, when, and why it may leave again. */
  public record Lift(Instant at, Actor by, String words) {}

  public boolean stands() {
    return lift == null;
  }
}
