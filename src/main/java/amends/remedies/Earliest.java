package amends.remedies;

import amends.staff.WorkCalendars;
import amends.time.RoundMoments;
import amends.time.WorkingCalendar;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import org.springframework.stereotype.Component;

/** The first moment for which something may be promised, by the hours of the matter's team. */
@Component
final class Earliest {
  private final WorkCalendars calendars;

  Earliest(WorkCalendars calendars) {
    this.calendars = calendars;
  }

  Instant of(Matter matter, List<Piece> pieces, Instant now) {
    int days = pieces.stream().mapToInt(piece -> piece.remedy().leadDays()).max().orElse(0);
    int hours = pieces.stream().mapToInt(piece -> piece.remedy().leadHours()).max().orElse(0);
    if (days == 0 && hours == 0) {
      return now;
    }
    WorkingCalendar working = calendars.of(matter.teamId());
    Instant at = days == 0 ? now : working.closing(after(days, working, now));
    return hours == 0 ? at : working.plusWorking(at, Duration.ofHours(hours));
  }

  /** Today never counts: what is packed today is not there today. */
  private static LocalDate after(int days, WorkingCalendar working, Instant now) {
    LocalDate day = LocalDate.ofInstant(now, working.zone());
    for (int counted = 0; counted < days; counted++) {
      day = LocalDate.ofInstant(opening(day.plusDays(1), working), working.zone());
    }
    return day;
  }

  private static Instant opening(LocalDate from, WorkingCalendar working) {
    return working.nextOpening(from.atStartOfDay(working.zone()).toInstant());
  }

  /**
   * Moments of an answer.
   *
   * @param dueAt by when whoever is asked first answers
   * @param toldBy by when the customer hears, with the time that it takes to tell what was decided,
   *     as people say a moment
   */
  record Answer(Instant dueAt, Instant toldBy) {}

  /**
   * @param all the working minutes until whoever is asked last has answered
   */
  Answer answer(Matter matter, int minutes, int all, Instant now) {
    WorkingCalendar working = calendars.of(matter.teamId());
    Instant dueAt = working.plusWorking(now, Duration.ofMinutes(minutes));
    Instant last = all == minutes ? dueAt : working.plusWorking(now, Duration.ofMinutes(all));
    return new Answer(dueAt, RoundMoments.quarter(last.plus(Successors.TO_TELL), working.zone()));
  }
}
