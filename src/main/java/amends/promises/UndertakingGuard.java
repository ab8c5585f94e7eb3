package amends.promises;

import amends.journal.Entry;
import amends.journal.Journal;
import amends.shared.Actor;
import amends.shared.Subject;
import amends.time.Alarms;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Component;

/** The alarms, journal entries and news that go with every change of an undertaking. */
@Component
final class UndertakingGuard {
  static final String ANSWER = "undertaking.answer";
  static final String DUE = "undertaking.due";

  private final Alarms alarms;
  private final Journal journal;
  private final ApplicationEventPublisher events;

  UndertakingGuard(Alarms alarms, Journal journal, ApplicationEventPublisher events) {
    this.alarms = alarms;
    this.journal = journal;
    this.events = events;
  }

  void watch(Undertaking undertaking) {
    Map<String, Instant> bells = new HashMap<>(Map.of(DUE, undertaking.dueAt()));
    if (undertaking.asked()) {
      bells.put(ANSWER, undertaking.answerBy());
    }
    alarms.setAll(bells, subject(undertaking));
  }

  void asked(Undertaking undertaking, Actor by) {
    note("undertaking.asked", undertaking, by);
    events.publishEvent(new UndertakingAsked(undertaking));
  }

  void answered(Undertaking undertaking, String kind, Actor by) {
    alarms.silence(ANSWER, subject(undertaking));
    if (undertaking.moments().declinedAt() != null) {
      alarms.silence(DUE, subject(undertaking));
    }
    note(kind, undertaking, by);
    events.publishEvent(new UndertakingAnswered(undertaking));
  }

  void ended(Undertaking undertaking, String kind, Actor by) {
    alarms.silence(List.of(ANSWER, DUE), "undertaking", List.of(undertaking.id()));
    note(kind, undertaking, by);
  }

  void slipped(List<Undertaking> undertakings, Actor by) {
    noteAll("undertaking.slipped", undertakings, by);
    events.publishEvent(new UndertakingsSlipped(undertakings));
  }

  void unanswered(List<Undertaking> undertakings) {
    noteAll("undertaking.unanswered", undertakings, Actor.SYSTEM);
    events.publishEvent(new UndertakingsUnanswered(undertakings));
  }

  void note(String kind, Undertaking undertaking, Actor by) {
    noteAll(kind, List.of(undertaking), by);
  }

  /** Written down under what it is for, so that a case's history tells it. */
  private void noteAll(String kind, List<Undertaking> undertakings, Actor by) {
    journal.recordAll(
        undertakings.stream()
            .map(u -> new Entry(kind, u.about(), by, Map.of("undertaking", u.id())))
            .toList());
  }

  private static Subject subject(Undertaking undertaking) {
    return Subject.of("undertaking", undertaking.id());
  }
}
