package amends.app.imports;

import amends.app.Trouble;
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

  private final BookingList list;
  private final BookingList.Usual usual;
  private final Texts.Voice t;
  private final ImportRows rows;
  private final Report report;

  Booked(BookingList list, BookingList.Usual usual, Texts texts, ImportRows rows, Report report) {
    this.list = list;
    this.usual = usual;
    this.t = texts.voice(Locale.ENGLISH, ZoneOffset.UTC);
    this.rows = rows;
    this.report = report;
  }

  void bring(List<Path> files) {
    for (Path file : files) {
      try {
        byte[] bytes = Files.readAllBytes(file);
        List<BookingList.Entry> entries = list.enter(bytes, usual, Actor.OPERATOR);
        Map<Long, Found> refused = refused(file, bytes, entries);
        entries.forEach(entry -> told(file, entry, refused.get(entry.place())));
      } catch (Refusal e) {
        throw Trouble.couldNotRun("%s: %s".formatted(file, t.say(e)));
      } catch (IOException e) {
        throw Trouble.couldNotRun("%s cannot be read (%s).".formatted(file, e.getMessage()));
      }
    }
  }

  /** The rows that could not be brought, as they stand in the list; of a calendar, all of it. */
  private static Map<Long, Found> refused(
      Path file, byte[] bytes, List<BookingList.Entry> entries) {
    Set<Long> places =
        entries.stream()
            .filter(entry -> entry.told().refusal() != null)
            .map(BookingList.Entry::place)
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

  private void told(Path file, BookingList.Entry entry, @Nullable Found kept) {
    Refusal why = entry.told().refusal();
    if (why == null) {
      boolean changed = entry.told().what() != amends.promises.Booked.What.UNCHANGED;
      rows.brought(Keeping.SOURCE, SOURCE, List.of(entry.name()));
      report.entered(SOURCE, 1, changed ? 1 : 0);
    } else {
      Found found =
          kept == null
              ? new Found(file, entry.place(), "", JsonMapper.shared().createObjectNode())
              : kept;
      Unmapped reason = new Unmapped("refused", t.say(why).replaceFirst("\\.$", ""));
      String key = entry.name() + "\n" + file.getFileName() + "#" + entry.place();
      rows.note(
          Keeping.SOURCE,
          List.of(ImportRows.Outcome.refused(SOURCE, key, found.fields().toString(), reason)));
      report.refused(SOURCE, found, reason);
    }
  }
}
