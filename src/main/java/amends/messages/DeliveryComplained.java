package amends.messages;

import amends.shared.Subject;

/**
 * A message arrived and its reader called it unwanted (a feedback loop's report, RFC 5965);
 * published in the transaction that records it. Mail that nobody requires must stop.
 */
public record DeliveryComplained(long deliveryId, long messageId, Subject about, long customerId) {}
