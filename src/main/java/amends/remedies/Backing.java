package amends.remedies;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * A grant was looked at afterwards, and stands.
 *
 * @param lesson what whoever looked would do next time; null when it is backed as it is
 */
public record Backing(long grantId, @Nullable String lesson, long by, Instant at) {}
