package amends.remedies;

import java.time.Instant;

/**
 * What was granted will not leave: nothing was paid, nothing was sent.
 *
 * @param reason a code; its words are {@code remedies.failed.<reason>}
 */
public record RemedyFailed(long grantId, Instant at, String reason) {}
