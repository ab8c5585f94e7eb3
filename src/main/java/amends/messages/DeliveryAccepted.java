package amends.messages;

import amends.shared.Subject;
import java.time.Instant;

/** The customer's provider took a message; published in the transaction that records it. */
public record DeliveryAccepted(long deliveryId, long messageId, Subject about, Instant at) {}
