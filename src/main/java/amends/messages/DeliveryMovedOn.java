package amends.messages;

import amends.shared.Subject;

/**
 * A message did not get there, and goes another way now; published in the transaction that records
 * it, instead of {@link DeliveryFailed}. What it was to keep is still to be kept by it.
 *
 * @param reason what the other side said, one line
 * @param permanent whether the address is dead
 * @param next the delivery that follows
 */
public record DeliveryMovedOn(
    long deliveryId,
    long messageId,
    Subject about,
    String reason,
    boolean permanent,
    Medium from,
    Medium to,
    long next) {}
