package amends.cases.web;

import amends.cases.BookingDesk;
import amends.cases.web.BookingAsks.NewBookingJson;
import amends.cases.web.BookingJson.BookedJson;
import amends.cases.web.BookingJson.BookingsTakenJson;
import amends.customers.CustomerList;
import amends.customers.Customers;
import amends.promises.After;
import amends.promises.Begin;
import amends.promises.Booked;
import amends.promises.BookingSheet;
import amends.shared.Refusal;
import amends.shared.Texts;
import amends.shared.Texts.Voice;
import amends.staff.Viewer;
import amends.time.Calendars;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** What a program's list of bookings does. */
@Component
final class BookingWrites {
  private final BookingDesk desk;
  private final Known known;
  private final Matters matters;
  private final Voice t;

  /** Who they can be for. */
  @Component
  record Known(Customers customers, CustomerList list, Calendars calendars) {}

  BookingWrites(BookingDesk desk, Known known, Matters matters, Texts texts) {
    this.desk = desk;
    this.known = known;
    this.matters = matters;
    this.t = texts.voice(Locale.ENGLISH, ZoneOffset.UTC);
  }

  /** Our numbers of those who are named in one list. */
  private record Named(Map<String, Long> byOwn, Set<Long> there) {}

  BookingsTakenJson enter(List<NewBookingJson> said, Viewer by) {
    Named named = named(said);
    List<BookingSheet> sheets = new ArrayList<>();
    List<@Nullable Refusal> refusals = new ArrayList<>();
    for (NewBookingJson one : said) {
      try {
        sheets.add(sheet(one, named, by));
        refusals.add(null);
      } catch (Refusal refusal) {
        refusals.add(refusal);
      }
    }
    Iterator<Booked> entered = desk.enter(sheets, by).iterator();
    return new BookingsTakenJson(
        refusals.stream()
            .map(r -> r == null ? entered.next() : new Booked(Booked.What.REFUSED, null, r))
            .map(this::result)
            .toList());
  }

  private Named named(List<NewBookingJson> said) {
    List<Long> ids =
        said.stream().map(NewBookingJson::customerId).filter(Objects::nonNull).toList();
    return new Named(
        known
            .list()
            .ids(
                said.stream()
                    .map(NewBookingJson::customerExternalId)
                    .filter(Objects::nonNull)
                    .collect(Collectors.toList())),
        known.customers().customers(ids).keySet());
  }

  private BookedJson result(Booked told) {
    Refusal refusal = told.refusal();
    return new BookedJson(told.what(), told.id(), refusal == null ? null : t.say(refusal));
  }

  private BookingSheet sheet(NewBookingJson one, Named named, Viewer by) {
    Matters.Place place = matters.place(one.owner(), by);
    BookingSheet.Whose whose =
        new BookingSheet.Whose(
            place.brand().id(),
            place.teamId(),
            place.ownerId(),
            !Boolean.FALSE.equals(one.accepted()));
    if (!desk.mayReach(whose, by)) {
      throw new Refusal("owner", "cases.booking.refuse.reach");
    }
    Begin begin = begin(one);
    long customer = customer(one, named);
    return new BookingSheet(
        one.externalId().strip(),
        one.kind() == null ? "booking" : one.kind(),
        customer,
        whose,
        matters.order(orEmpty(one.order())),
        one.words().strip(),
        orEmpty(one.basis()),
        orEmpty(one.place()),
        due(one, begin, customer),
        new BookingSheet.Fate(Boolean.TRUE.equals(one.agreed()), one.doneAt(), one.cancelledBy()),
        begin);
  }

  private static @Nullable Begin begin(NewBookingJson one) {
    BookingAsks.BeginJson begins = one.begins();
    if ((begins == null) == (one.dueAt() == null)) {
      throw new Refusal("due_at", "cases.booking.api.moment");
    }
    return begins == null
        ? null
        : new Begin(
            begins.waitsFor().strip(),
            new After(begins.amount(), After.Unit.of(begins.unit()).orElseThrow()),
            begins.expectedBy());
  }

  /** As it would be if what it begins with came when it is expected. */
  private Instant due(NewBookingJson one, @Nullable Begin begin, long customer) {
    return begin == null
        ? Objects.requireNonNull(one.dueAt())
        : begin
            .after()
            .from(
                begin.expectedBy(), known.customers().customer(customer).zone(), known.calendars());
  }

  private static long customer(NewBookingJson one, Named named) {
    Long id = one.customerId();
    String own = one.customerExternalId();
    if ((id == null) == (own == null)) {
      throw new Refusal("customer", "cases.booking.api.customer");
    }
    Long found = id == null ? named.byOwn().get(own) : named.there().contains(id) ? id : null;
    if (found == null) {
      throw new Refusal(
          "customer", "promises.booking.refuse.customer", id == null ? own : String.valueOf(id));
    }
    return found;
  }

  private static String orEmpty(@Nullable String text) {
    return text == null ? "" : text.strip();
  }
}
