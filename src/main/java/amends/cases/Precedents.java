package amends.cases;

import amends.shared.Sql;
import amends.staff.Viewer;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * Earlier cases that are about the same, with how they were made right. They are looked for when
 * somebody asks, never while a mail comes in.
 */
@Component
public final class Precedents {
  private static final int LOOKED_AT = 40;
  private static final int MOST = 8;

  private final JdbcClient sql;
  private final Access access;
  private final SimilarCases similar;

  Precedents(JdbcClient sql, Access access, SimilarCases similar) {
    this.sql = sql;
    this.access = access;
    this.similar = similar;
  }

  /**
   * @param outcome its code; null while the case is open
   * @param done what was done, as it was settled; null while the case is open
   * @param right whether the customer said at the follow-up that it is right; null when nobody
   *     asked them yet
   */
  public record Precedent(
      long id,
      String subject,
      Instant openedAt,
      @Nullable String outcome,
      @Nullable String done,
      @Nullable Boolean right) {}

  /** Of those that the viewer may see, settled ones first, then the likest. */
  public List<Precedent> of(long caseId, Viewer viewer) {
    Case matter = access.see(caseId, viewer);
    Long[] like = similar.ids(matter.id(), LOOKED_AT).toArray(Long[]::new);
    var visible = access.permits().visible(viewer);
    return sql.sql(
            """
            select c.id, c.subject, c.opened_at, s.outcome, s.done,
              (select f.result = 'right' from follow_up f
               where f.case_id = c.id and f.result <> 'no_answer' order by f.id desc limit 1) as is_right
            from unnest(cast(:cases as bigint[])) with ordinality as n(id, place)
            join amends_case c on c.id = n.id
            left join settlement s on s.case_id = c.id and s.undone_at is null
            where coalesce(s.outcome, '') <> 'duplicate' and %s
            order by s.id is null, n.place limit :most
            """
                .formatted(visible.where("c.owner_id", "c.team_id", "c.brand_id", "c.named_only")))
        .params(visible.params())
        .param("cases", like)
        .param("most", MOST)
        .query((rs, n) ->
            new Precedent(
                rs.getLong("id"),
                rs.getString("subject"),
                Sql.instant(rs, "opened_at"),
                rs.getString("outcome"),
                rs.getString("done"),
                rs.getObject("is_right", Boolean.class)))
        .list();
  }
}
