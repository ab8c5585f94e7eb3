package amends.remedies.pay;

import org.jspecify.annotations.Nullable;

/**
 * What a provider told by itself, and which of ours it is about. It comes any number of times and
 * in any order.
 *
 * @param event their number of this telling
 * @param key ours; null when they did not say it
 * @param theirId their number of what they did; null when they did not say it
 * @param reference their number of the payment that it goes back to; null when they did not say it
 * @param cameBack whether they say that what was done has come back to us
 */
public record News(
    String event,
    @Nullable String key,
    @Nullable String theirId,
    @Nullable String reference,
    boolean cameBack) {}
