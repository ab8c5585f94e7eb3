package amends.app.imports;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** What an import did, by kind of record. */
public final class Report {
  /** So many refusals are listed one by one; all of them stand in the table. */
  private static final int LISTED = 20;

  private final Map<String, Tally> tallies = new TreeMap<>();
  private final Map<String, Long> kept = new TreeMap<>();
  private final List<String> refused = new ArrayList<>();
  private long refusals;

  /** How many records of one kind were read, and what became of them. */
  static final class Tally {
    private long read;
    private long brought;
    private long known;
    private long changed;
    private long refused;
  }

  private Tally of(String kind) {
    return tallies.computeIfAbsent(kind, k -> new Tally());
  }

  void known(String kind, boolean changed) {
    Tally tally = of(kind);
    tally.read++;
    tally.known++;
    tally.changed += changed ? 1 : 0;
  }

  void brought(String kind, Iterable<String> fieldsKept) {
    Tally tally = of(kind);
    tally.read++;
    tally.brought++;
    fieldsKept.forEach(field -> kept.merge(kind + "." + field, 1L, Long::sum));
  }

  void kept(String kind, Iterable<String> fields) {
    fields.forEach(field -> kept.merge(kind + "." + field, 1L, Long::sum));
  }

  /** Of so many that were told, so many were new or different. */
  void entered(String kind, int told, int changed) {
    Tally tally = of(kind);
    tally.read += told;
    tally.brought += changed;
    tally.known += told - changed;
  }

  void refused(String kind, Found found, Unmapped why) {
    Tally tally = of(kind);
    tally.read++;
    tally.refused++;
    refusals++;
    if (refused.size() < LISTED) {
      refused.add(
          "%s, record %d: %s."
              .formatted(found.file().getFileName(), found.place(), Reasons.sentence(why)));
    }
  }

  public boolean complete() {
    return refusals == 0;
  }

  public long brought() {
    return tallies.values().stream().mapToLong(tally -> tally.brought).sum();
  }

  /** For a person to read. */
  public List<String> lines() {
    List<String> lines = new ArrayList<>();
    tallies.forEach((kind, t) ->
        lines.add(
            "%-10s %,d read: %,d brought, %,d known already%s, %,d not brought"
                .formatted(
                    kind,
                    t.read,
                    t.brought,
                    t.known,
                    t.changed == 0 ? "" : " (%,d of them changed there since)".formatted(t.changed),
                    t.refused)));
    if (refusals > 0) {
      lines.add("");
      lines.add("Not brought, and kept in the table import_item until they can be:");
      refused.forEach(line -> lines.add("  " + line));
      if (refusals > refused.size()) {
        lines.add("  and %,d more.".formatted(refusals - refused.size()));
      }
    }
    if (!kept.isEmpty()) {
      lines.add("");
      lines.add("Without a place here, and kept with their records:");
      kept.forEach((field, times) -> lines.add("  %-40s %,d".formatted(field, times)));
    }
    return lines;
  }
}
