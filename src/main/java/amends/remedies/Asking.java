package amends.remedies;

import amends.customers.Customer;
import amends.customers.Customers;
import amends.journal.Journal;
import amends.promises.NewPromise;
import amends.promises.Owner;
import amends.promises.Promise;
import amends.promises.Promises;
import amends.remedies.RequestRows.Asked;
import amends.remedies.Ruling.Above;
import amends.remedies.Ruling.Never;
import amends.remedies.Ruling.Within;
import amends.shared.Refusal;
import amends.shared.Texts;
import amends.shared.Tokens;
import amends.staff.Viewer;
import java.time.Instant;
import java.time.InstantSource;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Component;

/**
 * Puts what is above authority before one person, and promises the customer when they will hear.
 */
@Component
final class Asking {
  private final RequestRows rows;
  private final Deciding deciding;
  private final RequestBell bell;
  private final Tellings tellings;

  Asking(RequestRows rows, Deciding deciding, RequestBell bell, Tellings tellings) {
    this.rows = rows;
    this.deciding = deciding;
    this.bell = bell;
    this.tellings = tellings;
  }

  /** Who hears of it. */
  @Component
  record Tellings(
      Promises promises, Customers customers, Texts texts, Journal journal, Publishing publishing) {
    InstantSource clock() {
      return publishing.clock();
    }

    ApplicationEventPublisher events() {
      return publishing.events();
    }

    long promise(Matter matter, Instant dueAt, Viewer by) {
      Customer customer = customers.customer(matter.customerId());
      String words = texts.voice(customer.locale(), customer.zone()).say("remedies.promise.tell");
      return promises
          .make(
              new NewPromise(
                  matter.about(),
                  matter.customerId(),
                  Promise.Kind.CONTACT,
                  words,
                  dueAt,
                  new Owner(matter.scope().ownerId(), matter.teamId()),
                  by.actor()))
          .id();
    }
  }

  /** The clock, and the way to the rooms above. */
  @Component
  record Publishing(InstantSource clock, ApplicationEventPublisher events) {}

  Request ask(Matter matter, Wanted wanted, String once, Viewer by) {
    String key =
        once.isBlank()
            ? null
            : HexFormat.of().formatHex(Tokens.hash("ask " + by.id() + " " + once));
    List<Request> before =
        key == null ? List.of() : rows.where("r.once_key = :key", Map.of("key", key));
    if (!before.isEmpty()) {
      return same(before.getFirst(), matter, wanted);
    }
    Deciding.Considered considered = deciding.look(matter, wanted, by);
    Safety.refuseBlocked(considered.safe(), "unit");
    return switch (considered.ruling()) {
      case Within within -> throw new Refusal("amount", "remedies.refusal.needs-nobody");
      case Never never -> {
        Deciding.within(never);
        throw new IllegalStateException("unreachable");
      }
      case Above above -> put(matter, wanted, above, key, by);
    };
  }

  /**
   * @throws Refusal when what was sent before was something else
   */
  private static Request same(Request before, Matter matter, Wanted wanted) {
    if (!before.about().equals(matter.about()) || !before.wanted().sameAs(wanted)) {
      throw new Refusal("", "remedies.refusal.changed");
    }
    return before;
  }

  private Request put(Matter matter, Wanted wanted, Above above, @Nullable String key, Viewer by) {
    Instant now = tellings.clock().instant();
    Long standIn = above.standIn();
    long promise = tellings.promise(matter, above.toldBy(), by);
    Asked asked = new Asked(by.id(), above.approver(), standIn, above.dueAt(), promise, key);
    long id = rows.insert(matter, wanted, above.amount(), asked, now);
    Request request = rows.find(id).orElseThrow();
    bell.set(request, now);
    tellings
        .journal()
        .record(
            "remedy.asked",
            matter.about(),
            by.actor(),
            Map.of("request", id, "approver", above.approver()));
    tellings.events().publishEvent(new RemedyAsked(request));
    return request;
  }
}
