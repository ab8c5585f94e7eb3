package amends.messages.trust;

import org.jspecify.annotations.Nullable;

/**
 * What was found out about a mail.
 *
 * @param spf what the domain of the envelope says of the machine that brought it; null where the
 *     door does not see that machine
 */
public record Weight(Proof proof, @Nullable SpfResult spf) {
  /** Nobody looked. */
  public static final Weight BLIND = new Weight(Proof.BLIND, null);
}
