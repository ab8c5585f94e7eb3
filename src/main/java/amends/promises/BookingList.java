package amends.promises;

import amends.customers.Channel;
import amends.customers.Customer;
import amends.customers.Customers;
import amends.goods.Goods;
import amends.goods.Order;
import amends.shared.Actor;
import amends.shared.Refusal;
import amends.staff.Person;
import amends.staff.Staff;
import amends.time.Calendars;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Lists and calendars of what was agreed elsewhere, from a file that somebody hands in. */
@Component
public final class BookingList {
  public static final int MOST_BYTES = 5_000_000;
  private static final int BATCH = 200;

  private final Bookings bookings;
  private final Known known;

  /** What the rows of a list name. */
  @Component
  record Known(Customers customers, Staff staff, Goods goods, Calendars calendars) {
    Customer customer(String named) {
      return customers
          .byExternalId(named)
          .or(() -> customers.recognise(Channel.EMAIL, named))
          .or(() -> customers.recognise(Channel.PHONE, named))
          .orElseThrow(() -> new Refusal("customer", "promises.booking.refuse.customer", named));
    }

    long colleague(String email) {
      return staff
          .findByEmail(email)
          .filter(Person::active)
          .map(Person::id)
          .orElseThrow(() -> new Refusal("colleague", "promises.booking.refuse.colleague", email));
    }

    @Nullable Long order(String number) {
      return number.isEmpty()
          ? null
          : goods
              .order(number)
              .map(Order::id)
              .orElseThrow(() -> new Refusal("order", "promises.booking.refuse.order", number));
    }
  }

  BookingList(Bookings bookings, Known known) {
    this.bookings = bookings;
    this.known = known;
  }

  /**
   * One entry of the file, with what became of it.
   *
   * @param place the row or event that it is, from 1
   */
  public record Entry(long place, String name, Booked told) {}

  /** Who answers where the file does not say it. */
  public record Usual(long brand, long team) {}

  /** An entry as it was read: a sheet, or why there is none. */
  record Row(long place, String name, @Nullable BookingSheet sheet, @Nullable Refusal refusal) {}

  /**
   * Takes a file, in acts of {@value #BATCH}: a calendar where it begins as one, else CSV.
   *
   * @param reach which of those that are known already may be changed by it
   * @throws Refusal when it cannot be read at all
   */
  public List<Entry> enter(byte[] file, Usual usual, Actor by, Predicate<Booking> reach) {
    String text = text(file);
    boolean calendar = text.stripLeading().regionMatches(true, 0, "BEGIN:VCALENDAR", 0, 15);
    List<Row> rows =
        calendar
            ? new CalendarRows(known, usual).read(text)
            : new BookingCsv(known, usual).read(text);
    return entered(rows, calendar ? "ics" : "csv", by, reach);
  }

  /** The same, for whoever may change all that are known. */
  public List<Entry> enter(byte[] file, Usual usual, Actor by) {
    return enter(file, usual, by, known -> true);
  }

  private List<Entry> entered(List<Row> rows, String source, Actor by, Predicate<Booking> reach) {
    List<Entry> all = new ArrayList<>();
    for (int from = 0; from < rows.size(); from += BATCH) {
      List<Row> batch = rows.subList(from, Math.min(rows.size(), from + BATCH));
      List<Row> fit = batch.stream().filter(row -> row.sheet() != null).toList();
      var told =
          bookings
              .enter(
                  fit.stream().map(r -> Objects.requireNonNull(r.sheet())).toList(),
                  source,
                  by,
                  reach)
              .iterator();
      for (Row row : batch) {
        Refusal refusal = row.refusal();
        all.add(
            new Entry(
                row.place(), row.name(), refusal == null ? told.next() : Booked.refused(refusal)));
      }
    }
    return all;
  }

  /**
   * @throws Refusal when it is too large, or no UTF-8
   */
  static String text(byte[] file) {
    if (file.length > MOST_BYTES) {
      throw new Refusal("file", "promises.booking.refuse.large", MOST_BYTES / 1_000_000);
    }
    try {
      String text = StandardCharsets.UTF_8.newDecoder().decode(ByteBuffer.wrap(file)).toString();
      return text.startsWith("\ufeff") ? text.substring(1) : text;
    } catch (CharacterCodingException e) {
      throw new Refusal("file", "promises.booking.refuse.utf8");
    }
  }
}
