package amends.promises;

import amends.customers.Channel;
import amends.customers.Customer;
import amends.promises.CalendarFile.Event;
import amends.promises.CalendarFile.Wall;
import amends.shared.Refusal;
import amends.staff.Person;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * A calendar's events as bookings: the guest who is a customer of ours, the organizer who is a
 * colleague, and by the end of the event.
 */
record CalendarRows(BookingList.Known known, BookingList.Usual usual) {
  List<BookingList.Row> read(String text) {
    List<BookingList.Row> rows = new ArrayList<>();
    List<Event> events = CalendarFile.read(text);
    for (int i = 0; i < events.size(); i++) {
      rows.add(row(i + 1L, events.get(i)));
    }
    return rows;
  }

  private BookingList.Row row(long place, Event event) {
    try {
      return new BookingList.Row(place, event.words(), sheet(event), null);
    } catch (Refusal refusal) {
      return new BookingList.Row(place, event.words(), null, refusal);
    }
  }

  private BookingSheet sheet(Event event) {
    if (event.uid().isBlank()) {
      throw new Refusal("external_id", "promises.booking.refuse.number");
    }
    if (event.repeats()) {
      throw new Refusal("due_at", "promises.booking.refuse.repeats");
    }
    Customer customer = customer(event);
    Wall due = event.due();
    if (due == null) {
      throw new Refusal("due_at", "promises.booking.refuse.moment");
    }
    return new BookingSheet(
        event.uid(),
        "booking",
        customer.id(),
        new BookingSheet.Whose(usual.brand(), usual.team(), organizer(event), true),
        null,
        event.words(),
        "",
        event.place(),
        due.in(customer.zone()),
        new BookingSheet.Fate(false, null, event.cancelled() ? "us" : null));
  }

  private Customer customer(Event event) {
    return event.guests().stream()
        .filter(guest -> known.staff().findByEmail(guest).isEmpty())
        .flatMap(guest -> known.customers().recognise(Channel.EMAIL, guest).stream())
        .findFirst()
        .orElseThrow(() -> new Refusal("customer", "promises.booking.refuse.guest"));
  }

  private @Nullable Long organizer(Event event) {
    Optional<Person> colleague =
        event.organizer().isEmpty()
            ? Optional.empty()
            : known.staff().findByEmail(event.organizer()).filter(Person::active);
    return colleague.map(Person::id).orElse(null);
  }
}
