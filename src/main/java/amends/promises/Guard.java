package amends.promises;

import amends.journal.Entry;
import amends.journal.Journal;
import amends.shared.ActMemory;
import amends.shared.Actor;
import amends.shared.Subject;
import amends.shared.Tokens;
import amends.time.Alarms;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeSet;
import org.springframework.stereotype.Component;

/** The alarms and journal entries that go with every change of a promise. */
@Component
final class Guard {
  static final String WARN = "promise.warn";
  static final String DUE = "promise.due";
  private static final int PROOF = 16;

  private final Alarms alarms;
  private final Journal journal;
  private final ActMemory<Long, Promise> made = new ActMemory<>();

  Guard(Alarms alarms, Journal journal) {
    this.alarms = alarms;
    this.journal = journal;
  }

  void watch(Promise promise) {
    alarms.setAll(
        Map.of(WARN, promise.warnAt(), DUE, promise.dueAt()), Subject.of("promise", promise.id()));
  }

  /** Each has alarms of its own, set together. */
  void watchAll(List<Promise> promises) {
    List<Long> ids = promises.stream().map(Promise::id).toList();
    if (!ids.isEmpty()) {
      alarms.setAll(WARN, "promise", ids, promises.stream().map(Promise::warnAt).toList());
      alarms.setAll(DUE, "promise", ids, promises.stream().map(Promise::dueAt).toList());
    }
  }

  void stand(List<Long> ids) {
    if (!ids.isEmpty()) {
      alarms.silence(List.of(WARN, DUE), "promise", ids);
    }
  }

  /** Told last of what was made: any later change that is told of forgets it. */
  void made(Promise promise) {
    note("promise.made", promise, promise.madeBy(), Map.of("due", promise.dueAt()));
    made.put(promise.id(), promise);
  }

  /** A promise that this act has made, and has not changed since. */
  Optional<Promise> madeHere(long id) {
    return Optional.ofNullable(made.get(id));
  }

  void note(String kind, Promise promise, Actor by, Map<String, ?> more) {
    made.forget();
    journal.recordAll(List.of(entry(kind, promise, by, more)));
  }

  void noteAll(String kind, List<Promise> promises) {
    noteAll(kind, promises, Actor.SYSTEM, Map.of());
  }

  void noteAll(String kind, List<Promise> promises, Actor by, Map<String, ?> more) {
    made.forget();
    List<Entry> entries = new ArrayList<>();
    Map<Subject, List<Long>> many = new LinkedHashMap<>();
    for (Promise promise : promises) {
      if (promise.about().kind().equals(ToMany.KIND)) {
        many.computeIfAbsent(promise.about(), about -> new ArrayList<>()).add(promise.id());
      } else {
        entries.add(entry(kind, promise, by, more));
      }
    }
    many.forEach((about, ids) -> entries.add(entry(kind, about, ids, by, more)));
    if (!entries.isEmpty()) {
      journal.recordAll(entries);
    }
  }

  /**
   * Of what was promised to many one entry, with which they were, so that none can be slipped in.
   */
  private static Entry entry(
      String kind, Subject about, List<Long> ids, Actor by, Map<String, ?> more) {
    String which = new TreeSet<>(ids).toString();
    Map<String, Object> payload = new HashMap<>(more);
    payload.put("promises", ids.size());
    payload.put(
        "proof",
        HexFormat.of()
            .formatHex(Tokens.sha256(which.getBytes(StandardCharsets.US_ASCII)), 0, PROOF));
    return new Entry(kind, about, by, payload);
  }

  /** Written down under what the promise is about, so that a case's history tells it. */
  private static Entry entry(String kind, Promise promise, Actor by, Map<String, ?> more) {
    Map<String, Object> payload = new HashMap<>(more);
    payload.put("promise", promise.id());
    return new Entry(kind, promise.about(), by, payload);
  }
}
