package amends.messages;

import amends.shared.Subject;
import java.time.Instant;

/**
 * A delivery that people carry was written: somebody has to call, print or take up the pen.
 * Published in the transaction that writes it.
 *
 * @param from not before this moment
 */
public record DeliveryLaid(
    long deliveryId,
    long messageId,
    Subject about,
    long customerId,
    long brandId,
    Medium medium,
    String address,
    Instant from) {}
