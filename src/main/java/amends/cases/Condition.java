package amends.cases;

import amends.promises.After;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * A promise that begins with something from outside.
 *
 * @param waitsFor what it begins with, as the customer reads it: "your parcel has arrived"
 * @param words what is promised then
 * @param after how long after it
 * @param metAt when it began; null while it waits
 */
public record Condition(
    long id,
    long caseId,
    String waitsFor,
    String words,
    After after,
    @Nullable Instant metAt,
    @Nullable Long promiseId) {}
