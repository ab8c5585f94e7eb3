package amends.promises;

import amends.customers.Customer;
import amends.shared.Refusal;
import amends.staff.Brand;
import amends.staff.Team;
import java.io.IOException;
import java.io.StringReader;
import java.io.UncheckedIOException;
import java.time.Instant;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVParser;
import org.apache.commons.csv.CSVRecord;
import org.jspecify.annotations.Nullable;

/** A list as CSV: the names of the columns in its first line, a moment in the customer's zone. */
record BookingCsv(BookingList.Known known, BookingList.Usual usual) {
  private static final Set<String> NEEDED = Set.of("external_id", "customer", "words");
  private static final String DUE = "due_at";
  private static final String WAITS = "waits_for";
  private static final Pattern AFTER =
      Pattern.compile("(\\d{1,3}) (hours?|days?|working[ _]days?)", Pattern.CASE_INSENSITIVE);
  private static final int MOST_ROWS = 20_000;

  List<BookingList.Row> read(String text) {
    List<BookingList.Row> rows = new ArrayList<>();
    try (CSVParser parser = format().parse(new StringReader(text))) {
      columns(parser.getHeaderNames());
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

  /** By when, or what it begins with: one of the two columns has to be there. */
  private static void columns(List<String> there) {
    Stream.concat(NEEDED.stream().sorted(), named(there, WAITS) ? Stream.of() : Stream.of(DUE))
        .filter(needed -> !named(there, needed))
        .findFirst()
        .ifPresent(needed -> {
          throw new Refusal("file", "promises.booking.refuse.column", needed);
        });
  }

  private static boolean named(List<String> there, String column) {
    return there.stream().anyMatch(column::equalsIgnoreCase);
  }

  static CSVFormat format() {
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
    Begin begin = begin(row, customer.zone());
    return new BookingSheet(
        text(row, "external_id"),
        kind.equals("delivery") ? "delivery" : "booking",
        customer.id(),
        whose(row),
        known.order(text(row, "order")),
        text(row, "words"),
        text(row, "basis"),
        text(row, "place"),
        begin == null
            ? moment(row, DUE, customer.zone())
            : begin.after().from(begin.expectedBy(), customer.zone(), known.calendars()),
        fate(row, customer.zone()),
        begin);
  }

  /** What it begins with, in place of a moment. */
  private static @Nullable Begin begin(Map<String, String> row, ZoneId zone) {
    String waitsFor = text(row, WAITS);
    if (waitsFor.isEmpty()) {
      return null;
    }
    if (!text(row, DUE).isEmpty()) {
      throw new Refusal(DUE, "promises.booking.refuse.both");
    }
    Matcher after = AFTER.matcher(text(row, "after"));
    if (!after.matches()) {
      throw new Refusal("after", "promises.booking.refuse.length");
    }
    After.Unit unit =
        switch (Character.toLowerCase(after.group(2).charAt(0))) {
          case 'h' -> After.Unit.HOURS;
          case 'd' -> After.Unit.DAYS;
          default -> After.Unit.WORKING_DAYS;
        };
    return new Begin(
        waitsFor,
        new After(Integer.parseInt(after.group(1)), unit),
        moment(row, "expected_by", zone));
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
        done.isEmpty() ? null : moment(row, "done_at", zone),
        cancelled.isEmpty() ? null : cancelled);
  }

  private static boolean says(Map<String, String> row, String field, String word) {
    return text(row, field).equalsIgnoreCase(word);
  }

  private static String text(Map<String, String> row, String field) {
    @Nullable String value = row.get(field);
    return value == null ? "" : value.strip();
  }

  private static Instant moment(Map<String, String> row, String field, ZoneId zone) {
    return ListMoment.read(text(row, field), zone)
        .orElseThrow(() -> new Refusal(field, "promises.booking.refuse.moment"));
  }
}
