package amends.messages;

import amends.customers.Purpose;
import java.time.Instant;

/**
 * One text on its way to many people.
 *
 * @param messageId the message that its deliveries are of
 * @param subject with places in braces
 * @param body with places in braces, and with what happens next
 * @param at when it was started
 */
public record Mailing(
    long id,
    long messageId,
    long brandId,
    Purpose purpose,
    String subject,
    String body,
    Instant at) {}
