package amends.journal;

import java.util.List;

/**
 * Entries turned on their side, one array for each column, so that one statement takes them all.
 */
record Columns(
    String[] ats,
    String[] kinds,
    String[] subjectKinds,
    Long[] subjectIds,
    String[] actorKinds,
    Long[] actorIds,
    String[] payloads,
    byte[][] hashes) {

  static Columns of(List<Line> lines) {
    int n = lines.size();
    Columns columns =
        new Columns(
            new String[n],
            new String[n],
            new String[n],
            new Long[n],
            new String[n],
            new Long[n],
            new String[n],
            new byte[n][]);
    for (int i = 0; i < n; i++) {
      columns.put(i, lines.get(i));
    }
    return columns;
  }

  private void put(int i, Line line) {
    Entry entry = line.entry();
    ats[i] = line.at().toString();
    kinds[i] = entry.kind();
    subjectKinds[i] = entry.subject().kind();
    subjectIds[i] = entry.subject().id();
    actorKinds[i] = entry.actor().kind();
    actorIds[i] = entry.actor().id();
    payloads[i] = line.payload();
    hashes[i] = line.hash();
  }
}
