package amends.messages;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * How mail flows, for the health page.
 *
 * @param unread mails that came and are not read yet
 * @param oldestUnread when the oldest of them may be read
 * @param unreadInTrouble how many of them have failed
 * @param unsent deliveries that are due
 * @param oldestUnsent since when the oldest of them is due
 * @param unsentInTrouble how many have been tried in vain so far
 * @param connected whether a mail server is set that takes outgoing mail
 * @param heldBack whether nothing may leave until an operator has released it
 */
public record MailState(
    long unread,
    @Nullable Instant oldestUnread,
    long unreadInTrouble,
    long unsent,
    @Nullable Instant oldestUnsent,
    long unsentInTrouble,
    boolean connected,
    boolean heldBack) {}
