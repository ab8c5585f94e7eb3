package amends.cases;

import amends.promises.Booking;
import amends.promises.Bookings;
import amends.promises.PassingOn;
import amends.promises.Promise;
import amends.promises.Promises;
import amends.staff.Viewer;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Objects;
import org.springframework.stereotype.Component;

/**
 * A booking needs no case until its customer has to be told of something: then it gets one, so that
 * their answer has a place, and its promise goes on there.
 */
@Component
final class BookedCases {
  private static final Duration AN_HOUR = Duration.ofHours(1);

  private final Opening opening;
  private final Bookings bookings;
  private final Promised promised;
  private final NextMoment nextMoment;
  private final InstantSource clock;

  BookedCases(
      Opening opening,
      Bookings bookings,
      Promised promised,
      NextMoment nextMoment,
      InstantSource clock) {
    this.opening = opening;
    this.bookings = bookings;
    this.promised = promised;
    this.nextMoment = nextMoment;
    this.clock = clock;
  }

  /** What goes on in the case. */
  @Component
  record Promised(PassingOn passing, Promises promises, BreachRows breaches) {}

  Bookings bookings() {
    return bookings;
  }

  /**
   * Joins the caller's act.
   *
   * @param why what is the matter, for colleagues
   */
  Case open(Promise promise, String why, Viewer by) {
    Booking booking = bookings.booking(promise.about().id());
    Case opened =
        opening.open(
            new NewCase(
                booking.sheet().whose().brand(),
                booking.sheet().whose().team(),
                booking.sheet().whose().person(),
                booking.sheet().customerId(),
                "ourselves",
                booking.sheet().words(),
                why,
                null,
                booking.sheet().orderId(),
                null,
                false,
                Promise.Kind.LOOK,
                promise.words(),
                look(promise),
                by.actor()));
    promised.passing().passOn(booking.asSubject(), opened.asSubject(), by.actor());
    promised.breaches().goOnIn(opened.id(), promise.id());
    if (promise.owed()) {
      long look = Objects.requireNonNull(opened.nextPromiseId());
      promised.promises().release(look, "replaced", by.actor());
    }
    nextMoment.point(opened.id());
    return opened;
  }

  /** What was broken is looked at within the hour. */
  private Instant look(Promise promise) {
    Instant soon = clock.instant().plus(AN_HOUR);
    return promise.dueAt().isAfter(clock.instant()) ? promise.dueAt() : soon;
  }
}
