package amends.remedies;

import java.time.Instant;

/** Nobody knows whether what was granted has left; it will be asked. */
public record RemedyUnknown(long grantId, Instant at) {}
