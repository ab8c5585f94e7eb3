package amends.remedies;

import amends.shared.Subject;
import java.time.Instant;

/**
 * What was granted has left or was done, as the evidence says. Whether it arrived and works is
 * asked later.
 */
public record RemedyDone(long grantId, Instant at, Subject evidence) {}
