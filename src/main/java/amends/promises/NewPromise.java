package amends.promises;

import amends.shared.Actor;
import amends.shared.Subject;
import java.time.Instant;

/**
 * A promise about to be made.
 *
 * @param words what the customer is told, such as "we tell you when the new jug is posted"
 * @param dueAt must lie ahead
 */
public record NewPromise(
    Subject about,
    long customerId,
    Promise.Kind kind,
    String words,
    Instant dueAt,
    Owner owner,
    Actor madeBy) {}
