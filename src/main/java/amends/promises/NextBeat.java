package amends.promises;

import amends.customers.Customer;
import amends.customers.Customers;
import amends.journal.Journal;
import amends.promises.CadenceRule.Audience;
import amends.shared.Actor;
import amends.shared.Texts;
import amends.staff.WorkCalendars;
import amends.time.Calendars;
import amends.time.WorkingCalendar;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Component;

/** Finds or makes the promise with which a rhythm goes on. */
@Component
final class NextBeat {
  private final CadenceRows rows;
  private final Promises promises;
  private final Known known;
  private final InstantSource clock;
  private final Voices voices;

  NextBeat(CadenceRows rows, Promises promises, Known known, InstantSource clock, Voices voices) {
    this.rows = rows;
    this.promises = promises;
    this.known = known;
    this.clock = clock;
    this.voices = voices;
  }

  /** What is known of whoever is to hear, and of the hours of those who are to tell. */
  @Component
  record Known(
      Customers customers,
      WorkCalendars teams,
      Calendars calendars,
      ObjectProvider<ChangesOnly> changesOnly) {
    WorkingCalendar hours(Owner owner, Customer customer) {
      Long team = owner.team();
      return team == null ? calendars.office(customer.zone()) : teams.of(team);
    }

    boolean onlyChanges(Cadence cadence) {
      return cadence.rule().audience() == Audience.CUSTOMER
          && changesOnly.stream().anyMatch(wish -> wish.wanted(cadence.about()));
    }
  }

  /** How it is said and written down. */
  @Component
  record Voices(Texts texts, Journal journal, ApplicationEventPublisher events) {}

  Journal journal() {
    return voices.journal();
  }

  void first(Cadence cadence, Owner owner) {
    pointTo(cadence, make(cadence, 0, owner), 0);
  }

  /** Begins again where something may have been promised meanwhile. */
  void resume(Cadence cadence, Owner owner) {
    pointTo(cadence, standing(cadence, owner, 0, 0).orElseGet(() -> make(cadence, 0, owner)), 0);
  }

  /**
   * Goes on after its promise has come to an end: with another word that was given to them
   * meanwhile and comes as soon, else with one of its own.
   */
  void goOn(Cadence cadence, Promise done, int beats) {
    Promise next =
        standing(cadence, done.owner(), done.id(), beats)
            .orElseGet(() -> make(cadence, beats, done.owner()));
    pointTo(cadence, next, beats);
  }

  void pointTo(Cadence cadence, Promise next, int beats) {
    rows.point(cadence.id(), next.id(), beats);
    voices.events().publishEvent(new CadenceWentOn(next));
  }

  private Optional<Promise> standing(Cadence cadence, Owner owner, long done, int beats) {
    if (cadence.rule().audience() != Audience.CUSTOMER) {
      return Optional.empty();
    }
    Instant at = at(cadence, beats, owner);
    List<Long> others =
        rows.of(cadence.about()).stream()
            .filter(c -> c.runs() && c.id() != cadence.id())
            .map(Cadence::promiseId)
            .toList();
    return promises.about(cadence.about()).stream()
        .filter(p -> p.owed() && p.evidence() == null && p.id() != done)
        .filter(p -> p.kind() != Promise.Kind.LOOK || known.onlyChanges(cadence))
        .filter(p -> p.kind() != Promise.Kind.ANSWER && !others.contains(p.id()))
        .filter(p -> !p.dueAt().isAfter(at))
        .min(Comparator.comparing(Promise::dueAt));
  }

  private Instant at(Cadence cadence, int beats, Owner owner) {
    Customer customer = known.customers().customer(cadence.customerId());
    WorkingCalendar hours = known.hours(owner, customer);
    return new Beats(cadence.rule(), hours, customer).next(clock.instant(), beats);
  }

  private Promise make(Cadence cadence, int beats, Owner owner) {
    boolean look = cadence.rule().audience() != Audience.CUSTOMER || known.onlyChanges(cadence);
    Customer customer = known.customers().customer(cadence.customerId());
    String key = look ? "promises.cadence.look" : "promises.cadence.words";
    String words =
        voices.texts().voice(customer.locale(), customer.zone()).say(key, cadence.rule().name());
    return promises.make(
        new NewPromise(
            cadence.about(),
            cadence.customerId(),
            look ? Promise.Kind.LOOK : Promise.Kind.CONTACT,
            words,
            at(cadence, beats, owner),
            owner,
            Actor.SYSTEM));
  }
}
