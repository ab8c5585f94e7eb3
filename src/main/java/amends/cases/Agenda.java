package amends.cases;

import amends.promises.Promise;
import amends.shared.Sql;
import amends.staff.Permits;
import amends.staff.Viewer;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Moments that are due in open cases: one's own, or those of one's teams. */
@Component
public final class Agenda {
  /** More than anybody can keep in a week; the page says when there are more. */
  public static final int MOST = 500;

  private final JdbcClient sql;
  private final Permits permits;

  Agenda(JdbcClient sql, Permits permits) {
    this.sql = sql;
    this.permits = permits;
  }

  /** Whose moments. */
  public enum Whose {
    ME("p.owner_person = :me"),
    TEAM("c.team_id = any(:teams)");

    private final String condition;

    Whose(String condition) {
      this.condition = condition;
    }
  }

  /**
   * One promise that is owed, or broken and not made good.
   *
   * @param owner who keeps it; null when the team does
   */
  public record Due(
      long caseId,
      String customer,
      String words,
      Promise.Kind kind,
      Instant at,
      Instant soonFrom,
      boolean broken,
      @Nullable String owner) {}

  /** What is due from a moment on and before another, the earliest first; null for no beginning. */
  public List<Due> due(Whose whose, @Nullable Instant from, Instant before, Viewer viewer) {
    var visible = permits.visible(viewer);
    return sql.sql(
            """
            select c.id, k.name as customer, p.words, p.kind, p.due_at, p.warn_at,
              p.broken_at is not null as broken, o.name as owner
            from promises_v_promise p
            join amends_case c on p.subject_kind = 'case' and c.id = p.subject_id
            join customers_v_customer k on k.id = c.customer_id
            left join staff_v_person o on o.id = p.owner_person
            where c.closed_at is null and p.due_at < :before
              and (cast(:from as timestamptz) is null or p.due_at >= :from)
              and (p.owed or p.broken_at is not null and p.made_good_at is null) and
            """
                + whose.condition
                + " and "
                + visible.where("c.owner_id", "c.team_id", "c.brand_id", "c.named_only")
                + " order by p.due_at, p.id limit :most")
        .params(visible.params())
        .param("me", viewer.id())
        .param("teams", viewer.teams().toArray(Long[]::new))
        .param("from", Sql.atOrNull(from))
        .param("before", Sql.at(before))
        .param("most", MOST)
        .query((rs, n) ->
            new Due(
                rs.getLong("id"),
                rs.getString("customer"),
                rs.getString("words"),
                Promise.Kind.valueOf(rs.getString("kind").toUpperCase(Locale.ROOT)),
                Sql.instant(rs, "due_at"),
                Sql.instant(rs, "warn_at"),
                rs.getBoolean("broken"),
                rs.getString("owner")))
        .list();
  }
}
