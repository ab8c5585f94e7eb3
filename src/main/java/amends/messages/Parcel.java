package amends.messages;

import amends.customers.Purpose;
import amends.shared.Subject;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * One message to one customer over one channel, as a carrier is handed it: the same at each try.
 *
 * @param deliveryId what a provider may know it by: the same at each try, another for each person
 * @param body the whole text, with what stands below it
 * @param connectionId the provider that it is given to; null where there is only one way
 */
public record Parcel(
    long deliveryId,
    long messageId,
    Subject about,
    long customerId,
    long brandId,
    String address,
    String subject,
    String body,
    Outgoing.Kind kind,
    Purpose purpose,
    Instant at,
    @Nullable Long connectionId,
    Thread thread) {

  /**
   * What it belongs to.
   *
   * @param rfcId its own Message-ID
   * @param answersId the Message-ID of what it answers
   * @param answersParent what that one answered
   * @param answersRef what a provider calls what it answers
   */
  public record Thread(
      String rfcId,
      @Nullable String answersId,
      @Nullable String answersParent,
      @Nullable String answersRef) {}

  /** The same with other words. */
  public Parcel with(String words) {
    return new Parcel(
        deliveryId,
        messageId,
        about,
        customerId,
        brandId,
        address,
        subject,
        words,
        kind,
        purpose,
        at,
        connectionId,
        thread);
  }
}
