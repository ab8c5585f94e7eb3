package amends.complaints;

import java.time.Instant;

/**
 * A letter that was written under the rules.
 *
 * @param messageId the message that carries it
 * @param writtenBy the colleague; the negative number of a token where a program wrote it
 */
public record Letter(LetterKind kind, long messageId, long writtenBy, Instant writtenAt) {}
