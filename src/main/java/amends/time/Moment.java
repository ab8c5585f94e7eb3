package amends.time;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * What some words of a text say of time.
 *
 * @param start where the words begin in the text, {@code end} where they end, in UTF-16 units
 * @param from where it is a stretch of time: when that begins; {@code to} when it ends, null when
 *     it has no end
 * @param due by when it has to be done; null when only a beginning is named ("after Monday")
 */
public record Moment(
    int start,
    int end,
    String words,
    @Nullable Instant from,
    @Nullable Instant to,
    @Nullable Instant due) {}
