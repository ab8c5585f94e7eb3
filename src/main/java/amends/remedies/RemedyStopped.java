package amends.remedies;

import java.time.Instant;

/** A second person stopped, on evidence, what had not left yet. */
public record RemedyStopped(long grantId, Instant at) {}
