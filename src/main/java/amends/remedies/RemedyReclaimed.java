package amends.remedies;

import java.time.Instant;

/** A second person claimed back, on evidence, what had left. */
public record RemedyReclaimed(long grantId, Instant at) {}
