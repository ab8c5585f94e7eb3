package amends.remedies.fulfilment;

import amends.remedies.Matter;
import amends.remedies.fulfilment.Attempt.State;
import amends.shared.NotFound;
import amends.staff.Permission;
import amends.staff.Viewer;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** What somebody sees of how a grant is done, and what they may do about it now. */
@Component
public final class GrantDesk {
  private final Orders orders;
  private final Tries tries;
  private final Stops stops;
  private final Allocation allocation;
  private final Desk desk;

  GrantDesk(Orders orders, Tries tries, Stops stops, Allocation allocation, Desk desk) {
    this.orders = orders;
    this.tries = tries;
    this.stops = stops;
    this.allocation = allocation;
    this.desk = desk;
  }

  /**
   * @param kind the remedy's kind, a code
   * @param own whether the viewer gave it, and so cannot say that it was paid
   * @param stop the last stop; null when there was none
   * @param may codes of what the viewer may do: done, elsewhere, undone, again, unit, ship, stop,
   *     answer, decide, back
   */
  public record Seen(
      Order order,
      Matter matter,
      String kind,
      @Nullable Long unitId,
      boolean own,
      @Nullable Stop stop,
      Set<String> may) {}

  /**
   * @throws NotFound when there is none, or the viewer may not know of it
   */
  public Seen see(long grantId, Viewer viewer) {
    Order order = tries.see(grantId, viewer);
    Allocation.Parcel parcel = allocation.parcel(grantId);
    List<Stop> all = stops.of(grantId);
    Stop stop = all.isEmpty() ? null : all.getLast();
    boolean own = tries.isOwn(order, viewer);
    Set<String> may = new LinkedHashSet<>();
    if (desk.mayPay(viewer)) {
      boolean routed = orders.by(grantId, order.what(), order.money()) != null;
      paying(order, own, routed, stop, may);
    }
    stopping(order, stop, viewer, may);
    return new Seen(
        order,
        desk.seen(order, viewer),
        parcel.kind().name().toLowerCase(java.util.Locale.ROOT),
        parcel.unitId(),
        own && desk.mayPay(viewer),
        stop,
        may);
  }

  private void paying(
      Order order, boolean own, boolean routed, @Nullable Stop stop, Set<String> may) {
    Attempt last = order.last();
    boolean stopped = stop != null && (stop.isOpen() || Boolean.TRUE.equals(stop.upheld()));
    if (stop != null && stop.isReclaim() && Boolean.TRUE.equals(stop.upheld())) {
      if (stop.backAt() == null) {
        may.add("back");
      }
      return;
    }
    if (last == null || last.state().isOver()) {
      return;
    }
    State state = last.state();
    boolean undecided = state != State.DONE && tries.isUndecided(last);
    if (stopped) {
      // What may have left must be known before anybody can decide on the stop.
      if (undecided && !own && state != State.READY) {
        may.addAll(List.of("elsewhere", "undone"));
      }
      return;
    }
    if (state != State.DONE && last.byPeople() && routed) {
      may.add("again");
    }
    if (state != State.DONE && last.byPeople() && order.what().equals("shipment")) {
      may.addAll(List.of("unit", "ship"));
    }
    if (own || state == State.DONE) {
      return;
    }
    if (last.byPeople()) {
      may.add("undone");
      if (!order.what().equals("shipment")) {
        may.add("done");
      }
    } else if (undecided) {
      may.addAll(List.of("elsewhere", "undone"));
    } else if (state == State.READY) {
      may.add("elsewhere");
    }
  }

  private void stopping(Order order, @Nullable Stop stop, Viewer viewer, Set<String> may) {
    if (stop != null && stop.isOpen()) {
      if (desk.permitted(Permission.WORK_CASE, order, viewer)) {
        may.add("answer");
      }
      if (stops.may(order, viewer)) {
        may.add("decide");
      }
    } else if ((stop == null || Boolean.FALSE.equals(stop.upheld()))
        && !order.isOver()
        && stops.may(order, viewer)) {
      may.add("stop");
    }
  }
}
