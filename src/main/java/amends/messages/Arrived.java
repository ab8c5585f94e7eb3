package amends.messages;

import amends.shared.Actor;
import amends.shared.Subject;
import amends.staff.HelpDesk;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A mail from a person, about to be taken in.
 *
 * @param inboundId the stored raw mail
 * @param messageId the message that will be filed under what {@link Intake} answers; it may already
 *     be named as {@link Outgoing#answers} in this transaction
 * @param envelopeFrom the sender of the envelope; empty for a null sender
 * @param envelopeTo the recipients of the envelope
 * @param routedTo what a valid MAC in a recipient or in the references points to; it routes and
 *     proves nothing about who wrote
 * @param routedCustomer to whom the mail with that MAC had been sent
 * @param desk the brand whose help address is among the recipients; null when none is
 * @param sameIdAs an earlier inbound mail with the same Message-ID and other content: one of the
 *     two is not what it says
 * @param standing how far it is believed, and what it may do for that
 * @param decided a colleague's decision on held mail, which the intake must follow; null when new
 */
public record Arrived(
    long inboundId,
    long messageId,
    ReadMail mail,
    String envelopeFrom,
    List<String> envelopeTo,
    Instant receivedAt,
    @Nullable Subject routedTo,
    @Nullable Long routedCustomer,
    @Nullable HelpDesk desk,
    @Nullable Long sameIdAs,
    Standing standing,
    @Nullable Decided decided) {

  /** The same mail with a colleague's decision. */
  Arrived decided(Decided how) {
    return new Arrived(
        inboundId,
        messageId,
        mail,
        envelopeFrom,
        envelopeTo,
        receivedAt,
        routedTo,
        routedCustomer,
        desk,
        sameIdAs,
        standing,
        how);
  }

  /** What a colleague decided about held mail, and who. */
  public record Decided(Disposition what, Actor by) {}
}
