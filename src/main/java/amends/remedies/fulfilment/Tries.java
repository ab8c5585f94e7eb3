package amends.remedies.fulfilment;

import amends.remedies.fulfilment.Attempt.State;
import amends.remedies.fulfilment.AttemptRows.Ending;
import amends.shared.NotFound;
import amends.shared.Plain;
import amends.shared.Refusal;
import amends.shared.Subject;
import amends.staff.Viewer;
import java.time.Instant;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/**
 * What colleagues do with a payment that did not go through by itself. Each is one act, decided
 * with the order held: nothing is ever begun anew while a try may still have been done.
 */
@Component
public final class Tries {
  private static final int LONGEST = 200;

  private final Orders orders;
  private final AttemptRows rows;
  private final Outcomes outcomes;
  private final Allocation allocation;
  private final Desk desk;

  Tries(Orders orders, AttemptRows rows, Outcomes outcomes, Allocation allocation, Desk desk) {
    this.orders = orders;
    this.rows = rows;
    this.outcomes = outcomes;
    this.allocation = allocation;
    this.desk = desk;
  }

  /**
   * The order of a grant.
   *
   * @throws NotFound when there is none, or the viewer may not know of its matter
   */
  public Order see(long grantId, Viewer viewer) {
    Order order =
        orders.of(grantId).orElseThrow(() -> new NotFound(Subject.of("remedy_grant", grantId)));
    desk.seen(order, viewer);
    return order;
  }

  /**
   * Gives it to the provider that the routes name, when people have it in hand.
   *
   * @param payment their number of the payment that it goes back to; empty when it is known
   * @throws Refusal when it may be on its way, or was done, no provider does it, or that one does
   *     not know the payment
   */
  public void again(long grantId, String payment, Viewer by) {
    desk.requirePaying(by);
    String named = Plain.line(payment, LONGEST);
    see(grantId, by);
    desk.acts()
        .run(() -> {
          Order order = orders.held(grantId);
          desk.refuseStopped(grantId);
          Attempt last = order.last();
          if (last == null || last.state().isOver()) {
            throw new Refusal("", "remedies.pay.refusal.over");
          }
          if (!last.byPeople() || last.state() == State.DONE) {
            throw new Refusal("", "remedies.pay.refusal.not-over");
          }
          Long connection = orders.by(grantId, order.what(), order.money());
          if (connection == null) {
            throw new Refusal("", "remedies.pay.refusal.no-route");
          }
          String reference = named.isEmpty() ? order.reference() : named;
          if (!orders.knows(connection, reference)) {
            throw new Refusal("payment", "remedies.pay.refusal.payment");
          }
          orders.refer(order.id(), reference);
          rows.end(ended(last.id(), "stopped", by, "again"));
          orders.attempt(order.id(), grantId, connection, by.id());
        });
  }

  /**
   * What was paid past this program.
   *
   * @param evidence where it can be seen
   * @param connectionId through whom it was paid, when that is one of ours
   * @param theirId their number of it; null when it is not known
   */
  public record Elsewhere(
      String evidence, Instant at, @Nullable Long connectionId, @Nullable String theirId) {}

  /**
   * It was paid past this program: nothing is paid for it any more.
   *
   * @throws Refusal when the program may be paying it itself, it was done, undone or given up, or
   *     by whoever gave it
   */
  public void elsewhere(long grantId, Elsewhere what, Viewer by) {
    desk.requirePaying(by);
    see(grantId, by);
    String evidence = Desk.evidence(what.evidence(), "evidence");
    desk.acts()
        .run(() -> {
          Order order = orders.held(grantId);
          refuse(order, by, what.at());
          Attempt last = order.last();
          if (last != null && mayHaveLeft(last)) {
            refuseUndecided(last);
            end(order, last, "done", what, evidence, by);
            return;
          }
          desk.refuseStopped(grantId);
          if (order.isOver()) {
            throw new Refusal("", "remedies.pay.refusal.ended");
          }
          if (last != null) {
            rows.end(ended(last.id(), "stopped", by, "elsewhere"));
          }
          long id = orders.attemptByPeople(order.id(), grantId, what.connectionId(), by.id());
          rows.end(
              new Ending(
                  id, "done", what.at(), by.id(), line(what.theirId()), null, evidence, true));
          outcomes.done(id, grantId, by.actor());
        });
  }

  private Ending ended(long attempt, String outcome, Viewer by, String why) {
    return new Ending(attempt, outcome, desk.clock().instant(), by.id(), null, why, null, false);
  }

  /** For what may be told: done once, by somebody else, and not ahead. */
  private void refuse(Order order, Viewer by, Instant at) {
    Attempt last = order.last();
    if (last != null && last.state() == State.DONE) {
      throw new Refusal("", "remedies.pay.refusal.done");
    }
    if (order.money() != null && desk.isGranter(order.grantId(), by)) {
      throw new Refusal("", "remedies.pay.refusal.own");
    }
    if (at.isAfter(desk.clock().instant())) {
      throw new Refusal("day", "remedies.pay.refusal.ahead");
    }
  }

  private static boolean mayHaveLeft(Attempt attempt) {
    return !attempt.byPeople()
        && (attempt.state() == State.UNKNOWN || attempt.state() == State.PENDING);
  }

  /** While somebody is asked, they say what became of it; once nobody is, a colleague does. */
  private void refuseUndecided(Attempt attempt) {
    if (!orders.isAsked(attempt)) {
      return;
    }
    if (attempt.state() != State.UNKNOWN) {
      throw new Refusal("", "remedies.pay.refusal.on-its-way");
    }
    if (attempt.personAt() == null) {
      throw new Refusal("", "remedies.pay.refusal.asking");
    }
  }

  private void end(
      Order order, Attempt attempt, String outcome, Elsewhere what, String evidence, Viewer by) {
    boolean done = outcome.equals("done");
    rows.end(
        new Ending(
            attempt.id(),
            outcome,
            what.at(),
            by.id(),
            line(what.theirId()),
            done ? null : "not_done",
            evidence,
            false));
    if (done) {
      outcomes.done(attempt.id(), order.grantId(), by.actor());
    } else if (attempt.byPeople()) {
      outcomes.givenUp(attempt.id(), order.grantId(), by.actor());
    } else {
      outcomes.toPeople(attempt.id(), order.grantId(), "not_done", by.actor());
    }
  }

  private static @Nullable String line(@Nullable String theirId) {
    String line = theirId == null ? "" : Plain.line(theirId, LONGEST);
    return line.isEmpty() ? null : line;
  }

  /**
   * The provider could not say; a colleague has looked, and it was not done: now it is people's to
   * do. What people have in hand already is given up by it: it will not leave.
   *
   * @throws Refusal while the program still asks, or by whoever gave it
   */
  public void notDone(long grantId, String evidence, Viewer by) {
    desk.requirePaying(by);
    see(grantId, by);
    String words = Desk.evidence(evidence, "seen");
    desk.acts()
        .run(() -> {
          Order order = orders.held(grantId);
          Instant now = desk.clock().instant();
          refuse(order, by, now);
          Attempt last = order.last();
          if (last == null || last.state().isOver()) {
            throw new Refusal("", "remedies.pay.refusal.over");
          }
          if (last.byPeople()) {
            desk.refuseStopped(grantId);
          } else {
            refuseUndecided(last);
          }
          end(order, last, "failed", new Elsewhere("", now, null, null), words, by);
          if (last.byPeople()) {
            allocation.release(grantId, by.actor());
          }
        });
  }

  /**
   * Done by hand, from the list of the back office.
   *
   * @throws Refusal when it was done, is not in the list, or by whoever gave the money
   */
  public void done(long attemptId, Elsewhere what, Viewer by) {
    desk.requirePaying(by);
    String evidence = Desk.evidence(what.evidence(), "evidence");
    desk.acts()
        .run(() -> {
          long grantId = grantOf(attemptId);
          see(grantId, by);
          Order order = orders.held(grantId);
          refuse(order, by, what.at());
          desk.refuseStopped(grantId);
          Attempt attempt = inHand(order, attemptId);
          if (order.what().equals("shipment")) {
            throw new Refusal("", "remedies.pay.refusal.pack");
          }
          end(order, attempt, "done", what, evidence, by);
        });
  }

  long grantOf(long attemptId) {
    return orders.grantOf(attemptId).orElseThrow(() -> new NotFound(Attempt.subject(attemptId)));
  }

  /**
   * @throws Refusal when it is not one that people do now
   */
  static Attempt inHand(Order order, long attemptId) {
    return order.attempts().stream()
        .filter(a -> a.id() == attemptId && a.byPeople())
        .filter(a -> !a.state().isOver() && a.state() != State.DONE)
        .findFirst()
        .orElseThrow(() -> new Refusal("", "remedies.pay.refusal.over"));
  }

  /** Whether a colleague may say what became of a try that the program began. */
  boolean isUndecided(Attempt attempt) {
    return !attempt.byPeople()
        && (attempt.state() == State.UNKNOWN && attempt.personAt() != null
            || !orders.isAsked(attempt));
  }

  /** Whether the granter and whoever says that it was paid must be two. */
  public boolean isOwn(Order order, Viewer viewer) {
    return order.money() != null && desk.isGranter(order.grantId(), viewer);
  }
}
