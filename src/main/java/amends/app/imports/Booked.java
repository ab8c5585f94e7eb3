package amends.app.imports;

import amends.app.Trouble;
import amends.cases.ArrivalList;
import amends.promises.ArrivalCsv;
import amends.promises.BookingList;
import amends.shared.Actor;
import amends.shared.Refusal;
import amends.shared.Texts;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Locale;
import java.util.Set;
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
  private final ArrivalList arrivals;
  private final BookingList.Usual usual;
  private final Texts.Voice t;
  private final Report report;

  Booked(
      BookingList list, ArrivalList arrivals, BookingList.Usual usual, Texts texts, Report report) {
    this.list = list;
    this.arrivals = arrivals;
    this.usual = usual;
    this.t = texts.voice(Locale.ENGLISH, ZoneOffset.UTC);
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
    if (ArrivalCsv.isOne(bytes)) {
      arrivals
          .enter(bytes, Actor.OPERATOR)
          .forEach(line -> told(file, line.place(), line.refusal(), line.begun() > 0));
    } else {
      list.enter(bytes, usual, Actor.OPERATOR)
          .forEach(entry -> told(file, entry.place(), entry.told().refusal(), changed(entry)));
    }
  }

  private static boolean changed(BookingList.Entry entry) {
    return entry.told().what() != amends.promises.Booked.What.UNCHANGED;
  }

  private void told(Path file, long place, @Nullable Refusal why, boolean changed) {
    if (why == null) {
      report.entered(SOURCE, 1, changed ? 1 : 0);
    } else {
      Found found = new Found(file, place, "", JsonMapper.shared().createObjectNode());
      report.refused(SOURCE, found, new Unmapped("refused", t.say(why).replaceFirst("\\.$", "")));
    }
  }
}
