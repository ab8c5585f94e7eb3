package amends.cases.web;

import amends.cases.Case;
import amends.cases.Cases;
import amends.cases.NewCase;
import amends.cases.Once;
import amends.customers.Customer;
import amends.promises.Promise;
import amends.shared.Refusal;
import amends.staff.Viewer;
import java.time.Instant;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicReference;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Opens a case from what was typed, in one act with the customer's statement. */
@Component
final class Opener {
  private final Cases cases;
  private final Once once;
  private final Callers callers;
  private final Matters matters;

  Opener(Cases cases, Once once, Callers callers, Matters matters) {
    this.cases = cases;
    this.once = once;
    this.callers = callers;
    this.matters = matters;
  }

  /** Empty when the same form was sent before. */
  Optional<Case> open(Ask ask) {
    Instant dueAt = required(Typed.moment(ask, "by"));
    AtomicReference<Case> opened = new AtomicReference<>();
    once.run(ask.field("once"), ask.viewer(), () -> opened.set(open(ask, dueAt)));
    return Optional.ofNullable(opened.get());
  }

  private Case open(Ask ask, Instant dueAt) {
    Viewer by = ask.viewer();
    refuseBlank(ask);
    Matters.Place place = matters.place(ask.field("owner"), by);
    Customer customer = callers.customer(ask, place.brand());
    boolean knows = !ask.field("channel").equals("ourselves");
    Case opened =
        cases.open(
            new NewCase(
                place.brand().id(),
                place.teamId(),
                place.ownerId(),
                customer.id(),
                matters.channel(ask.field("channel")),
                ask.field("subject"),
                ask.field("happened"),
                Typed.orNull(ask.field("asks")),
                matters.order(ask.field("order")),
                matters.unit(ask.field("unit")),
                knows,
                knows ? Promise.Kind.CONTACT : Promise.Kind.LOOK,
                ask.field("next"),
                dueAt,
                by.actor()),
            by);
    if (knows && cases.maySee(opened.id(), by)) {
      cases.state(opened.id(), "customer", customer.name(), ask.field("happened"), by);
    }
    return opened;
  }

  private static Instant required(@Nullable Instant dueAt) {
    if (dueAt == null) {
      throw new Refusal("by", "cases.refusal.no-moment");
    }
    return dueAt;
  }

  private static void refuseBlank(Ask ask) {
    if (ask.field("subject").isBlank()) {
      throw new Refusal("subject", "cases.refusal.no-subject");
    }
    if (ask.field("happened").isBlank()) {
      throw new Refusal("happened", "cases.refusal.no-happened");
    }
    if (ask.field("next").isBlank()) {
      throw new Refusal("next", "cases.refusal.no-next");
    }
  }
}
