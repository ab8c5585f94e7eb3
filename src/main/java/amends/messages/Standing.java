package amends.messages;

import amends.shared.Subject;
import org.jspecify.annotations.Nullable;

/**
 * How far a mail is believed, and what it may do for that.
 *
 * @param trust how far
 * @param demanded whether a proof is needed to join a case; where nothing can be proved, the MAC
 *     and an address of the customer's are enough
 * @param forged whether it came to what looks like a reply address of ours and is none
 * @param thread the matter of the sender's own earlier mail that it answers; null when it answers
 *     none, or when the sender is not proved
 */
public record Standing(Trust trust, boolean demanded, boolean forged, @Nullable Subject thread) {
  /** Whether it may join the case that a MAC of ours names. */
  public boolean mayJoin() {
    return !demanded || trust.atLeast(Trust.T2);
  }
}
