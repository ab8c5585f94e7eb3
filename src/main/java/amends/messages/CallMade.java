package amends.messages;

import amends.shared.Subject;
import amends.staff.Viewer;
import org.jspecify.annotations.Nullable;

/**
 * A colleague called and reached the person; published in the transaction that records it, before
 * the message that it delivers is told to have arrived.
 *
 * @param minutes how long it took; null when nobody noted it
 * @param said what was said, in the colleague's words
 */
public record CallMade(
    long messageId, Subject about, @Nullable Integer minutes, String said, Viewer by) {}
