package amends.messages;

import amends.customers.Purpose;
import amends.shared.Actor;
import amends.shared.Subject;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * A message to a customer, about to be sent.
 *
 * @param about the matter; its MAC routes the answer back
 * @param toAddress where it goes: an e-mail address, a number, a postal address; the customer's
 * @param subject one line
 * @param body plain text; what happens next is already said in it
 * @param answers the message that it answers, for the thread; null when none
 * @param next what was said to happen next
 * @param medium how it travels
 * @param purpose what it is for, which decides whom it may be sent to
 * @param onward whether it goes on over another channel when this one fails
 * @param notBefore send later, not before this moment; null for as soon as may be
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
    Next next,
    Medium medium,
    Purpose purpose,
    boolean onward,
    @Nullable Instant notBefore) {

  /** By e-mail to that very address, as a service, as soon as may be. */
  public Outgoing(
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
    this(
        about,
        customerId,
        toAddress,
        subject,
        body,
        kind,
        author,
        brandId,
        answers,
        next,
        Medium.EMAIL,
        Purpose.SERVICE,
        false,
        null);
  }

  /** The same words another way. */
  public Outgoing by(Medium other, String address) {
    return going(address, other, purpose, onward, notBefore);
  }

  /** May go on over another channel when this one fails. */
  public Outgoing goingOn() {
    return going(toAddress, medium, purpose, true, notBefore);
  }

  public Outgoing forPurpose(Purpose other) {
    return going(toAddress, medium, other, onward, notBefore);
  }

  public Outgoing later(@Nullable Instant moment) {
    return going(toAddress, medium, purpose, onward, moment);
  }

  private Outgoing going(
      String address, Medium way, Purpose forWhat, boolean on, @Nullable Instant from) {
    return new Outgoing(
        about,
        customerId,
        address,
        subject,
        body,
        kind,
        author,
        brandId,
        answers,
        next,
        way,
        forWhat,
        on,
        from);
  }

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
