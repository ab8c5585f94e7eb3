package amends.remedies;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * What an interim remedy bridges.
 *
 * @param approver who answers for it
 * @param endedBy the final remedy that ended it
 * @param endedWhy why it ended without one; null where one did, or where it still bridges
 * @param endedPerson who said so
 */
public record Interim(
    long grantId,
    String why,
    long approver,
    Instant endsAt,
    @Nullable Instant warnedAt,
    @Nullable Instant endedAt,
    @Nullable Long endedBy,
    @Nullable String endedWhy,
    @Nullable Long endedPerson) {}
