package amends.messages;

import amends.shared.Subject;
import java.time.Instant;

/**
 * A message from a customer was filed; published in the transaction that files it.
 *
 * @param said its words, so that who listens need not read them again
 */
public record MessageFiled(
    long messageId, long inboundId, Subject about, long customerId, Instant receivedAt, Said said) {

  /**
   * @param text the new words only: what is quoted below was read when it came
   */
  public record Said(String subject, String text) {}
}
