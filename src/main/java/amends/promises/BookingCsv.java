package amends.promises;

import amends.customers.Customer;
import amends.shared.Refusal;
import amends.staff.Brand;
import amends.staff.Team;
import java.io.IOException;
import java.io.StringReader;
import java.io.UncheckedIOException;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.OffsetDateTime;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVParser;
import org.apache.commons.csv.CSVRecord;
import org.jspecify.annotations.Nullable;

/** A list as CSV: the names of the columns in its first line, a moment in the customer's zone. */
record BookingCsv(BookingList.Known known, BookingList.Usual usual) {
  private static final Set<String> NEEDED = Set.of("external_id", "customer", "words", "due_at");
  private static final int MOST_ROWS = 20_000;

  List<BookingList.Row> read(String text) {
    List<BookingList.Row> rows = new ArrayList<>();
    try (CSVParser parser = format().parse(new StringReader(text))) {
      Set<String> columns = new TreeMap<>(parser.getHeaderMap()).keySet();
      for (String needed : NEEDED.stream().sorted().toList()) {
        if (columns.stream().noneMatch(needed::equalsIgnoreCase)) {
          throw new Refusal("file", "promises.booking.refuse.column", needed);
        }
      }
      for (CSVRecord row : parser) {
        if (rows.size() == MOST_ROWS) {
          throw new Refusal("file", "promises.booking.refuse.many", MOST_ROWS);
        }
        rows.add(row(row));
      }
      return rows;
    } catch (IOException | UncheckedIOException | IllegalArgumentException e) {
      throw new Refusal("file", "promises.booking.refuse.csv");
    }
  }

  private static CSVFormat format() {
    return CSVFormat.RFC4180
        .builder()
        .setHeader()
        .setSkipHeaderRecord(true)
        .setIgnoreEmptyLines(true)
        .setIgnoreHeaderCase(true)
        .setTrim(true)
        .get();
  }

  private BookingList.Row row(CSVRecord row) {
    Map<String, String> fields = new TreeMap<>(String.CASE_INSENSITIVE_ORDER);
    fields.putAll(row.toMap());
    String name = fields.getOrDefault("external_id", "");
    try {
      return new BookingList.Row(row.getRecordNumber(), name, sheet(fields), null);
    } catch (Refusal refusal) {
      return new BookingList.Row(row.getRecordNumber(), name, null, refusal);
    }
  }

  private BookingSheet sheet(Map<String, String> row) {
    Customer customer = known.customer(text(row, "customer"));
    String kind = text(row, "kind").toLowerCase(Locale.ROOT);
    String due = text(row, "due_at");
    if (due.isEmpty()) {
      throw new Refusal("due_at", "promises.booking.refuse.moment");
    }
    return new BookingSheet(
        text(row, "external_id"),
        kind.equals("delivery") ? "delivery" : "booking",
        customer.id(),
        whose(row),
        known.order(text(row, "order")),
        text(row, "words"),
        text(row, "basis"),
        text(row, "place"),
        moment(due, customer.zone()),
        fate(row, customer.zone()));
  }

  private BookingSheet.Whose whose(Map<String, String> row) {
    String colleague = text(row, "colleague");
    String team = text(row, "team");
    String brand = text(row, "brand");
    return new BookingSheet.Whose(
        brand.isEmpty() ? usual.brand() : brand(brand),
        team.isEmpty() ? usual.team() : team(team),
        colleague.isEmpty() ? null : known.colleague(colleague),
        !says(row, "accepted", "no"));
  }

  private long team(String name) {
    return known.staff().teams().stream()
        .filter(team -> team.name().equalsIgnoreCase(name))
        .map(Team::id)
        .findFirst()
        .orElseThrow(() -> new Refusal("team", "promises.booking.refuse.team", name));
  }

  private long brand(String name) {
    return known.staff().brands().stream()
        .filter(brand -> brand.name().equalsIgnoreCase(name))
        .map(Brand::id)
        .findFirst()
        .orElseThrow(() -> new Refusal("brand", "promises.booking.refuse.brand", name));
  }

  private static BookingSheet.Fate fate(Map<String, String> row, ZoneId zone) {
    String done = text(row, "done_at");
    String cancelled = text(row, "cancelled_by").toLowerCase(Locale.ROOT);
    if (!cancelled.isEmpty() && !Set.of("customer", "us").contains(cancelled)) {
      throw new Refusal("cancelled_by", "promises.booking.refuse.cancelled");
    }
    return new BookingSheet.Fate(
        says(row, "agreed", "yes"),
        done.isEmpty() ? null : moment(done, zone),
        cancelled.isEmpty() ? null : cancelled);
  }

  private static boolean says(Map<String, String> row, String field, String word) {
    return text(row, field).equalsIgnoreCase(word);
  }

  private static String text(Map<String, String> row, String field) {
    @Nullable String value = row.get(field);
    return value == null ? "" : value.strip();
  }

  /** With an offset, or by the clock on the customer's wall. */
  private static Instant moment(String text, ZoneId zone) {
    try {
      return OffsetDateTime.parse(text).toInstant();
    } catch (DateTimeException local) {
      try {
        return LocalDateTime.parse(text.replace(' ', 'T')).atZone(zone).toInstant();
      } catch (DateTimeException e) {
        throw new Refusal("due_at", "promises.booking.refuse.moment");
      }
    }
  }
}
