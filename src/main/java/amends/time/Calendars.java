package amends.time;

import amends.shared.ActMemory;
import amends.shared.Acts;
import amends.shared.Refusal;
import java.time.DayOfWeek;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** The calendars by which people work, and the deadlines that others set for us. */
@Component
public final class Calendars {
  /** Day and night, every day. */
  public static final String ALWAYS = "always";

  /** Monday to Friday, nine to five, until the house says otherwise. */
  public static final String OFFICE = "office";

  private final JdbcClient sql;
  private final Acts acts;
  private final Map<String, Known> known = new ConcurrentHashMap<>();
  private final ActMemory<String, Optional<WorkingCalendar>> asked = new ActMemory<>();

  Calendars(JdbcClient sql, Acts acts) {
    this.sql = sql;
    this.acts = acts;
  }

  /**
   * The calendar of this name, by its own zone; the same one for the length of an act.
   *
   * @throws Refusal when there is none
   */
  public WorkingCalendar calendar(String name) {
    Optional<WorkingCalendar> here = asked.get(name);
    if (here == null) {
      here = standing(name);
      asked.put(name, here);
    }
    return here.orElseThrow(() -> new Refusal("calendar", "time.refuse.calendar", name));
  }

  private Optional<WorkingCalendar> standing(String name) {
    Optional<Written> found =
        sql.sql("select xmin || ' ' || ctid as version, id, zone from calendar where name = :name")
            .param("name", name)
            .query((rs, n) ->
                new Written(
                    rs.getString("version"), rs.getLong("id"), ZoneId.of(rs.getString("zone"))))
            .optional();
    return found.map(written -> read(name, written));
  }

  private WorkingCalendar read(String name, Written written) {
    Known last = known.get(name);
    if (last != null && last.written().equals(written)) {
      return last.calendar();
    }
    // Asked for after its version: what is read may be newer than that, and never older.
    Known now =
        new Known(written, new WorkingCalendar(written.zone(), hours(name), holidays(name)));
    known.put(name, now);
    return now.calendar();
  }

  /** The calendars to choose from, with those that every house has: day and night, and office. */
  public List<String> names() {
    return sql.sql(
            """
            select name from calendar
            union select * from unnest(cast(:always as text[])) order by name
            """)
        .param("always", new String[] {ALWAYS, OFFICE})
        .query(String.class)
        .list();
  }

  /**
   * The row of a calendar is written anew whenever the calendar is kept, with its hours and
   * holidays: by whom and where it was written is the calendar's version, on whichever node.
   */
  private record Written(String version, long id, ZoneId zone) {}

  private record Known(Written written, WorkingCalendar calendar) {}

  /** Writes a calendar down, in place of one that has this name. */
  public void keep(String name, ZoneId zone, List<Hours> hours, Map<LocalDate, String> holidays) {
    acts.run(() -> {
      asked.forget();
      long id = put(name, zone);
      putHours(id, hours);
      putHolidays(id, holidays);
    });
  }

  /** The version of a deadline that a trigger on this day starts; empty when there is none yet. */
  public Optional<Deadline> deadline(String code, LocalDate trigger) {
    return sql.sql(
            """
            select code, starts_with, start_rule, length, unit, day_end, roll_rule, calendar, source,
              effective_from, effective_to
            from deadline where code = :code and effective_from <= :trigger
              and (effective_to is null or effective_to > :trigger)
            order by effective_from desc limit 1
            """)
        .param("code", code)
        .param("trigger", trigger)
        .query((rs, n) ->
            new Deadline(
                rs.getString("code"),
                rs.getString("starts_with"),
                Deadline.StartRule.valueOf(upper(rs.getString("start_rule"))),
                rs.getInt("length"),
                Deadline.LengthUnit.valueOf(upper(rs.getString("unit"))),
                Deadline.DayEnd.valueOf(upper(rs.getString("day_end"))),
                Deadline.RollRule.valueOf(upper(rs.getString("roll_rule"))),
                rs.getString("calendar"),
                rs.getString("source"),
                rs.getObject("effective_from", LocalDate.class),
                rs.getObject("effective_to", LocalDate.class)))
        .optional();
  }

  /** Writes a version of a deadline down, in place of one that begins on the same day. */
  public void keep(Deadline rule) {
    sql.sql(
            """
            insert into deadline (code, starts_with, start_rule, length, unit, day_end, roll_rule,
              calendar, source, effective_from, effective_to)
            values (:code, :startsWith, :startRule, :length, :unit, :dayEnd, :rollRule,
              :calendar, :source, :from, :to)
            on conflict (code, effective_from) do update set starts_with = excluded.starts_with,
              start_rule = excluded.start_rule, length = excluded.length, unit = excluded.unit,
              day_end = excluded.day_end, roll_rule = excluded.roll_rule,
              calendar = excluded.calendar, source = excluded.source,
              effective_to = excluded.effective_to
            """)
        .param("code", rule.code())
        .param("startsWith", rule.startsWith())
        .param("startRule", lower(rule.startRule()))
        .param("length", rule.length())
        .param("unit", lower(rule.unit()))
        .param("dayEnd", lower(rule.dayEnd()))
        .param("rollRule", lower(rule.rollRule()))
        .param("calendar", rule.calendar())
        .param("source", rule.source())
        .param("from", rule.from())
        .param("to", rule.to())
        .update();
  }

  /**
   * When the deadline runs out for this trigger, by the version and the calendar that hold on the
   * trigger's day; empty when no version holds.
   */
  public Optional<Instant> due(String code, Instant trigger, ZoneId zone) {
    return deadline(code, LocalDate.ofInstant(trigger, zone))
        .map(rule -> rule.due(trigger, calendar(rule.calendar()).in(zone)));
  }

  private List<Hours> hours(String name) {
    return sql.sql(
            """
            select h.weekday, h.from_minute, h.to_minute, h.effective_from, h.effective_to
            from calendar_hours h join calendar c on c.id = h.calendar_id where c.name = :name
            """)
        .param("name", name)
        .query((rs, n) ->
            new Hours(
                DayOfWeek.of(rs.getInt("weekday")),
                rs.getInt("from_minute"),
                rs.getInt("to_minute"),
                rs.getObject("effective_from", LocalDate.class),
                rs.getObject("effective_to", LocalDate.class)))
        .list();
  }

  private Set<LocalDate> holidays(String name) {
    return new HashSet<>(
        sql.sql(
                """
                select h.day from calendar_holiday h join calendar c on c.id = h.calendar_id
                where c.name = :name
                """)
            .param("name", name)
            .query(LocalDate.class)
            .list());
  }

  private long put(String name, ZoneId zone) {
    long id =
        sql.sql(
                """
                insert into calendar (name, zone) values (:name, :zone)
                on conflict (name) do update set zone = excluded.zone returning id
                """)
            .param("name", name)
            .param("zone", zone.getId())
            .query(Long.class)
            .single();
    sql.sql("delete from calendar_hours where calendar_id = :id").param("id", id).update();
    sql.sql("delete from calendar_holiday where calendar_id = :id").param("id", id).update();
    return id;
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

  private void putHolidays(long calendar, Map<LocalDate, String> holidays) {
    List<Map.Entry<LocalDate, String>> days = List.copyOf(holidays.entrySet());
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

  private static String upper(String code) {
    return code.toUpperCase(Locale.ROOT);
  }

  private static String lower(Enum<?> value) {
    return value.name().toLowerCase(Locale.ROOT);
  }
}
