package amends.cases;

import amends.promises.Booking;
import amends.promises.Bookings;
import amends.promises.PassingOn;
import amends.promises.Promise;
import amends.promises.Promises;
import amends.staff.Viewer;
import java.util.Objects;
import org.springframework.stereotype.Component;

/**
 * A booking needs no case until its customer has to be told of something: then it gets one, so that
 * their answer has a place, and its promise goes on there.
 */
@Component
final class BookedCases {
  private final Opening opening;
  private final Bookings bookings;
  private final PassingOn passing;
  private final Promises promises;
  private final NextMoment nextMoment;

  BookedCases(
      Opening opening,
      Bookings bookings,
      PassingOn passing,
      Promises promises,
      NextMoment nextMoment) {
    this.opening = opening;
    this.bookings = bookings;
    this.passing = passing;
    this.promises = promises;
    this.nextMoment = nextMoment;
  }

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
                promise.dueAt(),
                by.actor()));
    passing.passOn(booking.asSubject(), opened.asSubject(), by.actor());
    if (promise.owed()) {
      long look = Objects.requireNonNull(opened.nextPromiseId());
      promises.release(look, "replaced", by.actor());
    }
    nextMoment.point(opened.id());
    return opened;
  }
}
