package amends.promises;

import amends.shared.Actor;
import amends.shared.Sql;
import java.time.Instant;
import java.time.InstantSource;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * Why promises are in danger before their clock says so. A danger ends with the promise, or with
 * what it came of; each call joins the caller's act.
 */
@Component
public final class Risks {
  private final JdbcClient sql;
  private final InstantSource clock;
  private final Guard guard;
  private final ApplicationEventPublisher events;

  Risks(JdbcClient sql, InstantSource clock, Guard guard, ApplicationEventPublisher events) {
    this.sql = sql;
    this.clock = clock;
    this.guard = guard;
    this.events = events;
  }

  /** What kind of thing puts promises in danger. */
  public enum Kind {
    /** Whoever does it is away at that time. */
    ABSENCE,
    /** A place or a day fails: weather, a strike, a road closed. */
    DISRUPTION,
    /** A word that it rests on has slipped, or was taken back. */
    UNDERTAKING,
    /** The booking that stands behind it was moved, and nobody has told the customer. */
    SLOT;

    public String code() {
      return name().toLowerCase(Locale.ROOT);
    }

    public static Kind of(String code) {
      return valueOf(code.toUpperCase(Locale.ROOT));
    }
  }

  /**
   * What puts promises in danger.
   *
   * @param source the record that it came of: the absence, the undertaking
   * @param reason in the words of whoever said so, for colleagues; may be empty
   */
  public record Cause(Kind kind, long source, String reason) {}

  /** A danger that stands, for a promise that is still owed. */
  public record Risk(long promise, Kind kind, long source, String reason, Instant since) {}

  /**
   * Whatever somebody still owes between two moments, in person or by their word to a colleague.
   */
  public List<Promise> awayFrom(long person, Instant from, Instant until, Cause cause, Actor by) {
    return raise(
        """
        (p.owner_person = :person
          or exists (select from promise_basis b join undertaking u on u.id = b.undertaking_id
            where b.promise_id = p.id and u.person_id = :person
              and u.kept_at is null and u.withdrawn_at is null and u.declined_at is null))
        and p.due_at > :from and p.due_at <= :until and p.kind <> 'look'
        """,
        Map.of("person", person, "from", Sql.at(from), "until", Sql.at(until)),
        cause,
        by);
  }

  /** The promises that rest on this word. */
  List<Promise> restingOn(long undertaking, String reason, Actor by) {
    return raise(
        "p.id in (select promise_id from promise_basis where undertaking_id = :undertaking)",
        Map.of("undertaking", undertaking),
        new Cause(Kind.UNDERTAKING, undertaking, reason),
        by);
  }

  /** What was promised where it fails, and then. */
  List<Promise> disrupted(Disruption failing, Actor by) {
    return disrupted(failing, "true", Map.of(), by);
  }

  /** The same for one promise alone. */
  List<Promise> disrupted(Disruption failing, long promise, Actor by) {
    return disrupted(failing, "p.id = :promise", Map.of("promise", promise), by);
  }

  private List<Promise> disrupted(Disruption failing, String which, Map<String, ?> more, Actor by) {
    Map<String, @Nullable Object> params = new HashMap<>(more);
    params.put("from", Sql.at(failing.from()));
    params.put("until", Sql.at(failing.until()));
    params.put("team", failing.where().team());
    params.put("brand", failing.where().brand());
    params.put("place", failing.where().place().toLowerCase(Locale.ROOT));
    return raise(
        """
        %s and p.due_at > :from and p.due_at <= :until and p.kind not in ('look', 'answer')
        and (cast(:team as bigint) is null or p.owner_team = :team
          or p.owner_person in (select person_id from staff_v_member where team_id = :team))
        and (cast(:brand as bigint) is null
          or exists (select from booking b where b.promise_id = p.id and b.brand_id = :brand)
          or exists (select from booking b where p.subject_kind = 'booking' and b.id = p.subject_id
            and b.brand_id = :brand)
          or p.owner_team in (select id from staff_v_team where brand_id = :brand))
        and (:place = '' or exists (select from booking b
          where (b.promise_id = p.id or p.subject_kind = 'booking' and b.id = p.subject_id)
            and position(:place in lower(b.place)) > 0))
        """
            .formatted(which),
        params,
        new Cause(Kind.DISRUPTION, failing.id(), failing.reason()),
        by);
  }

  /** One promise. */
  public List<Promise> raise(long promise, Cause cause, Actor by) {
    return raise("p.id = :promise", Map.of("promise", promise), cause, by);
  }

  /** What was promised to many is owed by a team, wherever one of them is. */
  private List<Promise> raise(
      String which, Map<String, ? extends @Nullable Object> params, Cause cause, Actor by) {
    List<Promise> raised =
        sql.sql(
                """
                with hit as (
                  insert into promise_risk (promise_id, kind, source_id, reason, since_at)
                  select p.id, :kind, :source, :reason, :now from promise p
                  where p.subject_kind <> 'broadcast' and p.kept_at is null and p.moved_at is null and p.agreed_at is null
                    and p.released_at is null and p.broken_at is null and (%s)
                  on conflict (promise_id, kind, source_id) where cleared_at is null do nothing
                  returning promise_id)
                select p.* from promise p join hit on hit.promise_id = p.id order by p.due_at, p.id
                """
                    .formatted(which))
            .params(params)
            .param("kind", cause.kind().code())
            .param("source", cause.source())
            .param("reason", cause.reason())
            .param("now", Sql.at(clock.instant()))
            .query(PromiseRows.PROMISE)
            .list();
    if (!raised.isEmpty()) {
      guard.noteAll("promise.endangered", raised, by, Map.of("cause", cause.kind().code()));
      events.publishEvent(new PromisesAtRisk(raised, cause));
    }
    return raised;
  }

  /** What it came of is over: they are back, the part has come. */
  public void clear(Kind kind, long source) {
    sql.sql(
            """
            update promise_risk set cleared_at = :now
            where kind = :kind and source_id = :source and cleared_at is null
            """)
        .param("now", Sql.at(clock.instant()))
        .param("kind", kind.code())
        .param("source", source)
        .update();
  }

  /** The promises that one cause endangers, the next due first. */
  public List<Long> endangered(Kind kind, long source, int most) {
    return sql.sql(
            """
            select r.promise_id from promises_v_risk r join promise p on p.id = r.promise_id
            where r.kind = :kind and r.source_id = :source order by p.due_at, p.id limit :most
            """)
        .param("kind", kind.code())
        .param("source", source)
        .param("most", most)
        .query(Long.class)
        .list();
  }

  /** The dangers that stand for these promises, the oldest first. */
  public List<Risk> of(List<Long> promises) {
    return sql.sql(
            """
            select promise_id, kind, source_id, reason, since_at from promises_v_risk
            where promise_id = any(:ids) order by since_at, id
            """)
        .param("ids", promises.toArray(Long[]::new))
        .query((rs, n) ->
            new Risk(
                rs.getLong("promise_id"),
                Kind.of(rs.getString("kind")),
                rs.getLong("source_id"),
                rs.getString("reason"),
                Sql.instant(rs, "since_at")))
        .list();
  }
}
