package amends.messages;

import amends.shared.Subject;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * A delivery that a colleague carries: somebody calls, prints, or takes up the pen.
 *
 * @param reference how it is named on paper and on the phone: digits in groups, with a check digit
 * @param address the number to dial, or where it is posted to
 * @param words what to say or write
 * @param from not before this moment
 * @param tries calls that reached nobody
 * @param batchId the print run that it is part of
 * @param sentAt since when it is said or posted
 * @param failedAt since when it is known not to have got there
 * @param notSent the key of a text: why it must not go any more; null when it may
 * @param many set where the words are the same for many
 */
public record Errand(
    long id,
    long deliveryId,
    long messageId,
    Medium medium,
    Subject about,
    long customerId,
    long brandId,
    String reference,
    String address,
    String subject,
    String words,
    Instant from,
    int tries,
    @Nullable Long batchId,
    @Nullable Instant sentAt,
    @Nullable Instant failedAt,
    @Nullable String notSent,
    @Nullable Many many) {

  /**
   * What it is one of many of.
   *
   * @param caseId the case that an answer of this person belongs to; null for none
   */
  public record Many(long broadcastId, @Nullable Long caseId) {}

  public boolean open() {
    return sentAt == null && failedAt == null && notSent == null;
  }
}
