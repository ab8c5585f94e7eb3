package amends.portal;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * What a customer asked for and a colleague has to accept. Until then nothing was promised.
 *
 * @param kind call or representative
 * @param at when they want to be called; null for anything else
 * @param words what they said about it
 * @param decision accepted or declined; null while nobody has decided
 * @param why it was declined; null else
 * @param named who is to speak for them; null for anything else
 * @param answerId the answer that is owed because they asked; null where one was owed anyway
 */
public record Request(
    long id,
    long caseId,
    String kind,
    @Nullable Instant at,
    String words,
    Instant askedAt,
    @Nullable String decision,
    @Nullable String why,
    @Nullable Named named,
    @Nullable Long answerId) {

  /** Somebody who is to speak for a customer, as they named them. */
  public record Named(String name, String reach, String scope) {}

  public boolean open() {
    return decision == null;
  }
}
