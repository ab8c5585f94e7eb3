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
import java.util.List;

/**
 * A file in the hands of somebody: what every part of its page is made from.
 *
 * @param parts the files of the cases that were merged into it
 */
record Opened(
    Page page,
    Viewer viewer,
    CaseFile file,
    Customer customer,
    Names names,
    List<String> tags,
    List<Opened> parts) {
  Voice t() {
    return page.t();
  }

  Instant now() {
    return page.now();
  }

  /**
   * Whether a promise can still be moved, agreed anew or released: to the customer, not yet due.
   */
  boolean movable(Promise promise) {
    return promise.owed()
        && promise.evidence() == null
        && promise.kind() != Promise.Kind.LOOK
        && promise.dueAt().isAfter(now());
  }

  /** The promise that this one stands for, through every move; itself when it was never moved. */
  Promise first(Promise promise) {
    Promise first = promise;
    while (first.followsId() != null) {
      long before = first.followsId();
      Promise earlier =
          file.promises().stream().filter(p -> p.id() == before).findFirst().orElse(null);
      if (earlier == null) {
        return first;
      }
      first = earlier;
    }
    return first;
  }

  Clock clock(Promise promise) {
    Promise.Moments moments = promise.moments();
    Instant keptAt = moments.keptAt();
    Instant madeGoodAt = moments.madeGoodAt();
    Instant movedAt = moments.movedAt();
    Instant agreedAt = moments.agreedAt();
    Instant releasedAt = moments.releasedAt();
    if (keptAt != null) {
      return Clock.kept(t(), keptAt, now());
    }
    if (madeGoodAt != null) {
      return Clock.madeGood(t(), madeGoodAt, now());
    }
    if (movedAt != null) {
      return Clock.moved(t(), movedAt, now());
    }
    if (agreedAt != null) {
      return new Clock(
          Clock.State.MOVED,
          agreedAt,
          agreedAt,
          t().say("cases.promise.agreed", t().at(agreedAt, now())));
    }
    return releasedAt != null
        ? new Clock(Clock.State.MOVED, releasedAt, releasedAt, t().say("cases.promise.released"))
        : Clock.running(
            t(), promise.dueAt(), now(), Duration.between(promise.warnAt(), promise.dueAt()));
  }
}
