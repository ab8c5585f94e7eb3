package amends.cases.web;

import amends.promises.Feasibility;
import amends.promises.Feasibility.Shift;
import amends.shared.Refusal;
import amends.staff.OnDuty;
import amends.staff.Staff;
import amends.staff.WorkCalendars;
import amends.time.WorkingCalendar;
import amends.time.WorkingCalendar.Open;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** A rhythm, held against the shifts of a team from now on. */
@Component
final class Rhythms {
  private final OnDuty onDuty;
  private final WorkCalendars calendars;
  private final Staff staff;

  Rhythms(OnDuty onDuty, WorkCalendars calendars, Staff staff) {
    this.onDuty = onDuty;
    this.calendars = calendars;
    this.staff = staff;
  }

  /**
   * @param every the interval in minutes; {@code contact} and {@code text} what one contact and one
   *     text to all take
   * @param lasts in hours
   * @param assigned each customer hears from one person of their own
   * @param working only the team's working hours count
   */
  record Question(
      long team,
      int customers,
      int every,
      int contact,
      int text,
      int lasts,
      boolean assigned,
      boolean working) {}

  /**
   * @param tightest when the stretch begins in which least can be done
   */
  record Answer(Feasibility asked, int people, Instant tightest, List<Feasibility.Way> instead) {}

  Answer ask(Question question, Instant now) {
    if (staff.teams().stream().noneMatch(team -> team.id() == question.team())) {
      throw new Refusal("team", "cases.feasible.refuse.team");
    }
    Instant from = now.truncatedTo(ChronoUnit.MINUTES);
    WorkingCalendar hours = calendars.of(question.team());
    Duration whole = Duration.ofHours(question.lasts()).plus(Duration.ofMinutes(question.every()));
    Instant to = question.working() ? hours.plusWorking(from, whole) : from.plus(whole);
    List<List<Shift>> people =
        onDuty.of(question.team(), from, to).values().stream()
            .map(stretches ->
                stretches.stream()
                    .flatMap(open -> shift(open, from, question.working() ? hours : null))
                    .toList())
            .toList();
    Feasibility asked =
        new Feasibility(
            question.customers(),
            question.every(),
            question.contact(),
            question.lasts() * 60,
            question.assigned(),
            people);
    Duration tightest = Duration.ofMinutes(asked.tightest());
    return new Answer(
        asked,
        (int) people.stream().filter(shifts -> !shifts.isEmpty()).count(),
        question.working() ? hours.plusWorking(from, tightest) : from.plus(tightest),
        asked.instead(question.text()));
  }

  /** In minutes since then; of working time where only that counts. */
  private static Stream<Shift> shift(Open open, Instant from, @Nullable WorkingCalendar hours) {
    int start = minutes(from, open.from(), hours);
    int end = minutes(from, open.to(), hours);
    return start < end ? Stream.of(new Shift(start, end)) : Stream.empty();
  }

  private static int minutes(Instant from, Instant to, @Nullable WorkingCalendar hours) {
    Duration passed = hours == null ? Duration.between(from, to) : hours.workingBetween(from, to);
    return (int) passed.toMinutes();
  }
}
