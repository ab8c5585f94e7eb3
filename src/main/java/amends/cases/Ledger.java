package amends.cases;

import amends.promises.Promise;
import amends.shared.Sql;
import amends.staff.Permits;
import amends.staff.Viewer;
import amends.staff.Visible;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** The promises of all cases that a viewer may see, and how many of them were kept. */
@Component
public final class Ledger {
  public static final int PAGE = 100;

  private final JdbcClient sql;
  private final Permits permits;

  Ledger(JdbcClient sql, Permits permits) {
    this.sql = sql;
    this.permits = permits;
  }

  /** What became of a promise, or what is to be feared for it. */
  public enum State {
    OWED("p.owed"),
    DANGER(
        "p.owed and (p.warned_at is not null or exists (select from promises_v_risk r where r.promise_id = p.id))"),
    BROKEN("p.broken_at is not null and p.made_good_at is null"),
    KEPT("p.kept_at is not null"),
    MOVED("p.moved_at is not null"),
    AGREED("p.agreed_at is not null"),
    RELEASED("p.released_at is not null"),
    MADE_GOOD("p.made_good_at is not null");

    private final String condition;

    State(String condition) {
      this.condition = condition;
    }

    /** Whether the next ones come later; of what has ended, the latest stand first. */
    boolean ascending() {
      return this == OWED || this == DANGER || this == BROKEN;
    }

    public String code() {
      return name().toLowerCase(Locale.ROOT);
    }
  }

  /**
   * Which promises.
   *
   * @param person who answers for them; null for everybody
   * @param customer to whom; null for all
   * @param after the last line of the page before; null for the first page
   */
  public record Asked(
      State state, @Nullable Long person, @Nullable Long customer, @Nullable Mark after) {}

  /** A place in the list. */
  public record Mark(Instant dueAt, long id) {}

  /**
   * Where a promise stands: in a case, with what was agreed elsewhere and needs none, or in what
   * was said to many.
   */
  static final String PLACES =
      """
      left join amends_case c on p.subject_kind = 'case' and c.id = p.subject_id
      left join promises_v_booking b on p.subject_kind = 'booking' and b.id = p.subject_id
      left join messages_v_broadcast m on p.subject_kind = 'broadcast' and m.id = p.subject_id
      """;

  static String seen(Visible visible) {
    return "(c.id is not null and %s or b.id is not null and %s or m.id is not null and %s)"
        .formatted(
            visible.where("c.owner_id", "c.team_id", "c.brand_id", "c.named_only"),
            visible.where("b.person_id", "b.team_id", "b.brand_id", "null::bigint[]"),
            visible.where("null::bigint", "m.next_team_id", "m.brand_id", "null::bigint[]"));
  }

  /**
   * One promise.
   *
   * @param caseId 0 where it stands in none
   * @param bookingId what was agreed elsewhere; 0 where it is not that
   * @param broadcastId what was said to many; 0 where it is not that
   * @param firstDueAt when it was due as it was promised first
   * @param owner the person who answers for it, else the team; null where neither is known
   * @param dangers what it is in danger from, as codes
   */
  public record Line(
      long id,
      long caseId,
      long bookingId,
      long broadcastId,
      long customerId,
      String customer,
      Promise.Kind kind,
      String words,
      Instant dueAt,
      Instant soonFrom,
      Instant firstDueAt,
      @Nullable Instant endedAt,
      @Nullable String owner,
      List<String> dangers) {}

  /** The matters of one customer, so that their promises are found by what they are about. */
  private record Theirs(Long[] cards, Long[] cases, Long[] bookings, Long[] broadcasts) {
    static final Theirs ANYBODY = new Theirs(new Long[0], new Long[0], new Long[0], new Long[0]);
    static final String WHOSE =
        """
        (p.subject_kind = 'case' and p.subject_id = any(:cases)
          or p.subject_kind = 'booking' and p.subject_id = any(:bookings)
          or p.subject_kind = 'broadcast' and p.subject_id = any(:broadcasts)
            and p.customer_id = any(:cards))
        """;

    Map<String, Object> params() {
      return Map.of("cards", cards, "cases", cases, "bookings", bookings, "broadcasts", broadcasts);
    }
  }

  private Theirs theirs(@Nullable Long customer) {
    return customer == null
        ? Theirs.ANYBODY
        : new Theirs(
            of("self_id", "customers_v_self", "self_id", customer),
            of("id", "amends_case", "customer_id", customer),
            of("id", "promises_v_booking", "customer_id", customer),
            of("broadcast_id", "messages_v_broadcast_person", "customer_id", customer));
  }

  private Long[] of(String what, String table, String whose, long customer) {
    return sql.sql(
            """
            select distinct %s from %s where %s in (
              select self_id from customers_v_self where customer_id = :customer)
            """
                .formatted(what, table, whose))
        .param("customer", customer)
        .query(Long.class)
        .list()
        .toArray(Long[]::new);
  }

  private static String whose(@Nullable Long customer) {
    return customer == null ? "true" : Theirs.WHOSE;
  }

  /** The promises of one page, the next due first, or the last ended. */
  public List<Line> lines(Asked asked, Viewer viewer) {
    var visible = permits.visible(viewer);
    Theirs theirs = theirs(asked.customer());
    boolean up = asked.state().ascending();
    Mark after = asked.after();
    return sql.sql(
            """
            select p.id, c.id as case_id, b.id as booking_id, m.id as broadcast_id, k.id as customer_id, k.name as customer, p.kind, p.words, p.due_at, p.warn_at,
              coalesce(p.kept_at, p.moved_at, p.agreed_at, p.released_at, p.made_good_at, p.broken_at)
                as ended_at,
              coalesce(o.name, g.name) as owner,
              (with recursive back as (
                 select p.follows_id as id, p.due_at
                 union all
                 select q.follows_id, q.due_at from back join promises_v_promise q on q.id = back.id)
               select min(due_at) from back where id is null) as first_due,
              array(select distinct r.kind from promises_v_risk r where r.promise_id = p.id
                order by r.kind) as dangers
            from promises_v_promise p
            %s
            join customers_v_customer k on k.id = coalesce(c.customer_id, b.customer_id, p.customer_id)
            left join staff_v_person o on o.id = p.owner_person
            left join staff_v_team g on g.id = p.owner_team
            where p.kind <> 'look' and (%s)
              and (cast(:person as bigint) is null or p.owner_person = :person)
              and %s
              and (cast(:after as timestamptz) is null or (p.due_at, p.id) %s (:after, :afterId))
              and %s
            order by p.due_at %s, p.id %s limit :most
            """
                .formatted(
                    PLACES,
                    asked.state().condition,
                    whose(asked.customer()),
                    up ? ">" : "<",
                    seen(visible),
                    up ? "asc" : "desc",
                    up ? "asc" : "desc"))
        .params(visible.params())
        .param("person", asked.person())
        .params(theirs.params())
        .param("after", Sql.atOrNull(after == null ? null : after.dueAt()))
        .param("afterId", after == null ? 0L : after.id())
        .param("most", PAGE)
        .query((rs, n) ->
            new Line(
                rs.getLong("id"),
                rs.getLong("case_id"),
                rs.getLong("booking_id"),
                rs.getLong("broadcast_id"),
                rs.getLong("customer_id"),
                rs.getString("customer"),
                Promise.Kind.valueOf(rs.getString("kind").toUpperCase(Locale.ROOT)),
                rs.getString("words"),
                Sql.instant(rs, "due_at"),
                Sql.instant(rs, "warn_at"),
                Objects.requireNonNullElse(
                    Sql.instantOrNull(rs, "first_due"), Sql.instant(rs, "due_at")),
                Sql.instantOrNull(rs, "ended_at"),
                rs.getString("owner"),
                List.of((String[]) rs.getArray("dangers").getArray())))
        .list();
  }

  /**
   * What fell due in a period, by the moment that was promised first: a promise that was moved or
   * agreed anew is counted apart and never as kept.
   */
  public record Kept(int due, int kept, int moved, int agreed, int released, int broken) {
    /** Kept of what was due, in whole per cent, rounded down; -1 when nothing was due. */
    public int percent() {
      return due == 0 ? -1 : Math.toIntExact(kept * 100L / due);
    }
  }

  public Kept kept(Instant from, Instant until, @Nullable Long person, Viewer viewer) {
    return kept(from, until, person, null, viewer);
  }

  /**
   * @param customer to whom; null for all
   */
  public Kept kept(
      Instant from, Instant until, @Nullable Long person, @Nullable Long customer, Viewer viewer) {
    var visible = permits.visible(viewer);
    Theirs theirs = theirs(customer);
    return sql.sql(
            """
            select count(*) as due, count(p.kept_at) as kept, count(p.moved_at) as moved,
              count(p.agreed_at) as agreed, count(p.released_at) as released,
              count(p.broken_at) as broken
            from promises_v_promise p
            %s
            where p.follows_id is null and p.kind <> 'look' and not p.owed
              and p.due_at >= :from and p.due_at < :until
              and (cast(:person as bigint) is null or p.owner_person = :person) and %s and %s
            """
                .formatted(PLACES, whose(customer), seen(visible)))
        .params(visible.params())
        .params(theirs.params())
        .param("from", Sql.at(from))
        .param("until", Sql.at(until))
        .param("person", person)
        .query((rs, n) ->
            new Kept(
                rs.getInt("due"),
                rs.getInt("kept"),
                rs.getInt("moved"),
                rs.getInt("agreed"),
                rs.getInt("released"),
                rs.getInt("broken")))
        .single();
  }
}
