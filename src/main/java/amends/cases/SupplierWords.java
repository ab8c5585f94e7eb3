package amends.cases;

import amends.shared.NotFound;
import amends.shared.Sql;
import amends.shared.Subject;
import amends.staff.Permits;
import amends.staff.Viewer;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** What suppliers promised us, over all cases that a viewer may see, so that they are chased. */
@Component
public final class SupplierWords {
  private static final int MOST = 200;

  private final JdbcClient sql;
  private final Permits permits;
  private final Undertaken undertaken;

  SupplierWords(JdbcClient sql, Permits permits, Undertaken undertaken) {
    this.sql = sql;
    this.permits = permits;
    this.undertaken = undertaken;
  }

  /**
   * A word that is not done yet.
   *
   * @param promises how many promises to customers that are still owed rest on it
   * @param slippedAt when it turned out to come later; null while it did not
   * @param chasedAt when somebody reminded them last; null for never
   * @param reason what they said; null when nobody said
   */
  public record Line(
      long id,
      String supplier,
      String words,
      Instant dueAt,
      long caseId,
      String subject,
      int promises,
      @Nullable Instant slippedAt,
      @Nullable Instant chasedAt,
      @Nullable String reason) {}

  /** The next due first. */
  public List<Line> open(Viewer viewer) {
    return lines("true", 0, viewer);
  }

  private List<Line> lines(String which, long id, Viewer viewer) {
    var visible = permits.visible(viewer);
    return sql.sql(
            """
            select u.id, u.supplier, u.words, u.due_at, c.id as case_id, c.subject, u.slipped_at, u.chased_at,
              u.reason, (select count(*) from promises_v_basis b
                join promises_v_promise p on p.id = b.promise_id
                where b.undertaking_id = u.id and p.owed) as promises
            from promises_v_undertaking u
            join amends_case c on u.subject_kind = 'case' and c.id = u.subject_id
            where u.supplier is not null and u.declined_at is null and u.withdrawn_at is null
              and u.kept_at is null and %s and %s
            order by u.due_at, u.id limit :most
            """
                .formatted(
                    which, visible.where("c.owner_id", "c.team_id", "c.brand_id", "c.named_only")))
        .params(visible.params())
        .param("id", id)
        .param("most", MOST)
        .query((rs, n) ->
            new Line(
                rs.getLong("id"),
                rs.getString("supplier"),
                rs.getString("words"),
                Sql.instant(rs, "due_at"),
                rs.getLong("case_id"),
                rs.getString("subject"),
                rs.getInt("promises"),
                Sql.instantOrNull(rs, "slipped_at"),
                Sql.instantOrNull(rs, "chased_at"),
                rs.getString("reason")))
        .list();
  }

  /**
   * Somebody has reminded them.
   *
   * @throws NotFound when it is done, or the viewer may not know of its case
   */
  public void chase(long id, Viewer by) {
    Line line =
        lines("u.id = :id", id, by).stream()
            .findFirst()
            .orElseThrow(() -> new NotFound(Subject.of("undertaking", id)));
    undertaken.chase(line.caseId(), id, by);
  }
}
