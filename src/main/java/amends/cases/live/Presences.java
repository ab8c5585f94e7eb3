package amends.cases.live;

import amends.cases.Case;
import amends.cases.Cases;
import amends.shared.Acts;
import amends.shared.Sql;
import amends.staff.Permission;
import amends.staff.Viewer;
import java.time.Duration;
import java.time.InstantSource;
import java.util.List;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * Who looks at a case and who writes in it: a lease for each open page, on any node. A page that
 * vanishes is forgotten when its lease ends. No history and nothing for figures: rows are deleted.
 */
@Component
public final class Presences {
  static final String CHANNEL = "amends_presence";
  static final Duration LEASE = Duration.ofSeconds(45);

  private final JdbcClient sql;
  private final InstantSource clock;
  private final Acts acts;
  private final Cases cases;

  Presences(JdbcClient sql, InstantSource clock, Acts acts, Cases cases) {
    this.sql = sql;
    this.clock = clock;
    this.acts = acts;
    this.cases = cases;
  }

  /** A colleague who has the case open. */
  public record Present(String name, boolean writing) {}

  /** The others, by name; those who write first. */
  public List<Present> others(long caseId, Viewer viewer) {
    cases.see(caseId, viewer);
    return sql.sql(
            """
            select p.name, bool_or(c.writing) as writing
            from case_presence c join staff_v_person p on p.id = c.person_id
            where c.case_id = :case and c.until > :now and c.person_id <> :me and p.active
            group by p.id, p.name order by 2 desc, 1
            """)
        .param("case", caseId)
        .param("now", Sql.at(clock.instant()))
        .param("me", viewer.id())
        .query((rs, n) -> new Present(rs.getString("name"), rs.getBoolean("writing")))
        .list();
  }

  /**
   * A page shows the case; said again before {@link #LEASE} ends. The others are told when that is
   * news.
   *
   * @param page a name that the page has given itself
   */
  public void here(long caseId, String page, boolean writing, Viewer viewer) {
    Case matter = cases.see(caseId, viewer);
    boolean writes = writing && cases.may(viewer, Permission.WORK_CASE, matter);
    acts.run(() -> {
      boolean news =
          sql.sql(
                  """
                  select not exists (select from case_presence
                    where case_id = :case and person_id = :me and page = :page
                      and writing = :writing and until > :now)
                  """)
              .param("case", caseId)
              .param("me", viewer.id())
              .param("page", page)
              .param("writing", writes)
              .param("now", Sql.at(clock.instant()))
              .query(Boolean.class)
              .single();
      sql.sql(
              """
              insert into case_presence (case_id, person_id, page, writing, until)
              values (:case, :me, :page, :writing, :until)
              on conflict (case_id, person_id, page)
              do update set writing = excluded.writing, until = excluded.until
              """)
          .param("case", caseId)
          .param("me", viewer.id())
          .param("page", page)
          .param("writing", writes)
          .param("until", Sql.at(clock.instant().plus(LEASE)))
          .update();
      if (news) {
        announce(caseId);
      }
    });
  }

  /** The page is left, or nobody sees it. */
  public void gone(long caseId, String page, Viewer viewer) {
    acts.run(() -> {
      int rows =
          sql.sql(
                  "delete from case_presence where case_id = :case and person_id = :me and page = :page")
              .param("case", caseId)
              .param("me", viewer.id())
              .param("page", page)
              .update();
      if (rows > 0) {
        announce(caseId);
      }
    });
  }

  private void announce(long caseId) {
    sql.sql("select pg_notify(:channel, cast(:case as text))")
        .param("channel", CHANNEL)
        .param("case", caseId)
        .query((rs, n) -> true)
        .list();
  }
}
