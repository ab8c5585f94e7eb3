package amends.cases;

import java.time.Instant;

/**
 * What somebody said in a past matter.
 *
 * @param externalId its key in the other help desk
 * @param side who spoke: customer, colleague, or note for what was never sent
 */
public record PastWord(
    long caseId, String externalId, String side, String who, String words, Instant saidAt) {}
