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
import amends.remedies.RemedyDone;
import amends.remedies.RemedyFailed;
import amends.remedies.RemedyGrant;
import amends.remedies.RemedyUnknown;
import amends.shared.Acts;
import amends.shared.Subject;
import java.time.InstantSource;
import org.springframework.context.ApplicationEventPublisher;

/** What colleagues make it right with. */
record Right(Remedies remedies, Offers offers, Backings backings, Shelf shelf, Told told) {
  /** What can be given, by whom, and what must not leave. */
  record Shelf(
      Catalogue catalogue, Causes causes, Authority authority, Goods goods, StopMarks marks) {}

  /** How the store and the bookkeeper tell what became of it. */
  record Told(
      Acts acts, ApplicationEventPublisher events, InstantSource clock, Arrivals arrivals) {}

  /** The newest grant of a case. */
  RemedyGrant newest(long number) {
    return remedies.of(Subject.of("case", number)).getLast();
  }

  void done(long number) {
    RemedyGrant grant = newest(number);
    tell(new RemedyDone(grant.id(), told.clock().instant(), grant.subject()));
  }

  void failed(long number) {
    tell(new RemedyFailed(newest(number).id(), told.clock().instant(), "returned"));
  }

  void unknown(long number) {
    tell(new RemedyUnknown(newest(number).id(), told.clock().instant()));
  }

  private void tell(Object event) {
    told.acts().run(() -> told.events().publishEvent(event));
  }
}
