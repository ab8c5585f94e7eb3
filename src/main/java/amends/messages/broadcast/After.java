package amends.messages.broadcast;

import java.time.Instant;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * What happens next, as a broadcast says it at its end.
 *
 * @param given a promise to each who gets it; null for nothing more unless they write
 * @param earlier what becomes of what an earlier one promised; null where it is about none
 */
public record After(@Nullable Given given, @Nullable Earlier earlier) {
  public static final After NOTHING = new After(null, null);

  /**
   * @param words as each reads them, the same for all
   */
  public record Given(String words, Instant dueAt) {
    /** The moment is said behind them, and a full stop behind that. */
    public Given {
      words = words.strip().replaceAll("[\\s.]+$", "");
    }
  }

  /** For whoever gets this one, of those who had got the earlier. */
  public record Earlier(long broadcastId, How how) {}

  public enum How {
    /** This is what was promised. */
    KEPT,
    /** They hear of another moment, before the first one. */
    MOVED;

    public String code() {
      return name().toLowerCase(Locale.ROOT);
    }
  }
}
