package amends.cases.web;

import amends.cases.CallDrafts;
import amends.cases.Calls;
import amends.cases.Draft;
import amends.cases.Heard;
import amends.cases.NewCase;
import amends.cases.Once;
import amends.customers.Customer;
import amends.promises.Promise;
import amends.shared.Refusal;
import amends.staff.Viewer;
import java.time.Duration;
import java.time.Instant;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicReference;
import org.springframework.stereotype.Component;

/** Saves a call from what was typed, in one act. */
@Component
final class CallTaker {
  private static final Duration LOOK = Duration.ofDays(1);

  private final Calls calls;
  private final CallDrafts drafts;
  private final Callers callers;
  private final Matters matters;
  private final Once once;

  CallTaker(Calls calls, CallDrafts drafts, Callers callers, Matters matters, Once once) {
    this.calls = calls;
    this.drafts = drafts;
    this.callers = callers;
    this.matters = matters;
    this.once = once;
  }

  /** Empty when the same form was sent before. */
  Optional<Calls.Taken> take(Ask ask) {
    Heard heard = heard(ask);
    AtomicReference<Calls.Taken> taken = new AtomicReference<>();
    once.run(
        ask.field("once"),
        ask.viewer(),
        () -> {
          Long matter = Typed.number(ask, "matter");
          taken.set(
              matter == null || matter == 0
                  ? calls.open(newCase(ask, heard.next()), heard, ask.viewer())
                  : calls.about(matter, heard, ask.viewer()));
          drafts.forget(ask.viewer());
        });
    return Optional.ofNullable(taken.get());
  }

  private static Heard heard(Ask ask) {
    if (ask.field("text").isBlank()) {
      throw new Refusal("text", "cases.refusal.no-text");
    }
    Draft next = Typed.draft(ask, "agreed");
    if (!next.nothingMore() && ask.field("next").isBlank()) {
      throw new Refusal("next", "cases.refusal.no-next");
    }
    if (!next.nothingMore() && next.dueAt() == null) {
      throw new Refusal("by", "cases.refusal.no-moment");
    }
    return new Heard(ask.field("text"), ask.field("agreed"), Typed.minutes(ask), next);
  }

  private NewCase newCase(Ask ask, Draft next) {
    if (ask.field("subject").isBlank()) {
      throw new Refusal("subject", "cases.refusal.no-subject");
    }
    Viewer by = ask.viewer();
    Matters.Place place = matters.place(ask.field("owner"), by);
    Customer customer = callers.customer(ask, place.brand());
    boolean nothing = next.nothingMore();
    Instant dueAt = nothing ? ask.page().now().plus(LOOK) : Objects.requireNonNull(next.dueAt());
    return new NewCase(
        place.brand().id(),
        place.teamId(),
        place.ownerId(),
        customer.id(),
        "phone",
        ask.field("subject"),
        ask.field("text"),
        null,
        null,
        null,
        true,
        nothing ? Promise.Kind.LOOK : Promise.Kind.CONTACT,
        nothing ? ask.page().t().say("cases.take.look") : Objects.requireNonNull(next.words()),
        dueAt,
        by.actor());
  }
}
