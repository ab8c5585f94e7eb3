package amends.cases.web;

import amends.cases.CaseFile;
import amends.customers.Customer;
import amends.promises.Promise;
import amends.shared.Texts.Voice;
import amends.shared.page.Clock;
import amends.shared.page.Page;
import amends.staff.Viewer;
import java.time.Duration;
import java.time.Instant;

/** A file in the hands of somebody: what every part of its page is made from. */
record Opened(Page page, Viewer viewer, CaseFile file, Customer customer, Names names) {
  Voice t() {
    return page.t();
  }

  Instant now() {
    return page.now();
  }

  Clock clock(Promise promise) {
    Promise.Moments moments = promise.moments();
    Instant keptAt = moments.keptAt() == null ? moments.madeGoodAt() : moments.keptAt();
    Instant movedAt = moments.movedAt() == null ? moments.agreedAt() : moments.movedAt();
    Instant releasedAt = moments.releasedAt();
    if (keptAt != null) {
      return Clock.kept(t(), keptAt, now());
    }
    if (movedAt != null) {
      return Clock.moved(t(), movedAt, now());
    }
    return releasedAt != null
        ? new Clock(Clock.State.MOVED, releasedAt, releasedAt, t().say("cases.promise.released"))
        : Clock.running(
            t(), promise.dueAt(), now(), Duration.between(promise.warnAt(), promise.dueAt()));
  }
}
