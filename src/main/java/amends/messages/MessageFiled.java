package amends.messages;

import amends.shared.Subject;
import java.time.Instant;

/** A message from a customer was filed; published in the transaction that files it. */
public record MessageFiled(
    long messageId, long inboundId, Subject about, long customerId, Instant receivedAt) {}
