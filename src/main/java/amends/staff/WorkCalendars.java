package amends.staff;

import amends.journal.Journal;
import amends.shared.Actor;
import amends.shared.Acts;
import amends.shared.NotFound;
import amends.shared.ReadMemory;
import amends.shared.Refusal;
import amends.shared.Subject;
import amends.time.CalendarPlan;
import amends.time.Calendars;
import amends.time.PublicHolidays;
import amends.time.WorkingCalendar;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Function;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * The house's calendars, and which team works by which. Asks for no permission: callers do. A
 * change holds for what is promised from then on; what was promised keeps its moment.
 */
@Component
public final class WorkCalendars {
  private static final Pattern NAME = Pattern.compile("[\\p{L}\\d][\\p{L}\\d _-]{0,39}");

  private final JdbcClient sql;
  private final Acts acts;
  private final Journal journal;
  private final Staff staff;
  private final Calendars calendars;
  private final ReadMemory<Long, WorkingCalendar> known = new ReadMemory<>();

  WorkCalendars(JdbcClient sql, Acts acts, Journal journal, Staff staff, Calendars calendars) {
    this.sql = sql;
    this.acts = acts;
    this.journal = journal;
    this.staff = staff;
    this.calendars = calendars;
  }

  public List<Calendars.Kept> all() {
    return calendars.all();
  }

  /**
   * @throws NotFound when there is none
   */
  public Calendars.Kept get(long id) {
    return all().stream()
        .filter(kept -> kept.id() == id)
        .findFirst()
        .orElseThrow(() -> new NotFound(Subject.of("calendar", id)));
  }

  /**
   * Writes a calendar down, in place of one that has this name.
   *
   * @throws Refusal of the fields {@code name} and {@code place}
   */
  public long keep(CalendarPlan plan, Actor by) {
    if (!NAME.matcher(plan.name()).matches()) {
      throw new Refusal("name", "staff.calendar.refuse.name");
    }
    if (!plan.daysOff().place().isEmpty() && !PublicHolidays.knows(plan.daysOff().place())) {
      throw new Refusal("place", "staff.calendar.refuse.place", plan.daysOff().place());
    }
    return acts.call(() -> {
      long id = calendars.keep(plan);
      journal.record("calendar.kept", Subject.of("calendar", id), by, Map.of());
      return id;
    });
  }

  /** By team, the calendars that teams have of their own. */
  public Map<Long, String> ofTeams() {
    Map<Long, String> own = new HashMap<>();
    sql.sql("select id, calendar from team where calendar is not null")
        .query((rs, n) -> own.put(rs.getLong("id"), rs.getString("calendar")))
        .list();
    return own;
  }

  /**
   * The team works by this calendar from now on; null for that of its brand.
   *
   * @throws Refusal of the field {@code calendar} when there is no such calendar
   */
  public void setTeam(long teamId, @Nullable String name, Actor by) {
    acts.run(() -> {
      staff.team(teamId);
      if (name != null) {
        calendars.plan(name);
      }
      int changed =
          sql.sql(
                  """
                  update team set calendar = :calendar
                  where id = :id and calendar is distinct from :calendar
                  """)
              .param("calendar", name)
              .param("id", teamId)
              .update();
      if (changed == 1) {
        journal.record("staff.team_calendar", Subject.of("team", teamId), by, Map.of());
      }
    });
  }

  /** When the team works: by its own calendar, else its brand's, else the house's office. */
  public WorkingCalendar of(long teamId) {
    return known.of(teamId, this::ask);
  }

  private WorkingCalendar ask(long teamId) {
    Hours hours =
        sql.sql(
                """
                select t.calendar as own, b.calendar, b.zone from team t
                left join brand b on b.id = coalesce(t.brand_id,
                  (select min(d.id) from brand d where d.retired_at is null))
                where t.id = :team
                """)
            .param("team", teamId)
            .query(WorkCalendars::hours)
            .optional()
            .orElseThrow(() -> new NotFound(Subject.of("team", teamId)));
    ZoneId zone = hours.zone();
    Function<CalendarPlan, WorkingCalendar> working =
        hours.own() ? plan -> plan.working(zone) : plan -> plan.working().in(zone);
    return named(hours.calendar()).map(working).orElseGet(() -> WorkingCalendar.always(zone));
  }

  /**
   * By what a team works.
   *
   * @param own whether the calendar is the team's own
   * @param zone of its brand; of the first brand where it has none
   */
  private record Hours(boolean own, String calendar, ZoneId zone) {}

  private static Hours hours(ResultSet rs, int n) throws SQLException {
    String own = rs.getString("own");
    String ofBrand = rs.getString("calendar");
    String zone = rs.getString("zone");
    return new Hours(
        own != null,
        own != null ? own : Objects.requireNonNullElse(ofBrand, Calendars.OFFICE),
        zone == null ? ZoneOffset.UTC : ZoneId.of(zone));
  }

  private Optional<CalendarPlan> named(String name) {
    try {
      return Optional.of(calendars.plan(name));
    } catch (Refusal noCalendar) {
      return Optional.empty();
    }
  }
}
