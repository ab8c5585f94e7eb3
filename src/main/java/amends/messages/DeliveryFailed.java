package amends.messages;

import amends.shared.Subject;

/**
 * A message did not get there; published in the transaction that records it.
 *
 * @param reason what the other side said, one line
 * @param permanent whether the address is dead; false when we gave up trying
 */
public record DeliveryFailed(
    long deliveryId, long messageId, Subject about, String reason, boolean permanent) {}
