package amends.app.hooks;

import amends.shared.Subject;
import java.time.Instant;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * A door that another program calls at {@code /in/<name>}.
 *
 * @param mapping which of their fields is which of ours
 * @param tokenId under whose name it is done
 * @param teamId whose cases they become; null where they become none
 */
public record InHook(
    long id,
    String name,
    String label,
    InStyle style,
    InTarget target,
    Map<String, String> mapping,
    long tokenId,
    @Nullable Long teamId,
    @Nullable Instant offAt) {
  public InHook {
    mapping = Map.copyOf(mapping);
  }

  public static Subject subject(long id) {
    return Subject.of("hook_in", id);
  }

  /**
   * What a door is to be.
   *
   * @param secret as the sender gave it; "" makes one
   */
  public record Draft(
      String name,
      String label,
      String style,
      String target,
      Map<String, String> mapping,
      @Nullable Long teamId,
      String secret) {
    public Draft {
      mapping = Map.copyOf(mapping);
    }
  }

  /** A door just made: the only moment at which its secret is known. */
  public record Made(InHook hook, String secret) {}

  /**
   * What came.
   *
   * @param state waiting, done or refused
   * @param became what it became, or why it could not be done
   */
  public record Arrival(
      long id, String event, String state, String became, Instant cameAt, String body) {}
}
