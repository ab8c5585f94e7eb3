package amends.remedies;

import amends.shared.BoundedCheck;
import amends.shared.Subject;
import java.util.List;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * A check whose query names the grants that break it. Between its whole runs it reads only those of
 * matters that the journal has entries about.
 *
 * @param query over grants {@code g}, with {@code {touched}} where the grants are narrowed down
 */
record GrantCheck(JdbcClient sql, String code, String words, String query) implements BoundedCheck {
  private static final String TOUCHED =
      """
      and (g.subject_kind, g.subject_id) in (
        select e.subject_kind, e.subject_id from journal_v_entry e
        where e.id > :from and e.kind like 'remedy.%')
      """;

  @Override
  public long head() {
    return sql.sql("select id from journal_v_entry order by id desc limit 1")
        .query(Long.class)
        .optional()
        .orElse(0L);
  }

  @Override
  public List<Finding> run() {
    return found(sql.sql(query.replace("{touched}", "")));
  }

  @Override
  public List<Finding> runSince(long mark) {
    return found(sql.sql(query.replace("{touched}", TOUCHED)).param("from", mark - OVERLAP));
  }

  private List<Finding> found(JdbcClient.StatementSpec statement) {
    return statement
        .param("most", MOST)
        .query((rs, n) ->
            new Finding(code, rs.getString("words"), Subject.of("remedy_grant", rs.getLong("id"))))
        .list();
  }
}
