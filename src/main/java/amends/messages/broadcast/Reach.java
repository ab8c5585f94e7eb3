package amends.messages.broadcast;

import amends.messages.ManyErrands;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * How far it is: everybody is counted once.
 *
 * @param people on the list
 * @param reached a provider took it for them
 * @param unreached it came back and no other way is left, or there was none at all
 * @param suppressed they must not get it: they said no, or were written to often enough, …
 * @param stopped it was stopped before their turn
 * @param coming their turn is still to come
 * @param waiting of those, how many wait for the end of quiet hours or for another try
 * @param waitingUntil when the last of them may be written to; null when none waits
 * @param byHand of those, what colleagues still have to print, post and call
 * @param finish when machines will have done their part; null when that cannot be said
 */
public record Reach(
    int people,
    int reached,
    int unreached,
    int suppressed,
    int stopped,
    int coming,
    int waiting,
    @Nullable Instant waitingUntil,
    ManyErrands.Left byHand,
    @Nullable Instant finish) {}
