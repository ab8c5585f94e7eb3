package amends.cases;

import amends.shared.Sql;
import amends.staff.Viewer;
import amends.staff.Visible;
import java.time.Instant;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Open cases by the next moment due, as far as a viewer may see them. */
@Component
public final class Queue {
  private static final String FROM =
      """
      from amends_case c
      join customers_v_customer k on k.id = c.customer_id
      join promises_v_promise p on p.id = c.next_promise_id
      left join staff_v_person o on o.id = c.owner_id
      join staff_v_team t on t.id = c.team_id
      """;

  private final JdbcClient sql;

  Queue(JdbcClient sql) {
    this.sql = sql;
  }

  /** Which cases. */
  public enum View {
    MINE("c.owner_id = :me"),
    TEAM("c.team_id = any(:teams)"),
    UNOWNED("c.owner_id is null"),
    SOON("c.broken_at is null and p.warn_at <= :now"),
    BROKEN("c.broken_at is not null"),
    ALL("true");

    private final String condition;

    View(String condition) {
      this.condition = condition;
    }
  }

  /**
   * One case in the queue.
   *
   * @param todo the words of the next moment
   * @param soonFrom from when on it counts as due soon
   */
  public record Row(
      long id,
      String customer,
      String channel,
      String subject,
      @Nullable String mood,
      @Nullable Long ownerId,
      @Nullable String owner,
      String team,
      String kind,
      String todo,
      Instant dueAt,
      Instant soonFrom,
      @Nullable String waiting,
      @Nullable Instant brokenAt,
      @Nullable Instant settledAt) {}

  /** Where a page ended: the due moment and number of its last row. */
  public record Place(Instant dueAt, long id) {}

  /** A page of the queue, the next moment due first. */
  public List<Row> page(
      View view, Viewer viewer, Visible visible, Instant now, @Nullable Place after, int most) {
    return sql.sql(
            "select c.id, k.name as customer, c.channel, c.subject, c.mood, c.owner_id, o.name as owner, t.name as team, p.kind, p.words, c.next_due_at, p.warn_at, c.waiting, c.broken_at, c.settled_at "
                + FROM
                + where(view, visible)
                + (after == null ? "" : " and (c.next_due_at, c.id) > (:afterDue, :afterId)")
                + " order by c.next_due_at, c.id limit :most")
        .params(params(viewer, visible, now))
        .param("afterDue", Sql.atOrNull(after == null ? null : after.dueAt()))
        .param("afterId", after == null ? null : after.id())
        .param("most", most)
        .query((rs, n) ->
            new Row(
                rs.getLong("id"),
                rs.getString("customer"),
                rs.getString("channel"),
                rs.getString("subject"),
                rs.getString("mood"),
                Sql.longOrNull(rs, "owner_id"),
                rs.getString("owner"),
                rs.getString("team"),
                rs.getString("kind"),
                rs.getString("words"),
                Sql.instant(rs, "next_due_at"),
                Sql.instant(rs, "warn_at"),
                rs.getString("waiting"),
                Sql.instantOrNull(rs, "broken_at"),
                Sql.instantOrNull(rs, "settled_at")))
        .list();
  }

  /** How many cases each view shows; one pass over the open ones. */
  public Map<View, Long> counts(Viewer viewer, Visible visible, Instant now) {
    return sql.sql(
            """
            select count(*) filter (where c.owner_id = :me) as mine,
              count(*) filter (where c.team_id = any(:teams)) as team,
              count(*) filter (where c.owner_id is null) as unowned,
              count(*) filter (where c.broken_at is null and p.warn_at <= :now) as soon,
              count(*) filter (where c.broken_at is not null) as broken,
              count(*) as everything
            from amends_case c join promises_v_promise p on p.id = c.next_promise_id
            """
                + where(View.ALL, visible))
        .params(params(viewer, visible, now))
        .query((rs, n) -> {
          Map<View, Long> counts = new EnumMap<>(View.class);
          counts.put(View.MINE, rs.getLong("mine"));
          counts.put(View.TEAM, rs.getLong("team"));
          counts.put(View.UNOWNED, rs.getLong("unowned"));
          counts.put(View.SOON, rs.getLong("soon"));
          counts.put(View.BROKEN, rs.getLong("broken"));
          counts.put(View.ALL, rs.getLong("everything"));
          return counts;
        })
        .single();
  }

  /** How many rows the queue has in all, counted as its pages are. */
  long total(Visible visible) {
    return sql.sql("select count(*) " + FROM + where(View.ALL, visible))
        .params(visible.params())
        .query(Long.class)
        .single();
  }

  private static String where(View view, Visible visible) {
    return " where c.closed_at is null and "
        + view.condition
        + " and "
        + visible.where("c.owner_id", "c.team_id", "c.brand_id");
  }

  private static Map<String, Object> params(Viewer viewer, Visible visible, Instant now) {
    Map<String, Object> params = new HashMap<>(visible.params());
    params.put("me", viewer.id());
    params.put("teams", viewer.teams().toArray(Long[]::new));
    params.put("now", Sql.at(now));
    return params;
  }
}
