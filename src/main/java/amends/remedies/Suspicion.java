package amends.remedies;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * A pattern that somebody looks into quietly. It accuses nobody.
 *
 * @param rule a code; its words are {@code remedies.suspicion.<rule>}
 * @param found how many grants the rule found together
 * @param verdict cleared or stopped; null while nobody has looked
 */
public record Suspicion(
    long id,
    RemedyGrant grant,
    String rule,
    int found,
    Instant seenAt,
    @Nullable Instant lookedAt,
    @Nullable Long lookedBy,
    @Nullable String verdict,
    @Nullable String words) {}
