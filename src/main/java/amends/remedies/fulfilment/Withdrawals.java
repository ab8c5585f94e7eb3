package amends.remedies.fulfilment;

import amends.remedies.Withdrawal;
import amends.remedies.fulfilment.Attempt.State;
import amends.remedies.fulfilment.AttemptRows.Ending;
import amends.shared.Actor;
import java.time.InstantSource;
import org.springframework.stereotype.Component;

/**
 * Takes an order back while it only waits. A courier takes a try and writes that it calls in one
 * statement: either it comes first and is seen here, or it finds the try ended.
 */
@Component
final class Withdrawals implements Withdrawal {
  private final Orders orders;
  private final AttemptRows attempts;
  private final StopRows stops;
  private final Allocation allocation;
  private final InstantSource clock;

  Withdrawals(
      Orders orders,
      AttemptRows attempts,
      StopRows stops,
      Allocation allocation,
      InstantSource clock) {
    this.orders = orders;
    this.attempts = attempts;
    this.stops = stops;
    this.allocation = allocation;
    this.clock = clock;
  }

  @Override
  public boolean withdraw(long grantId, Actor by) {
    Order order = orders.held(grantId);
    if (!waits(order) || stops.open(grantId).isPresent()) {
      return false;
    }
    order.attempts().stream()
        .filter(attempt -> !attempt.state().isOver())
        .forEach(attempt -> attempts.end(undone(attempt, by)));
    allocation.release(grantId, by);
    return true;
  }

  @Override
  public boolean waits(long grantId) {
    return orders.of(grantId).filter(Withdrawals::waits).isPresent()
        && stops.of(grantId).stream().noneMatch(Stop::isOpen);
  }

  private static boolean waits(Order order) {
    return order.attempts().stream().allMatch(Withdrawals::waits);
  }

  private static boolean waits(Attempt attempt) {
    return attempt.calledAt() == null
        && (attempt.state() == State.READY || attempt.state() == State.STOPPED);
  }

  private Ending undone(Attempt attempt, Actor by) {
    return new Ending(
        attempt.id(),
        "stopped",
        clock.instant(),
        by.isPerson() ? by.id() : null,
        null,
        "undone",
        null,
        false);
  }
}
