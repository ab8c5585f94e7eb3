package amends.journal;

import java.time.Instant;
import java.util.List;

/**
 * Entries turned on their side, one array for each column, so that one statement takes them all.
 */
record Columns(
    String[] kinds,
    String[] subjectKinds,
    Long[] subjectIds,
    String[] actorKinds,
    Long[] actorIds,
    String[] payloads,
    byte[][] hashes) {

  static Columns of(List<Entry> entries, Instant at) {
    int n = entries.size();
    Columns columns =
        new Columns(
            new String[n],
            new String[n],
            new Long[n],
            new String[n],
            new Long[n],
            new String[n],
            new byte[n][]);
    for (int i = 0; i < n; i++) {
      columns.put(i, entries.get(i), at);
    }
    return columns;
  }

  private void put(int i, Entry entry, Instant at) {
    String payload = Payload.json(entry.payload());
    kinds[i] = entry.kind();
    subjectKinds[i] = entry.subject().kind();
    subjectIds[i] = entry.subject().id();
    actorKinds[i] = entry.actor().kind();
    actorIds[i] = entry.actor().id();
    payloads[i] = payload;
    hashes[i] = Chain.entryHash(at, entry.kind(), entry.subject(), entry.actor(), payload);
  }
}
