package amends.remedies;

import amends.shared.Subject;
import java.time.Instant;

/**
 * What had left has come back to us: a refund to a card that is no more. It stays granted, and
 * another way is sought.
 *
 * @param evidence the try that came back
 */
public record RemedyCameBack(long grantId, Instant at, Subject evidence) {}
