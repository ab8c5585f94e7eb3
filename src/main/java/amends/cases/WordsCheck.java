package amends.cases;

import amends.shared.Check;
import java.util.List;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * What is searched is what is written. Each run makes the words of the next few hundred cases anew
 * and compares; those whose change waits to be taken up are left out.
 */
@Component
final class WordsCheck implements Check {
  private static final int AT_ONCE = 500;

  private final JdbcClient sql;
  private long comparedTo;

  WordsCheck(JdbcClient sql) {
    this.sql = sql;
  }

  @Override
  public String code() {
    return "I19";
  }

  @Override
  public String words() {
    return "cases.check.words";
  }

  @Override
  public synchronized List<Finding> run() {
    List<Long> next =
        sql.sql("select id from amends_case where id > :after order by id limit :most")
            .param("after", comparedTo)
            .param("most", AT_ONCE)
            .query(Long.class)
            .list();
    comparedTo = next.size() < AT_ONCE ? 0 : next.getLast();
    return next.isEmpty() ? List.of() : different(next);
  }

  private List<Finding> different(List<Long> cases) {
    return sql.sql(
            """
            select n.case_id, d.case_id is null as missing
            from case_text_now(:cases) n left join case_text d on d.case_id = n.case_id
            where not exists (select from case_to_index w where w.case_id = n.case_id)
              and (d.case_id is null or strip(d.words) <> strip(n.words)
                or (d.brand_id, d.team_id, d.owner_id)
                  is distinct from (n.brand_id, n.team_id, n.owner_id))
            order by n.case_id limit :most
            """)
        .param("cases", cases.toArray(Long[]::new))
        .param("most", MOST)
        .query((rs, n) ->
            new Finding(
                code(),
                rs.getBoolean("missing") ? "is not searched" : "is searched by other words",
                Case.subject(rs.getLong("case_id"))))
        .list();
  }
}
