package amends.journal;

import java.time.Instant;

/** An entry as it will stand in the journal: its moment, its payload's bytes and its hash. */
record Line(Instant at, Entry entry, String payload, byte[] hash) {
  static Line of(Entry entry, Instant at) {
    String payload = Payload.json(entry.payload());
    return new Line(
        at,
        entry,
        payload,
        Chain.entryHash(at, entry.kind(), entry.subject(), entry.actor(), payload));
  }
}
