package amends.remedies.fulfilment;

import amends.goods.Goods;
import amends.goods.Stock;
import amends.goods.Unit;
import amends.remedies.Hazard;
import amends.remedies.Safety;
import amends.remedies.fulfilment.Allocation.Parcel;
import amends.remedies.fulfilment.AttemptRows.Ending;
import amends.shared.Plain;
import amends.shared.Refusal;
import amends.staff.Viewer;
import java.util.List;
import org.springframework.stereotype.Component;

/**
 * What is packed and posted. It is looked at once more in the act in which it leaves, with the
 * unit, its lot and its product held: what is blocked never leaves.
 */
@Component
public final class Shipments {
  private static final int LONGEST = 200;

  private final Tries tries;
  private final Orders orders;
  private final Store store;
  private final Safety safety;
  private final Desk desk;

  Shipments(Tries tries, Orders orders, Store store, Safety safety, Desk desk) {
    this.tries = tries;
    this.orders = orders;
    this.store = store;
    this.safety = safety;
    this.desk = desk;
  }

  /** Where units lie, and where tries are written. */
  @Component
  record Store(
      Allocation allocation, Stock stock, Goods goods, AttemptRows rows, Outcomes outcomes) {}

  /**
   * Takes another unit for it.
   *
   * @param serial as it stands on the plate
   * @throws Refusal of the field {@code serial} when there is none such, it is held for somebody
   *     else, or something stands against sending it
   */
  public void choose(long attemptId, String serial, Viewer by) {
    desk.requirePaying(by);
    long grantId = seen(attemptId, by);
    desk.acts()
        .run(() -> {
          Order order = orders.held(grantId);
          Tries.inHand(order, attemptId);
          Parcel parcel = store.allocation().parcel(grantId);
          Unit unit = unit(parcel, serial);
          List<Hazard> blocks = store.allocation().blocks(parcel, unit.id());
          if (!blocks.isEmpty()) {
            throw new Refusal("serial", "remedies.pay.refusal.blocked", unit.serial());
          }
          store.allocation().choose(parcel, unit.id(), by.actor());
        });
  }

  private Unit unit(Parcel parcel, String serial) {
    Long product = parcel.productId();
    return store.goods().units(serial).stream()
        .filter(u -> product == null || u.product().id() == product)
        .findFirst()
        .orElseThrow(() -> new Refusal("serial", "remedies.pay.refusal.serial"));
  }

  /**
   * It leaves.
   *
   * @param tracking the carrier's number, which is the evidence
   * @throws Refusal when no unit was chosen, it must not leave, or it has left
   */
  public void ship(long attemptId, String tracking, Viewer by) {
    desk.requirePaying(by);
    long grantId = seen(attemptId, by);
    String number = Plain.line(tracking, LONGEST);
    if (number.isEmpty()) {
      throw new Refusal("tracking", "remedies.pay.refusal.tracking");
    }
    desk.acts()
        .run(() -> {
          Order order = orders.held(grantId);
          desk.refuseStopped(grantId);
          Attempt attempt = Tries.inHand(order, attemptId);
          Parcel parcel = store.allocation().parcel(grantId);
          Long unit = parcel.unitId();
          if (unit == null && parcel.productId() != null) {
            throw new Refusal("serial", "remedies.pay.refusal.no-unit");
          }
          if (unit != null) {
            safety.holdToShip(grantId);
            store.stock().leave(unit, parcel.holder(), by.actor());
          }
          store.rows().end(shipped(attempt, number, by));
          store.outcomes().done(attempt.id(), grantId, by.actor());
        });
  }

  private Ending shipped(Attempt attempt, String number, Viewer by) {
    return new Ending(
        attempt.id(), "done", desk.clock().instant(), by.id(), number, null, null, false);
  }

  private long seen(long attemptId, Viewer by) {
    long grantId = tries.grantOf(attemptId);
    Order order = tries.see(grantId, by);
    if (!order.what().equals("shipment")) {
      throw new Refusal("", "remedies.pay.refusal.over");
    }
    return grantId;
  }
}
