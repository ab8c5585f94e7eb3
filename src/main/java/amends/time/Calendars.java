package amends.time;

import amends.shared.ActMemory;
import amends.shared.Acts;
import amends.shared.Refusal;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.Locale;
import java.util.Map;
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
  private final CalendarRows rows;
  private final Acts acts;
  private final Map<String, Known> known = new ConcurrentHashMap<>();
  private final ActMemory<String, Optional<CalendarPlan>> asked = new ActMemory<>();

  Calendars(JdbcClient sql, Acts acts) {
    this.sql = sql;
    this.rows = new CalendarRows(sql);
    this.acts = acts;
  }

  /**
   * The calendar of this name, by its own zone; the same one for the length of an act.
   *
   * @throws Refusal when there is none
   */
  public WorkingCalendar calendar(String name) {
    return plan(name).working();
  }

  /**
   * A calendar as it is written down.
   *
   * @throws Refusal when there is none
   */
  public CalendarPlan plan(String name) {
    Optional<CalendarPlan> here = asked.get(name);
    if (here == null) {
      here = rows.written(name).map(written -> read(name, written));
      asked.put(name, here);
    }
    return here.orElseThrow(() -> new Refusal("calendar", "time.refuse.calendar", name));
  }

  /** The house's office, by the clock of this zone; a house without one never closes. */
  public WorkingCalendar office(ZoneId zone) {
    try {
      return calendar(OFFICE).in(zone);
    } catch (Refusal noCalendar) {
      return WorkingCalendar.always(zone);
    }
  }

  private CalendarPlan read(String name, CalendarRows.Written written) {
    Known last = known.get(name);
    if (last != null && last.written().equals(written)) {
      return last.plan();
    }
    // Asked for after its version: what is read may be newer than that, and never older.
    Known now = new Known(written, rows.read(name, written));
    known.put(name, now);
    return now.plan();
  }

  /** A calendar of the house, by the id that its pages and the journal name. */
  public record Kept(long id, CalendarPlan plan) {}

  /** All that are written down, by name. */
  public List<Kept> all() {
    return sql
        .sql("select id, name from calendar order by lower(name), id")
        .query((rs, n) -> Map.entry(rs.getLong("id"), rs.getString("name")))
        .list()
        .stream()
        .map(row -> new Kept(row.getKey(), plan(row.getValue())))
        .toList();
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

  private record Known(CalendarRows.Written written, CalendarPlan plan) {}

  /** Writes a calendar down, in place of one that has this name. */
  public void keep(String name, ZoneId zone, List<Hours> hours, Map<LocalDate, String> holidays) {
    keep(new CalendarPlan(name, zone, hours, new DaysOff("", holidays, Set.of())));
  }

  /**
   * Writes a calendar down, in place of one that has this name.
   *
   * @return its id
   */
  public long keep(CalendarPlan plan) {
    return acts.call(() -> {
      asked.forget();
      return rows.put(plan);
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

  private static String upper(String code) {
    return code.toUpperCase(Locale.ROOT);
  }

  private static String lower(Enum<?> value) {
    return value.name().toLowerCase(Locale.ROOT);
  }
}
