package amends.promises;

import amends.customers.Customers;
import amends.shared.Actor;
import amends.shared.Acts;
import amends.shared.NotFound;
import amends.shared.Refusal;
import amends.time.Calendars;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Objects;
import java.util.function.Predicate;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;

/**
 * Bookings that begin with something: it has come, and their clock starts. A delivery that is
 * reported for their order begins them by itself.
 */
@Component
public final class Beginnings {
  private static final Duration AN_HOUR = Duration.ofHours(1);

  private final Acts acts;
  private final InstantSource clock;
  private final BookingRows rows;
  private final BookingPromises promises;
  private final Around around;

  /** By whose days it is counted. */
  @Component
  record Around(Customers customers, Calendars calendars, Expecting expecting) {}

  Beginnings(
      Acts acts, InstantSource clock, BookingRows rows, BookingPromises promises, Around around) {
    this.acts = acts;
    this.clock = clock;
    this.rows = rows;
    this.promises = promises;
    this.around = around;
  }

  /**
   * It has come.
   *
   * @param at when; not in the future
   * @throws Refusal when it does not wait, or no longer
   */
  public void met(long id, Instant at, Actor by) {
    acts.run(() -> {
      past(at);
      Booking booking = rows.lock(id).orElseThrow(() -> new NotFound(Booking.subject(id)));
      if (!booking.waits()) {
        throw new Refusal("at", "promises.booking.refuse.begun");
      }
      start(booking, at, by);
    });
  }

  /**
   * What was ordered has arrived: whatever waits for it begins.
   *
   * @param reached which of them the caller may reach
   * @return how many began
   */
  public int arrived(long order, Instant at, Actor by, Predicate<Booking> reached) {
    return acts.call(() -> {
      past(at);
      List<Booking> waiting = rows.lockWaitingFor(order).stream().filter(reached).toList();
      waiting.forEach(booking -> start(booking, at, by));
      return waiting.size();
    });
  }

  private void past(Instant at) {
    if (at.isAfter(clock.instant())) {
      throw new Refusal("at", "promises.booking.refuse.future");
    }
  }

  /** What is over by then already is due within the hour: nobody is told a moment that has been. */
  private void start(Booking booking, Instant at, Actor by) {
    BookingSheet sheet = booking.sheet();
    Begin begin = Objects.requireNonNull(sheet.begin());
    Instant soonest = clock.instant().plus(AN_HOUR);
    Instant due =
        begin
            .after()
            .from(at, around.customers().customer(sheet.customerId()).zone(), around.calendars());
    BookingSheet begun = sheet.dueAt(due.isAfter(soonest) ? due : soonest);
    around.expecting().noLonger(booking.id());
    rows.begun(booking.id(), at, begun.dueAt());
    promises.noted("booking.begun", booking.id(), by);
    promises.give(booking.id(), begun, by);
  }

  @EventListener
  void on(PromiseKept event) {
    if (event.promise().kind() == Promise.Kind.DEED) {
      rows.behind(event.promise().id())
          .filter(booking -> booking.sheet().kind().equals("delivery"))
          .map(booking -> booking.sheet().orderId())
          .ifPresent(order -> arrived(order, clock.instant(), Actor.SYSTEM, waiting -> true));
    }
  }
}
