package amends.remedies;

import amends.journal.Journal;
import amends.shared.Actor;
import amends.staff.Absence;
import amends.staff.AbsenceRecorded;
import amends.staff.Absences;
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
 * answers, for as long again. There is no third.
 */
@Component
final class RequestBell implements Bell {
  private static final String NAME = "remedies.request";

  private final RequestRows rows;
  private final Alarms alarms;
  private final Absences absences;
  private final Journal journal;
  private final Asking.Publishing publishing;

  RequestBell(
      RequestRows rows,
      Alarms alarms,
      Absences absences,
      Journal journal,
      Asking.Publishing publishing) {
    this.rows = rows;
    this.alarms = alarms;
    this.absences = absences;
    this.journal = journal;
    this.publishing = publishing;
  }

  @Override
  public String name() {
    return NAME;
  }

  /** At its deadline, or as soon as its approver is away. */
  void set(Request request, Instant now) {
    Instant leaves =
        absences.of(request.approver()).stream()
            .map(Absence::from)
            .filter(from -> from.isAfter(now))
            .min(Instant::compareTo)
            .orElse(request.dueAt());
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
    if (!request.dueAt().isAfter(now)) {
      pass(request, "deadline", now);
    } else if (absences.isAbsent(request.approver(), now)) {
      pass(request, "absent", now);
    } else {
      set(request, now);
    }
  }

  private void pass(Request request, String why, Instant now) {
    Optional<Long> standIn = rows.standIn(request.id());
    if (standIn.isEmpty()) {
      return;
    }
    Duration given = Duration.between(request.askedAt(), request.dueAt());
    rows.passed(request.id(), why, now.plus(given), now);
    Request passed = rows.find(request.id()).orElseThrow();
    set(passed, now);
    journal.record(
        "remedy.request_passed",
        request.about(),
        Actor.SYSTEM,
        Map.of("request", request.id(), "to", standIn.get(), "why", why));
    publishing.events().publishEvent(new RequestPassed(passed));
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
      held(request).ifPresent(open -> pass(open, "left", now));
    }
  }

  /** As it stands once nobody else is answering it; empty when it was answered meanwhile. */
  private Optional<Request> held(Request request) {
    return rows.held(request.id()).filter(Request::open);
  }

  private List<Request> waitingFor(long person) {
    return rows.where(
        RequestRows.OPEN + " and r.approver_id = :person and r.passed_at is null",
        Map.of("person", person));
  }
}
