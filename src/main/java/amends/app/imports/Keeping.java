package amends.app.imports;

import amends.shared.Refusal;
import amends.shared.Texts;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.ToIntFunction;
import tools.jackson.databind.node.ObjectNode;

/** What lists bring is entered in batches; what they cannot bring is listed and kept. */
final class Keeping {
  private static final int BATCH = 500;

  /** As lists are noted. */
  static final String SOURCE = "csv";

  private final Texts.Voice t;
  private final ImportRows rows;
  private final Report report;

  Keeping(Texts texts, ImportRows rows, Report report) {
    this.t = texts.voice(Locale.ENGLISH, ZoneOffset.UTC);
    this.rows = rows;
    this.report = report;
  }

  /** One entry of a list, with the records that it is made of and what they say beyond it. */
  record Row<T>(List<Found> found, String key, T sheet, ObjectNode left) {}

  /** Takes the rows of a list, one after the other. */
  interface Taking {
    void take(Found found, Fields row);

    void end();
  }

  <T> Batch<T> batch(
      String kind, ToIntFunction<List<T>> enter, Function<T, Optional<Long>> number) {
    return new Batch<>(kind, enter, number);
  }

  /** It is listed, and kept whole until it can be brought. */
  void refuse(String kind, String key, Found found, Unmapped why) {
    String whole = found.fields().toString();
    String named = key + "\n" + found.file().getFileName() + "#" + found.place();
    rows.note(SOURCE, List.of(ImportRows.Outcome.refused(kind, named, whole, why)));
    report.refused(kind, found, why);
  }

  /** Enters sheets in batches; a batch that is refused is halved until the row stands alone. */
  final class Batch<T> {
    private final String kind;
    private final ToIntFunction<List<T>> enter;
    private final Function<T, Optional<Long>> number;
    private final List<Row<T>> waiting = new ArrayList<>();

    Batch(String kind, ToIntFunction<List<T>> enter, Function<T, Optional<Long>> number) {
      this.kind = kind;
      this.enter = enter;
      this.number = number;
    }

    void add(Row<T> row) {
      waiting.add(row);
      if (waiting.size() >= BATCH) {
        flush();
      }
    }

    void flush() {
      halve(List.copyOf(waiting));
      waiting.clear();
    }

    private void halve(List<Row<T>> all) {
      if (all.isEmpty()) {
        return;
      }
      try {
        int changed = enter.applyAsInt(all.stream().map(Row::sheet).toList());
        rows.brought(SOURCE, kind, all.stream().map(Row::key).toList());
        all.stream().filter(row -> !row.left().isEmpty()).forEach(this::keep);
        report.entered(kind, all.size(), changed);
      } catch (Refusal e) {
        if (all.size() == 1) {
          Row<T> row = all.getFirst();
          Unmapped why = new Unmapped("refused", t.say(e).replaceFirst("\\.$", ""));
          row.found().forEach(found -> refuse(kind, row.key(), found, why));
          return;
        }
        halve(all.subList(0, all.size() / 2));
        halve(all.subList(all.size() / 2, all.size()));
      }
    }

    /** What stands in columns that have no place here is kept with what it stands beside. */
    private void keep(Row<T> row) {
      String target = kind.substring(0, kind.length() - 1);
      number
          .apply(row.sheet())
          .ifPresent(id ->
              rows.note(
                  SOURCE,
                  List.of(ImportRows.Outcome.kept(kind, row.key(), target, id, row.left()))));
      report.kept(kind, row.left().propertyNames());
    }
  }
}
