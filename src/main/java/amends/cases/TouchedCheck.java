package amends.cases;

import amends.shared.BoundedCheck;
import java.util.List;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * A check of cases that reads, between its whole runs, only what the journal has entries about.
 *
 * @param since the same query for what was journaled after {@code :from}
 */
record TouchedCheck(CaseCheck all, String since) implements BoundedCheck {
  /**
   * Goes into the query of a case {@code c}. As an array, so that these cases are fetched by their
   * numbers: joined, every case was read to find them, which took thirty times as long.
   */
  static final String TOUCHED =
      """
      and c.id = any(array(select distinct e.subject_id from journal_v_entry e
        where e.id > :from and e.subject_kind = 'case'))
      """;

  @Override
  public String code() {
    return all.code();
  }

  @Override
  public String words() {
    return all.words();
  }

  @Override
  public long head() {
    return head(sql());
  }

  static long head(JdbcClient sql) {
    return sql.sql("select id from journal_v_entry order by id desc limit 1")
        .query(Long.class)
        .optional()
        .orElse(0L);
  }

  @Override
  public List<Finding> run() {
    return all.run();
  }

  @Override
  public List<Finding> runSince(long mark) {
    return sql()
        .sql(since)
        .param("from", mark - OVERLAP)
        .param("most", MOST)
        .query(all::finding)
        .list();
  }

  private JdbcClient sql() {
    return all.sql();
  }
}
