package amends.messages;

import amends.shared.Subject;
import org.jspecify.annotations.Nullable;

/** What a colleague does with held mail. */
public sealed interface Disposition {
  /** It is a matter of its own. */
  record OpenCase() implements Disposition {}

  /**
   * It is a matter of its own, from somebody who has not shown yet that the address is theirs:
   * nothing is acknowledged.
   *
   * @param channel by which way it came, as the case keeps it
   */
  record OpenUnconfirmed(String channel) implements Disposition {}

  /**
   * It is a matter of its own, from somebody we know by the channel that it came over.
   *
   * @param channel by which way it came, as the case keeps it
   * @param inPublic what the house says to it in public; null when nothing
   */
  record OpenFor(long customerId, String channel, @Nullable String inPublic)
      implements Disposition {
    public OpenFor(long customerId, String channel) {
      this(customerId, channel, null);
    }
  }

  /** It belongs to this case. */
  record AttachTo(Subject about) implements Disposition {}

  /**
   * It is not for us.
   *
   * @param reason in the colleague's words, never empty
   */
  record Dismiss(String reason) implements Disposition {}
}
