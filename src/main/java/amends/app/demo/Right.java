package amends.app.demo;

import amends.goods.Goods;
import amends.goods.StopMarks;
import amends.remedies.Arrivals;
import amends.remedies.Authority;
import amends.remedies.Backings;
import amends.remedies.Catalogue;
import amends.remedies.Causes;
import amends.remedies.Offers;
import amends.remedies.Remedies;
import amends.remedies.RemedyGrant;
import amends.remedies.RemedyUnknown;
import amends.remedies.fulfilment.Order;
import amends.remedies.fulfilment.Shipments;
import amends.remedies.fulfilment.Tries;
import amends.remedies.fulfilment.Tries.Elsewhere;
import amends.shared.Subject;
import amends.staff.Viewer;
import java.time.InstantSource;
import java.util.Objects;
import org.springframework.context.ApplicationEventPublisher;

/** What colleagues make it right with. */
record Right(Remedies remedies, Offers offers, Backings backings, Shelf shelf, Told told) {
  /** What can be given, by whom, and what must not leave. */
  record Shelf(
      Catalogue catalogue, Causes causes, Authority authority, Goods goods, StopMarks marks) {}

  /** How the store and the bookkeeper tell what became of it. */
  record Told(
      Tries tries,
      Shipments shipments,
      ApplicationEventPublisher events,
      InstantSource clock,
      Arrivals arrivals) {}

  /** The newest grant of a case. */
  RemedyGrant newest(long number) {
    return remedies.of(Subject.of("case", number)).getLast();
  }

  /** Posted, or paid by hand, by somebody who did not give it. */
  void done(long number, Viewer by) {
    Order order = told.tries().see(newest(number).id(), by);
    long attempt = Objects.requireNonNull(order.last()).id();
    if (order.what().equals("shipment")) {
      told.shipments().ship(attempt, "CC 4417 0" + order.grantId(), by);
    } else {
      told.tries()
          .done(
              attempt,
              new Elsewhere(
                  "Bank transfer, slip in the blue folder",
                  told.clock().instant(),
                  null,
                  "BT-" + order.grantId()),
              by);
    }
  }

  void failed(long number, Viewer by) {
    told.tries().notDone(newest(number).id(), "Her bank says that the account is closed", by);
  }

  void unknown(long number) {
    tell(new RemedyUnknown(newest(number).id(), told.clock().instant()));
  }

  private void tell(Object event) {
    told.events().publishEvent(event);
  }
}
