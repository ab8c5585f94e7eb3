package amends.messages;

import amends.shared.Actor;
import amends.shared.Subject;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * Mail that waits for a look, or has had it.
 *
 * @param reason the key of a text
 * @param detail what that sentence names; may be empty
 * @param about the case that it seems to belong to; null when none
 * @param sender name and address as claimed
 * @param dueAt by when somebody has to have looked
 * @param agedAt when that moment passed without a look; null when it has not
 * @param decidedAt when somebody decided; null while it waits
 * @param decision {@code opened}, {@code attached} or {@code dismissed}
 */
public record Held(
    long id,
    HeldKind kind,
    String reason,
    String detail,
    @Nullable Subject about,
    long inboundId,
    String sender,
    String subject,
    Instant receivedAt,
    Instant dueAt,
    @Nullable Instant agedAt,
    @Nullable Instant decidedAt,
    @Nullable Actor decidedBy,
    @Nullable String decision) {}
