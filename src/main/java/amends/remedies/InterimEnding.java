package amends.remedies;

import java.time.Instant;

/** An interim remedy ends soon, and there is no final one yet. */
public record InterimEnding(RemedyGrant grant, Instant endsAt) {}
