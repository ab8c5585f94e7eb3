package amends.cases;

import amends.goods.Goods;
import amends.goods.Order;
import amends.promises.Beginnings;
import amends.promises.Booking;
import amends.promises.Bookings;
import amends.shared.Actor;
import amends.shared.NotFound;
import amends.shared.Refusal;
import amends.shared.Subject;
import amends.staff.Permission;
import amends.staff.Scope;
import amends.staff.Viewer;
import java.time.Instant;
import java.util.function.Predicate;
import org.springframework.stereotype.Component;

/** What promises wait for has come: those in cases begin, and those of customers without one. */
@Component
public final class Arrivals {
  private final Access access;
  private final Conditions conditions;
  private final Beginnings beginnings;
  private final Bookings bookings;
  private final Goods goods;

  Arrivals(
      Access access, Conditions conditions, Beginnings beginnings, Bookings bookings, Goods goods) {
    this.access = access;
    this.conditions = conditions;
    this.beginnings = beginnings;
    this.bookings = bookings;
    this.goods = goods;
  }

  /**
   * What was ordered has arrived.
   *
   * @param order its number, as the customer sees it
   * @param at when; not in the future
   * @return how many promises began; what the caller may not work on is left alone
   * @throws Refusal when no order has this number
   */
  public int arrived(String order, Instant at, Viewer by) {
    return arrived(order(order).id(), at, reach(by));
  }

  /**
   * @throws Refusal when no order has this number
   */
  Order order(String number) {
    return goods
        .order(number)
        .orElseThrow(() -> new Refusal("order", "promises.booking.refuse.order", number));
  }

  /** Who says so, and what begins by it. */
  record Reach(Actor by, Predicate<Case> cases, Predicate<Booking> bookings) {
    /** Everything, for whoever runs the house. */
    static Reach whole(Actor by) {
      return new Reach(by, matter -> true, booking -> true);
    }
  }

  Reach reach(Viewer by) {
    return new Reach(
        by.actor(),
        matter -> access.permits().may(by, Permission.WORK_CASE, matter.scope()),
        booking -> mayWork(booking, by));
  }

  int arrived(long order, Instant at, Reach reach) {
    return access
        .acts()
        .call(() ->
            conditions.arrived(order, at, reach.by(), reach.cases())
                + beginnings.arrived(order, at, reach.by(), reach.bookings()));
  }

  /** Whether it begins now; false when it has begun before, or is over. */
  boolean begins(Booking waiting, Instant at, Actor by) {
    if (waiting.metAt() != null || waiting.over()) {
      return false;
    }
    beginnings.met(waiting.id(), at, by);
    return true;
  }

  /** By its number elsewhere, where it can be reached. */
  Booking booking(String externalId, Predicate<Booking> reached) {
    return bookings
        .named(externalId)
        .filter(reached)
        .orElseThrow(() -> new Refusal("booking", "cases.booking.refuse.unknown", externalId));
  }

  /**
   * What one booking waits for has come.
   *
   * @throws NotFound when there is none, or the viewer may not know of it
   * @throws Refusal when it does not wait
   */
  public void met(long booking, Instant at, Viewer by) {
    Booking waiting = bookings.booking(booking);
    access
        .permits()
        .require(by, Permission.WORK_CASE, PromisePlaces.scope(waiting), waiting.asSubject());
    beginnings.met(booking, at, by.actor());
  }

  /** The same, by its number in the system that it comes from. */
  public void met(String externalId, Instant at, Viewer by) {
    met(
        bookings
            .named(externalId)
            .map(Booking::id)
            .orElseThrow(() -> new Refusal("booking", "cases.booking.refuse.unknown", externalId)),
        at,
        by);
  }

  /**
   * What a promise in a case waits for has come.
   *
   * @throws NotFound when it does not wait, or the viewer may not know of its case
   */
  public void metInCase(long condition, Instant at, Viewer by) {
    conditions.met(
        conditions
            .caseOf(condition)
            .orElseThrow(() -> new NotFound(Subject.of("condition", condition))),
        condition,
        at,
        by);
  }

  private boolean mayWork(Booking waiting, Viewer by) {
    Scope scope = PromisePlaces.scope(waiting);
    return access.permits().may(by, Permission.WORK_CASE, scope);
  }
}
