package amends.app.imports;

import amends.app.Trouble;
import amends.cases.ArrivalList;
import amends.promises.ArrivalCsv;
import amends.promises.BookingList;
import amends.shared.Actor;
import amends.shared.Refusal;
import amends.shared.Texts;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.ZoneOffset;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.json.JsonMapper;

/**
 * Lists and calendars of visits and deliveries. Each is known by its number, so that it can be told
 * again.
 */
final class Booked {
  static final String SOURCE = "bookings";
  static final Set<String> ENDINGS = Set.of("csv", "ics");

  private static final amends.promises.Booked.What SAME = amends.promises.Booked.What.UNCHANGED;

  /** Of what was agreed, and of what has come. */
  record Lists(BookingList bookings, ArrivalList arrivals) {}

  /** One line of either, and what became of it. */
  private record Line(long place, String name, @Nullable Refusal refusal, boolean changed) {}

  private final Lists lists;
  private final BookingList.Usual usual;
  private final Texts.Voice t;
  private final ImportRows rows;
  private final Report report;

  Booked(Lists lists, BookingList.Usual usual, Texts texts, ImportRows rows, Report report) {
    this.lists = lists;
    this.usual = usual;
    this.t = texts.voice(Locale.ENGLISH, ZoneOffset.UTC);
    this.rows = rows;
    this.report = report;
  }

  void bring(List<Path> files) {
    for (Path file : files) {
      try {
        bring(file, Files.readAllBytes(file));
      } catch (Refusal e) {
        throw Trouble.couldNotRun("%s: %s".formatted(file, t.say(e)));
      } catch (IOException e) {
        throw Trouble.couldNotRun("%s cannot be read (%s).".formatted(file, e.getMessage()));
      }
    }
  }

  private void bring(Path file, byte[] bytes) {
    List<Line> lines = ArrivalCsv.isOne(bytes) ? arrived(bytes) : booked(bytes);
    Map<Long, Found> refused = refused(file, bytes, lines);
    lines.forEach(line -> told(file, line, refused.get(line.place())));
  }

  private List<Line> booked(byte[] bytes) {
    return lists.bookings().enter(bytes, usual, Actor.OPERATOR).stream()
        .map(entry ->
            new Line(
                entry.place(), entry.name(), entry.told().refusal(), entry.told().what() != SAME))
        .toList();
  }

  private List<Line> arrived(byte[] bytes) {
    return lists.arrivals().enter(bytes, Actor.OPERATOR).stream()
        .map(line ->
            new Line(line.place(), "arrived " + line.name(), line.refusal(), line.begun() > 0))
        .toList();
  }

  /** The rows that could not be brought, as they stand in the list; of a calendar, all of it. */
  private static Map<Long, Found> refused(Path file, byte[] bytes, List<Line> lines) {
    Set<Long> places =
        lines.stream()
            .filter(line -> line.refusal() != null)
            .map(Line::place)
            .collect(Collectors.toSet());
    Map<Long, Found> found = new HashMap<>();
    if (places.isEmpty()) {
      return found;
    }
    if (file.getFileName().toString().toLowerCase(Locale.ROOT).endsWith(".csv")) {
      new CsvFile(Set.of())
          .each(
              file,
              row -> {
                if (places.contains(row.place())) {
                  found.put(row.place(), row);
                }
              });
    } else {
      String whole = new String(bytes, StandardCharsets.UTF_8);
      places.forEach(place ->
          found.put(
              place,
              new Found(
                  file, place, "", JsonMapper.shared().createObjectNode().put("calendar", whole))));
    }
    return found;
  }

  private void told(Path file, Line line, @Nullable Found kept) {
    Refusal why = line.refusal();
    if (why == null) {
      rows.brought(Keeping.SOURCE, SOURCE, List.of(line.name()));
      report.entered(SOURCE, 1, line.changed() ? 1 : 0);
    } else {
      Found found =
          kept == null
              ? new Found(file, line.place(), "", JsonMapper.shared().createObjectNode())
              : kept;
      Unmapped reason = new Unmapped("refused", t.say(why).replaceFirst("\\.$", ""));
      String key = line.name() + "\n" + file.getFileName() + "#" + line.place();
      rows.note(
          Keeping.SOURCE,
          List.of(ImportRows.Outcome.refused(SOURCE, key, found.fields().toString(), reason)));
      report.refused(SOURCE, found, reason);
    }
  }
}
