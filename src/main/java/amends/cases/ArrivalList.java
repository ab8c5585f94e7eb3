package amends.cases;

import amends.customers.Customers;
import amends.goods.Order;
import amends.promises.ArrivalCsv;
import amends.promises.Booking;
import amends.shared.Actor;
import amends.shared.Refusal;
import amends.staff.Viewer;
import java.time.Instant;
import java.time.InstantSource;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/**
 * Lists of what has come, from a file that somebody hands in: whatever waits for it begins. Each
 * line is an act of its own, so that a list that was cut off is handed in again.
 */
@Component
public final class ArrivalList {
  private final Arrivals arrivals;
  private final Customers customers;
  private final InstantSource clock;

  ArrivalList(Arrivals arrivals, Customers customers, InstantSource clock) {
    this.arrivals = arrivals;
    this.customers = customers;
    this.clock = clock;
  }

  /**
   * One line, with what became of it.
   *
   * @param begun how many promises began; none where nothing waits, or it has begun before
   * @param refusal why it was not taken; null when it was
   */
  public record Line(long place, String name, int begun, @Nullable Refusal refusal) {}

  /**
   * What the viewer may not work on is left alone.
   *
   * @throws Refusal when it cannot be read at all
   */
  public List<Line> enter(byte[] file, Viewer by) {
    return entered(file, arrivals.reach(by));
  }

  /** The same, for whoever may work on everything. */
  public List<Line> enter(byte[] file, Actor by) {
    return entered(file, Arrivals.Reach.whole(by));
  }

  private List<Line> entered(byte[] file, Arrivals.Reach reach) {
    List<Line> lines = new ArrayList<>();
    for (ArrivalCsv.Row row : ArrivalCsv.read(file)) {
      try {
        lines.add(new Line(row.place(), row.name(), begun(row, reach), null));
      } catch (Refusal refusal) {
        lines.add(new Line(row.place(), row.name(), 0, refusal));
      }
    }
    return lines;
  }

  private int begun(ArrivalCsv.Row row, Arrivals.Reach reach) {
    if (row.order().isEmpty() == row.booking().isEmpty()) {
      throw new Refusal("order", "promises.arrival.refuse.which");
    }
    if (row.order().isEmpty()) {
      Booking waiting = arrivals.booking(row.booking(), reach.bookings());
      Instant at = at(row, waiting.sheet().customerId());
      return arrivals.begins(waiting, at, reach.by()) ? 1 : 0;
    }
    Order order = arrivals.order(row.order());
    return arrivals.arrived(order.id(), at(row, order.customerId()), reach);
  }

  private Instant at(ArrivalCsv.Row row, long customer) {
    ZoneId zone = customers.customer(customer).zone();
    return row.at(zone, clock.instant());
  }
}
