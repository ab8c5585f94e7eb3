package amends.time;

import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.springframework.jdbc.core.simple.JdbcClient;

/** The tables of the working calendars. */
final class CalendarRows {
  private final JdbcClient sql;

  CalendarRows(JdbcClient sql) {
    this.sql = sql;
  }

  /**
   * The row of a calendar is written anew whenever the calendar is kept, with its hours and days
   * off: by whom and where it was written is the calendar's version, on whichever node.
   */
  record Written(String version, long id, ZoneId zone, String place) {}

  Optional<Written> written(String name) {
    return sql.sql(
            """
            select xmin || ' ' || ctid as version, id, zone, place from calendar
            where name = :name
            """)
        .param("name", name)
        .query((rs, n) ->
            new Written(
                rs.getString("version"),
                rs.getLong("id"),
                ZoneId.of(rs.getString("zone")),
                rs.getString("place")))
        .optional();
  }

  CalendarPlan read(String name, Written written) {
    DaysOff off = new DaysOff(written.place(), extra(written.id()), worked(written.id()));
    return new CalendarPlan(name, written.zone(), hours(written.id()), off);
  }

  long put(CalendarPlan plan) {
    long id =
        sql.sql(
                """
                insert into calendar (name, zone, place) values (:name, :zone, :place)
                on conflict (name) do update set zone = excluded.zone, place = excluded.place
                returning id
                """)
            .param("name", plan.name())
            .param("zone", plan.zone().getId())
            .param("place", plan.daysOff().place())
            .query(Long.class)
            .single();
    for (String part : List.of("calendar_hours", "calendar_holiday", "calendar_workday")) {
      sql.sql("delete from " + part + " where calendar_id = :id").param("id", id).update();
    }
    putHours(id, plan.hours());
    putExtra(id, plan.daysOff().extra());
    putWorked(id, plan.daysOff().worked());
    return id;
  }

  private List<Hours> hours(long id) {
    return sql.sql(
            """
            select weekday, from_minute, to_minute, effective_from, effective_to
            from calendar_hours where calendar_id = :id
            """)
        .param("id", id)
        .query((rs, n) ->
            new Hours(
                DayOfWeek.of(rs.getInt("weekday")),
                rs.getInt("from_minute"),
                rs.getInt("to_minute"),
                rs.getObject("effective_from", LocalDate.class),
                rs.getObject("effective_to", LocalDate.class)))
        .list();
  }

  private Map<LocalDate, String> extra(long id) {
    return sql
        .sql("select day, name from calendar_holiday where calendar_id = :id")
        .param("id", id)
        .query((rs, n) -> Map.entry(rs.getObject("day", LocalDate.class), rs.getString("name")))
        .list()
        .stream()
        .collect(Collectors.toMap(Map.Entry::getKey, Map.Entry::getValue));
  }

  private Set<LocalDate> worked(long id) {
    return new HashSet<>(
        sql.sql("select day from calendar_workday where calendar_id = :id")
            .param("id", id)
            .query(LocalDate.class)
            .list());
  }

  private void putHours(long calendar, List<Hours> hours) {
    sql.sql(
            """
            insert into calendar_hours
              (calendar_id, weekday, from_minute, to_minute, effective_from, effective_to)
            select :calendar, h.* from unnest(cast(:days as int[]), cast(:froms as int[]),
              cast(:tos as int[]), cast(:since as date[]), cast(:until as date[])) as h
            """)
        .param("calendar", calendar)
        .param("days", hours.stream().map(h -> h.day().getValue()).toArray(Integer[]::new))
        .param("froms", hours.stream().map(Hours::fromMinute).toArray(Integer[]::new))
        .param("tos", hours.stream().map(Hours::toMinute).toArray(Integer[]::new))
        .param("since", hours.stream().map(h -> h.from().toString()).toArray(String[]::new))
        .param(
            "until", hours.stream().map(h -> Objects.toString(h.to(), null)).toArray(String[]::new))
        .update();
  }

  private void putExtra(long calendar, Map<LocalDate, String> extra) {
    List<Map.Entry<LocalDate, String>> days = List.copyOf(extra.entrySet());
    sql.sql(
            """
            insert into calendar_holiday (calendar_id, day, name)
            select :calendar, h.* from unnest(cast(:days as date[]), cast(:names as text[])) as h
            """)
        .param("calendar", calendar)
        .param("days", days.stream().map(day -> day.getKey().toString()).toArray(String[]::new))
        .param("names", days.stream().map(Map.Entry::getValue).toArray(String[]::new))
        .update();
  }

  private void putWorked(long calendar, Set<LocalDate> days) {
    sql.sql(
            """
            insert into calendar_workday (calendar_id, day)
            select :calendar, d from unnest(cast(:days as date[])) as d
            """)
        .param("calendar", calendar)
        .param("days", days.stream().map(LocalDate::toString).toArray(String[]::new))
        .update();
  }
}
