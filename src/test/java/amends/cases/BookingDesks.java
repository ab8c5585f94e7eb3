package amends.cases;

import amends.promises.Booked;
import amends.promises.Booking;
import amends.promises.BookingSheet;
import amends.promises.Bookings;
import amends.promises.Promise;
import java.util.List;
import java.util.Objects;
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
}
