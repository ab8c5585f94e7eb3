package amends.staff;

import amends.time.WorkingCalendar;
import amends.time.WorkingCalendar.Open;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.springframework.stereotype.Component;

/** Who is at work when: the hours of their team, without the times in which they are away. */
@Component
public final class OnDuty {
  private final Staff staff;
  private final WorkCalendars calendars;
  private final Absences absences;

  OnDuty(Staff staff, WorkCalendars calendars, Absences absences) {
    this.staff = staff;
    this.calendars = calendars;
    this.absences = absences;
  }

  /** The people of a team, by name, with their stretches of work between two moments to come. */
  public Map<Person, List<Open>> of(long teamId, Instant from, Instant to) {
    List<Open> hours = calendars.of(teamId).between(from, to);
    Map<Person, List<Open>> people = new LinkedHashMap<>();
    for (Person person : staff.peopleOf(teamId)) {
      people.put(person, without(hours, absences.of(person.id())));
    }
    return people;
  }

  /** Whether somebody is at work at a moment to come, as one of this team. */
  public boolean works(long personId, long teamId, Instant at) {
    return calendars.of(teamId).open(at)
        && absences.of(personId).stream().noneMatch(absence -> absence.covers(at));
  }

  /** How many of a team are at work at a moment to come. */
  public long at(long teamId, Instant at) {
    WorkingCalendar hours = calendars.of(teamId);
    return hours.open(at)
        ? staff.peopleOf(teamId).stream()
            .filter(p -> absences.of(p.id()).stream().noneMatch(away -> away.covers(at)))
            .count()
        : 0;
  }

  private static List<Open> without(List<Open> hours, List<Absence> away) {
    List<Open> left = hours;
    for (Absence absence : away) {
      List<Open> next = new ArrayList<>();
      for (Open open : left) {
        add(next, open.from(), earlier(open.to(), absence.from()));
        add(next, later(open.from(), absence.until()), open.to());
      }
      left = next;
    }
    return left;
  }

  private static void add(List<Open> to, Instant from, Instant until) {
    if (from.isBefore(until)) {
      to.add(new Open(from, until));
    }
  }

  private static Instant earlier(Instant one, Instant other) {
    return one.isBefore(other) ? one : other;
  }

  private static Instant later(Instant one, Instant other) {
    return one.isAfter(other) ? one : other;
  }
}
