package amends.cases;

import amends.promises.Promise;
import amends.promises.PromiseKept;
import amends.promises.PromiseMade;
import amends.promises.PromiseReleased;
import org.springframework.context.event.EventListener;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;

/** What was done elsewhere, or is no longer owed, moves the case on that it was promised in. */
@Component
final class DeedsInCases {
  private final CaseRows rows;
  private final MailCases mailCases;

  DeedsInCases(CaseRows rows, MailCases mailCases) {
    this.rows = rows;
    this.mailCases = mailCases;
  }

  @EventListener
  @Order(Ordered.LOWEST_PRECEDENCE)
  void on(PromiseKept event) {
    moveOn(event.promise());
  }

  @EventListener
  @Order(Ordered.LOWEST_PRECEDENCE)
  void on(PromiseReleased event) {
    moveOn(event.promise());
  }

  /** Another moment was agreed to where it was booked. */
  @EventListener
  @Order(Ordered.LOWEST_PRECEDENCE)
  void on(PromiseMade event) {
    if (event.promise().followsId() != null) {
      moveOn(event.promise());
    }
  }

  private void moveOn(Promise promise) {
    if (promise.kind() == Promise.Kind.DEED && promise.about().kind().equals("case")) {
      rows.lockStanding(promise.about().id())
          .filter(matter -> !matter.closed())
          .ifPresent(matter -> {
            mailCases.moveOn(matter);
            mailCases.point(matter);
          });
    }
  }
}
