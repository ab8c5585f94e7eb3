package amends.messages;

import amends.shared.Actor;
import amends.shared.Subject;
import org.jspecify.annotations.Nullable;

/**
 * A message to a customer, about to be sent.
 *
 * @param about the matter; its MAC routes the answer back
 * @param toAddress one e-mail address, the customer's
 * @param subject one line
 * @param body plain text; what happens next is already said in it
 * @param answers the message that it answers, for the thread; null when none
 * @param next what was said to happen next
 */
public record Outgoing(
    Subject about,
    long customerId,
    String toAddress,
    String subject,
    String body,
    Kind kind,
    Actor author,
    long brandId,
    @Nullable Long answers,
    Next next) {

  /** Why it goes out. */
  public enum Kind {
    /** A person wrote it. */
    REPLY(false),
    /** The program says that something has arrived. */
    ACKNOWLEDGEMENT(true),
    /** The program tells a customer something. */
    NOTICE(true),
    /** A person looks whether it is right again. */
    FOLLOW_UP(false);

    private final boolean automatic;

    Kind(boolean automatic) {
      this.automatic = automatic;
    }

    /** Whether the program wrote it: marked as such (RFC 3834) and counted against the caps. */
    public boolean automatic() {
      return automatic;
    }
  }
}
