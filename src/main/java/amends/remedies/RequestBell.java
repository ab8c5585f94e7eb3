package amends.remedies;

import amends.journal.Journal;
import amends.shared.Actor;
import amends.staff.AbsenceRecorded;
import amends.staff.PersonLeft;
import amends.time.Alarms;
import amends.time.Bell;
import amends.time.Rung;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;

/**
 * Rings when an approver has not answered in time, or is away from then on: whoever stands in
 * answers, else the next who may decide, by the moment that the customer was told. Being late
 * passes it on once; being away or gone passes it on each time, and somebody is looked for until
 * there is one.
 */
@Component
final class RequestBell implements Bell {
  private static final String NAME = "remedies.request";

  /** How often somebody is looked for while nobody can answer. */
  private static final Duration AGAIN = Duration.ofHours(1);

  private final RequestRows rows;
  private final Alarms alarms;
  private final Successors successors;
  private final Journal journal;
  private final Asking.Publishing publishing;

  RequestBell(
      RequestRows rows,
      Alarms alarms,
      Successors successors,
      Journal journal,
      Asking.Publishing publishing) {
    this.rows = rows;
    this.alarms = alarms;
    this.successors = successors;
    this.journal = journal;
    this.publishing = publishing;
  }

  @Override
  public String name() {
    return NAME;
  }

  /** At its deadline, or as soon as its approver is away. */
  void set(Request request, Instant now) {
    Instant leaves = successors.leaves(request.approver(), now).orElse(request.dueAt());
    Instant rings = leaves.isBefore(request.dueAt()) ? leaves : request.dueAt();
    alarms.set(NAME, request.subject(), rings);
  }

  void silence(Request request) {
    alarms.silence(NAME, request.subject());
  }

  @Override
  public void ring(List<Rung> due, Instant now) {
    for (Rung rung : due) {
      rows.held(rung.guards().id()).filter(Request::open).ifPresent(request -> look(request, now));
    }
  }

  private void look(Request request, Instant now) {
    boolean late = !request.dueAt().isAfter(now);
    if (late && request.passedAt() == null) {
      pass(request, "deadline", now);
    } else if (!successors.crew().isThere(request.approver(), now)) {
      pass(request, away(request), now);
    } else if (!late) {
      set(request, now);
    }
  }

  private String away(Request request) {
    return successors.crew().hasLeft(request.approver()) ? "left" : "absent";
  }

  private void pass(Request request, String why, Instant now) {
    Optional<Long> next = successors.of(request, rows.standIn(request.id()).orElse(null), now);
    if (next.isEmpty()) {
      lookAgain(request, now);
      return;
    }
    rows.passed(request.id(), next.get(), why, successors.deadline(request, now), now);
    Request passed = rows.find(request.id()).orElseThrow();
    set(passed, now);
    journal.record(
        "remedy.request_passed",
        request.about(),
        Actor.SYSTEM,
        Map.of("request", request.id(), "to", next.get(), "why", why));
    publishing.events().publishEvent(new RequestPassed(passed));
  }

  /**
   * Nobody else may decide now: whoever is late still answers, and for the others somebody comes.
   */
  private void lookAgain(Request request, Instant now) {
    if (!successors.crew().isThere(request.approver(), now)) {
      alarms.set(NAME, request.subject(), now.plus(AGAIN));
    }
  }

  @EventListener
  void on(AbsenceRecorded event) {
    Instant now = publishing.clock().instant();
    for (Request request : waitingFor(event.absence().personId())) {
      held(request).ifPresent(open -> look(open, now));
    }
  }

  @EventListener
  void on(PersonLeft event) {
    Instant now = publishing.clock().instant();
    for (Request request : waitingFor(event.personId())) {
      held(request).ifPresent(open -> look(open, now));
    }
  }

  /** As it stands once nobody else is answering it; empty when it was answered meanwhile. */
  private Optional<Request> held(Request request) {
    return rows.held(request.id()).filter(Request::open);
  }

  private List<Request> waitingFor(long person) {
    return rows.where(RequestRows.OPEN + " and " + RequestRows.ASKED_NOW, Map.of("person", person));
  }
}
