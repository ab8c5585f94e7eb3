package amends.promises;

import amends.journal.Journal;
import amends.shared.Actor;
import amends.shared.Refusal;
import amends.staff.Person;
import amends.staff.Staff;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Map;
import org.springframework.context.event.EventListener;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;

/** The promise behind what was agreed elsewhere, and how it follows what is told of it. */
@Component
final class BookingPromises {
  private final BookingRows rows;
  private final Promises promises;
  private final Undertakings undertakings;
  private final Risks risks;
  private final Around around;

  /** Who can be asked, where it is written down, and when. */
  @Component
  record Around(Staff staff, Journal journal, InstantSource clock) {}

  BookingPromises(
      BookingRows rows, Promises promises, Undertakings undertakings, Risks risks, Around around) {
    this.rows = rows;
    this.promises = promises;
    this.undertakings = undertakings;
    this.risks = risks;
    this.around = around;
  }

  void noted(String kind, long id, Actor by) {
    around.journal().record(kind, Booking.subject(id), by, Map.of());
  }

  /** Promised at once, or once the colleague who does it has accepted. */
  void give(long id, BookingSheet sheet, Actor by) {
    Long person = sheet.whose().person();
    if (person == null || sheet.whose().accepted() || by.equals(Actor.person(person))) {
      promise(id, sheet, by);
    } else {
      Undertaking asked =
          undertakings.ask(
              new NewUndertaking(
                  Booking.subject(id),
                  sheet.customerId(),
                  new Undertaking.By.Colleague(person),
                  sheet.words(),
                  sheet.dueAt()),
              asker(sheet, by));
      rows.asked(id, asked.id());
    }
  }

  /** Whoever enters it asks; for a program, the lead of the team does. */
  private long asker(BookingSheet sheet, Actor by) {
    long person = sheet.whose().person() == null ? 0 : sheet.whose().person();
    return by.isPerson()
        ? by.id()
        : around.staff().leadOf(sheet.whose().team()).map(Person::id).orElse(person);
  }

  private Promise promise(long id, BookingSheet sheet, Actor by) {
    Promise made =
        promises.make(
            new NewPromise(
                Booking.subject(id),
                sheet.customerId(),
                Promise.Kind.DEED,
                sheet.words(),
                sheet.dueAt(),
                new Owner(sheet.whose().person(), sheet.whose().team()),
                by));
    rows.promised(id, made.id());
    return made;
  }

  /** What is told of it now becomes of its promise. */
  void follow(Booking before, BookingSheet sheet, Actor by) {
    Long id = before.promiseId();
    if (id == null) {
      followAsked(before, sheet, by);
      return;
    }
    Promise promise = promises.promise(id);
    if (sheet.fate().doneAt() != null) {
      kept(before, by);
    } else if (sheet.fate().cancelledBy() != null) {
      cancelled(before, sheet, promise, by);
    } else if (!sheet.dueAt().equals(before.sheet().dueAt())) {
      moved(before, sheet, promise, by);
    } else if (!before.owner().equals(owner(sheet))) {
      promises.handOver(before.asSubject(), owner(sheet));
      if (sheet.dueAt().equals(promise.dueAt()) && sheet.whose().person() != null) {
        risks.clear(Risks.Kind.SLOT, before.id());
      }
    }
  }

  private static Owner owner(BookingSheet sheet) {
    return new Owner(sheet.whose().person(), sheet.whose().team());
  }

  private void followAsked(Booking before, BookingSheet sheet, Actor by) {
    Long asked = before.undertakingId();
    boolean over = sheet.fate().doneAt() != null || sheet.fate().cancelledBy() != null;
    if (asked != null && over && undertakings.undertaking(asked).open()) {
      undertakings.withdraw(asked, by);
    }
  }

  private void moved(Booking before, BookingSheet sheet, Promise promise, Actor by) {
    if (!promise.owed()) {
      return;
    }
    boolean known = sheet.dueAt().equals(promise.dueAt());
    if (!known && sheet.fate().agreed()) {
      if (!sheet.dueAt().isAfter(around.clock().instant())) {
        throw new Refusal("due_at", "promises.booking.refuse.past");
      }
      promises.agreeAnew(promise.id(), sheet.dueAt(), before.asSubject(), by);
    }
    if (known || sheet.fate().agreed()) {
      risks.clear(Risks.Kind.SLOT, before.id());
    } else {
      risks.raise(promise.id(), new Risks.Cause(Risks.Kind.SLOT, before.id(), ""), by);
    }
  }

  /**
   * Its number is another customer's now. The first one knows nothing of that: what was promised to
   * them is owed and in danger until they were told.
   */
  void passedOn(Booking before, long to, Actor by) {
    around.journal().record("booking.passed_on", before.asSubject(), by, Map.of("booking", to));
    Long asked = before.undertakingId();
    Long promised = before.promiseId();
    if (asked != null && promised == null && undertakings.undertaking(asked).open()) {
      undertakings.withdraw(asked, by);
    }
    if (promised != null && promises.promise(promised).owed()) {
      risks.raise(promised, new Risks.Cause(Risks.Kind.SLOT, before.id(), ""), by);
    }
  }

  /** The customer lets us off; what we cancel is still owed until they were told. */
  private void cancelled(Booking before, BookingSheet sheet, Promise promise, Actor by) {
    if ("customer".equals(sheet.fate().cancelledBy())) {
      risks.clear(Risks.Kind.SLOT, before.id());
      promises.release(promise.id(), "customer", by);
    } else if (promise.owed()) {
      risks.raise(promise.id(), new Risks.Cause(Risks.Kind.SLOT, before.id(), ""), by);
    }
  }

  void kept(Booking booking, Actor by) {
    risks.clear(Risks.Kind.SLOT, booking.id());
    Long promise = booking.promiseId();
    if (promise != null) {
      promises.keep(promise, booking.asSubject(), by);
    }
    Long asked = booking.undertakingId();
    if (asked != null && undertakings.undertaking(asked).stands()) {
      undertakings.keep(asked, by);
    }
  }

  /** The colleague has accepted: now it can be promised, and rests on their word. */
  @EventListener
  void on(UndertakingAnswered event) {
    if (!event.undertaking().stands()) {
      return;
    }
    Undertaking accepted = event.undertaking();
    rows.waitingFor(accepted.id())
        .filter(booking -> !booking.over())
        .filter(booking -> ahead(booking.sheet().dueAt()))
        .ifPresent(booking -> {
          Promise made = promise(booking.id(), booking.sheet(), Actor.person(by(accepted)));
          undertakings.rest(made, accepted.id());
        });
  }

  private boolean ahead(Instant dueAt) {
    return dueAt.isAfter(around.clock().instant());
  }

  private static long by(Undertaking accepted) {
    return accepted.by() instanceof Undertaking.By.Colleague colleague
        ? colleague.person()
        : accepted.askedBy();
  }

  /** Before the rooms above look: whatever stands for the promise now stands for the booking. */
  @EventListener
  @Order(Ordered.HIGHEST_PRECEDENCE)
  void on(PromiseMade event) {
    Long before = event.promise().followsId();
    if (before != null && event.promise().kind() == Promise.Kind.DEED) {
      rows.promisedAnew(before, event.promise().id());
    }
  }

  /** The customer was told of the other moment, or nothing is owed any more. */
  @EventListener
  void on(MoveNotTold event) {
    if (event.promise().kind() == Promise.Kind.DEED) {
      promises.about(event.promise().about()).stream()
          .filter(p -> Long.valueOf(event.promise().id()).equals(p.followsId()))
          .forEach(p -> rows.promisedAnew(p.id(), event.promise().id()));
    }
  }
}
