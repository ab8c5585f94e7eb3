package amends.messages;

import amends.shared.Subject;

/**
 * A message was written and not sent, because an automatic message more would be one too many.
 *
 * @param reason the key of a text
 */
public record MessageNotSent(long messageId, Subject about, String reason) {}
