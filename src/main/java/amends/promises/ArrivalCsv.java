package amends.promises;

import amends.shared.Refusal;
import java.io.IOException;
import java.io.StringReader;
import java.io.UncheckedIOException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import org.apache.commons.csv.CSVParser;
import org.apache.commons.csv.CSVRecord;

/**
 * A list of what has come, as CSV: an order or a booking a line, and when. A calendar says what is
 * planned and not what has come, so it begins nothing.
 */
public final class ArrivalCsv {
  private static final String ARRIVED = "arrived_at";
  private static final String ORDER = "order";
  private static final String BOOKING = "external_id";
  private static final List<String> OF_BOOKINGS = List.of("words", "due_at", "waits_for");
  private static final int MOST_ROWS = 5_000;

  private ArrivalCsv() {}

  /**
   * One line; of order and booking one is named.
   *
   * @param place from 1
   */
  public record Row(long place, String order, String booking, String arrivedAt) {
    public String name() {
      return order.isEmpty() ? booking : order;
    }

    /**
     * When it came. A day alone is over at its end, so that nobody loses hours of what is promised
     * after it, or now where that lies ahead.
     *
     * @param zone the customer's
     * @throws Refusal when it is no moment
     */
    public Instant at(ZoneId zone, Instant now) {
      return ListMoment.read(arrivedAt, zone)
          .or(() ->
              ListMoment.endOfDay(arrivedAt, zone)
                  .map(end -> end.isAfter(now) && !startsAfter(now, zone) ? now : end))
          .orElseThrow(() -> new Refusal(ARRIVED, "promises.arrival.refuse.moment"));
    }

    /** A day that has not begun is no day on which something came. */
    private boolean startsAfter(Instant now, ZoneId zone) {
      return LocalDate.parse(arrivedAt).isAfter(LocalDate.ofInstant(now, zone));
    }
  }

  /** Whether a file is such a list, by the names of its columns. */
  public static boolean isOne(byte[] file) {
    String text = BookingList.text(file);
    return columns(text.lines().findFirst().orElse("")).contains(ARRIVED);
  }

  private static Set<String> columns(String head) {
    try (CSVParser parser = BookingCsv.format().parse(new StringReader(head))) {
      Set<String> names = new TreeSet<>(String.CASE_INSENSITIVE_ORDER);
      names.addAll(parser.getHeaderNames());
      return names;
    } catch (IOException | UncheckedIOException | IllegalArgumentException e) {
      return Set.of();
    }
  }

  /**
   * @throws Refusal when it is none, names neither orders nor bookings, or bookings of its own
   */
  public static List<Row> read(byte[] file) {
    String text = BookingList.text(file);
    Set<String> columns = columns(text.lines().findFirst().orElse(""));
    if (!columns.contains(ARRIVED) || !columns.contains(ORDER) && !columns.contains(BOOKING)) {
      throw new Refusal("file", "promises.arrival.refuse.columns");
    }
    if (OF_BOOKINGS.stream().anyMatch(columns::contains)) {
      throw new Refusal("file", "promises.arrival.refuse.mixed");
    }
    return rows(text);
  }

  private static List<Row> rows(String text) {
    List<Row> rows = new ArrayList<>();
    try (CSVParser parser = BookingCsv.format().parse(new StringReader(text))) {
      for (CSVRecord row : parser) {
        if (rows.size() == MOST_ROWS) {
          throw new Refusal("file", "promises.booking.refuse.many", MOST_ROWS);
        }
        rows.add(
            new Row(
                row.getRecordNumber(), cell(row, ORDER), cell(row, BOOKING), cell(row, ARRIVED)));
      }
      return rows;
    } catch (IOException | UncheckedIOException | IllegalArgumentException e) {
      throw new Refusal("file", "promises.booking.refuse.csv");
    }
  }

  private static String cell(CSVRecord row, String column) {
    return row.isSet(column) ? row.get(column).strip() : "";
  }
}
