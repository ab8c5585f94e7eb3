package amends.staff;

import amends.journal.Journal;
import amends.shared.Actor;
import amends.shared.Acts;
import amends.shared.NotFound;
import amends.shared.Refusal;
import amends.shared.Subject;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * Who is away, and when they are back. Asks for no permission: whoever calls has asked {@link
 * Permits}. Absences of one person may overlap: the person is away in any of them.
 */
@Component
public final class Absences {
  private static final Duration LONGEST = Duration.ofDays(400);

  private final AbsenceRows rows;
  private final InstantSource clock;
  private final Acts acts;
  private final Journal journal;
  private final ApplicationEventPublisher events;

  Absences(
      JdbcClient sql,
      InstantSource clock,
      Acts acts,
      Journal journal,
      ApplicationEventPublisher events) {
    this.rows = new AbsenceRows(sql);
    this.clock = clock;
    this.acts = acts;
    this.journal = journal;
    this.events = events;
  }

  /**
   * Writes down that somebody is away from one moment until another.
   *
   * @throws Refusal of the field {@code until} when it is not ahead of {@code from} and of now, or
   *     more than 400 days later; of {@code person} when nobody of that id works here
   */
  public Absence record(long personId, Instant from, Instant until, Absence.Kind kind, Actor by) {
    Instant now = clock.instant();
    if (!until.isAfter(from) || !until.isAfter(now)) {
      throw new Refusal("until", "staff.absence.refuse.until");
    }
    if (until.isAfter(from.plus(LONGEST))) {
      throw new Refusal("until", "staff.absence.refuse.long");
    }
    return acts.call(() -> {
      if (!rows.isHere(personId)) {
        throw new Refusal("person", "staff.absence.refuse.left");
      }
      Absence absence = rows.add(personId, from, until, kind, by, now);
      tell("staff.absence_recorded", absence, by);
      return absence;
    });
  }

  /**
   * The person is back now, or does not go at all. One that has ended changes nothing.
   *
   * @throws NotFound when there is no such absence
   */
  public void end(long id, Actor by) {
    acts.run(() -> {
      Absence absence = get(id);
      Instant now = clock.instant();
      if (absence.until().isAfter(now) && rows.end(id, now)) {
        boolean begun = absence.from().isBefore(now);
        Instant until = begun ? now : absence.until();
        tell(
            begun ? "staff.absence_ended" : "staff.absence_cancelled",
            new Absence(id, absence.personId(), absence.from(), until, absence.kind()),
            by);
      }
    });
  }

  /**
   * @throws NotFound when there is no such absence, or it did not take place
   */
  public Absence get(long id) {
    return rows.find(id).orElseThrow(() -> new NotFound(Subject.of("absence", id)));
  }

  /** Whether the person is away at that moment. */
  public boolean isAbsent(long personId, Instant moment) {
    return rows.at(moment).stream().anyMatch(a -> a.personId() == personId);
  }

  /** Everybody who is away at that moment, by id. */
  public Set<Long> absent(Instant moment) {
    return rows.at(moment).stream().map(Absence::personId).collect(Collectors.toSet());
  }

  /**
   * When the person is at work again, seen from that moment: the moment itself when the person is
   * there; through absences that follow each other without a gap.
   */
  public Instant backAt(long personId, Instant moment) {
    Instant back = moment;
    for (Absence absence : rows.of(personId, moment)) {
      if (absence.covers(back)) {
        back = absence.until();
      }
    }
    return back;
  }

  /** Running and to come, the first to begin first. */
  public List<Absence> of(long personId) {
    return rows.of(personId, clock.instant());
  }

  /** Everybody's, running and to come within that time, the first to begin first. */
  public List<Absence> ahead(Duration within) {
    Instant now = clock.instant();
    return rows.between(now, now.plus(within));
  }

  private void tell(String kind, Absence absence, Actor by) {
    journal.record(
        kind,
        Subject.of("person", absence.personId()),
        by,
        Map.of(
            "absence", absence.id(),
            "kind", absence.kind().code(),
            "from", absence.from().toString(),
            "until", absence.until().toString()));
    events.publishEvent(new AbsenceRecorded(absence, by));
  }
}
