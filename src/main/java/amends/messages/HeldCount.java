package amends.messages;

import amends.shared.Subject;
import org.jspecify.annotations.Nullable;

/**
 * How much held mail of a kind waits that seems to belong to one matter.
 *
 * @param about null for what belongs to none
 * @param late whether some of it has waited longer than it may
 */
public record HeldCount(HeldKind kind, @Nullable Subject about, int mails, boolean late) {}
