package amends.cases;

import amends.promises.Promise;
import amends.shared.Actor;
import java.time.Duration;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * A case about to be opened, with its first next moment.
 *
 * @param ownerId null leaves it to the team
 * @param customerKnows false when we open it before the customer knows
 * @param next the first promise's kind; a {@link Promise.Kind#LOOK} when the customer does not know
 * @param nextWords what is promised
 * @param nextDueAt by when, ahead
 */
public record NewCase(
    long brandId,
    long teamId,
    @Nullable Long ownerId,
    long customerId,
    String channel,
    String subject,
    String happened,
    @Nullable String asks,
    @Nullable Long orderId,
    @Nullable Long unitId,
    boolean customerKnows,
    Promise.Kind next,
    String nextWords,
    Instant nextDueAt,
    Actor openedBy) {

  /** The same case where the rules send it; an answer may come earlier than usual, never later. */
  NewCase routed(RoutingDecision to, Instant now) {
    Integer minutes = to.rule().then().answerMinutes();
    Instant within = minutes == null ? nextDueAt : now.plus(Duration.ofMinutes(minutes));
    return new NewCase(
        brandId,
        to.teamId(),
        to.personId(),
        customerId,
        channel,
        subject,
        happened,
        asks,
        orderId,
        unitId,
        customerKnows,
        next,
        nextWords,
        within.isBefore(nextDueAt) ? within : nextDueAt,
        openedBy);
  }
}
