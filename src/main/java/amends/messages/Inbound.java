package amends.messages;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A raw mail as the door stored it.
 *
 * @param envelopeFrom empty for a null sender
 * @param messageId normalised, without brackets; made from the hash where the mail had none
 * @param disposition {@code case}, {@code quarantine}, {@code tray} or {@code dismissed}; null
 *     while unread
 * @param mailboxId the mailbox that it lay in; null when it came another way
 */
public record Inbound(
    long id,
    String envelopeFrom,
    List<String> envelopeTo,
    Instant receivedAt,
    String messageId,
    long size,
    @Nullable String disposition,
    @Nullable Long mailboxId) {}
