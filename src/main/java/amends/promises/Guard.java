package amends.promises;

import amends.journal.Entry;
import amends.journal.Journal;
import amends.shared.ActMemory;
import amends.shared.Actor;
import amends.shared.Subject;
import amends.time.Alarms;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.springframework.stereotype.Component;

/** The alarms and journal entries that go with every change of a promise. */
@Component
final class Guard {
  static final String WARN = "promise.warn";
  static final String DUE = "promise.due";

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
    journal.recordAll(promises.stream().map(p -> entry(kind, p, by, more)).toList());
  }

  /** Written down under what the promise is about, so that a case's history tells it. */
  private static Entry entry(String kind, Promise promise, Actor by, Map<String, ?> more) {
    Map<String, Object> payload = new HashMap<>(more);
    payload.put("promise", promise.id());
    return new Entry(kind, promise.about(), by, payload);
  }
}
