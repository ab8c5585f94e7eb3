package amends.cases;

import amends.promises.After;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What was agreed elsewhere with a customer, as they may read it: without where it happens, and
 * without what makes it certain.
 *
 * @param state waiting, owed, danger, kept, late, broken, released, done or cancelled
 * @param at by when the customer counts on it
 * @param firstAt by when it was promised first
 * @param endedAt when it was done or cancelled; null for neither
 * @param cancelledBy customer or us; null while it stands
 * @param caseId the case that its promise goes on in; null for none
 * @param offered other moments that can be chosen in that case
 * @param ifNot what happens now, from standing promises that were not kept with it
 * @param begins what it waits for, or waited for; null where its moment was known
 */
public record BookedFor(
    long id,
    String words,
    String state,
    Instant at,
    Instant firstAt,
    Instant warnAt,
    @Nullable Instant endedAt,
    @Nullable String cancelledBy,
    @Nullable Long caseId,
    List<Instant> offered,
    List<String> ifNot,
    @Nullable Begins begins) {
  /** What it begins with, and how long after it. */
  public record Begins(String waitsFor, After after) {}
}
