package amends.cases;

import amends.promises.Booked;
import amends.promises.Booking;
import amends.promises.BookingSheet;
import amends.promises.Bookings;
import amends.promises.Promise;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.annotation.Autowired;

/** What tests of bookings share: told by a program, and looked at as they stand. */
abstract class BookingDesks extends Telling {
  @Autowired Bookings bookings;
  @Autowired BookingDesk desk;

  Booked enter(BookingSheet sheet) {
    return bookings.enter(List.of(sheet), "api", world.priya.actor()).getFirst();
  }

  Booking now(Booked booked) {
    return bookings.booking(Objects.requireNonNull(booked.id()));
  }

  Promise promise(Booked booked) {
    return promises.promise(Objects.requireNonNull(now(booked).promiseId()));
  }

  Instant in(int hours) {
    return clock.instant().plus(Duration.ofHours(hours));
  }

  static BookingSheet.Fate told() {
    return new BookingSheet.Fate(false, null, null);
  }

  BookingSheet sheet(
      String number,
      Instant dueAt,
      BookingSheet.Fate fate,
      @Nullable Long person,
      boolean accepted) {
    return new BookingSheet(
        number,
        "booking",
        world.ruth().id(),
        new BookingSheet.Whose(world.brand.id(), world.home.id(), person, accepted),
        null,
        "The fitter comes",
        "van 7",
        "Mill Lane",
        dueAt,
        fate);
  }
}
