package amends.cases;

import amends.customers.Obstacle;
import amends.customers.Ties;
import java.util.List;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** A case of the one that is part of a case of the other keeps the two together. */
@Component
final class CaseTies implements Ties {
  private final JdbcClient sql;

  CaseTies(JdbcClient sql) {
    this.sql = sql;
  }

  @Override
  public List<Obstacle> between(List<Long> ones, List<Long> others) {
    return Obstacle.of(
        "merged-case",
        sql.sql(
                """
                select d.id from amends_case d
                join settlement s on s.case_id = d.id and s.undone_at is null
                  and s.outcome = 'duplicate'
                join amends_case v on v.id = s.survivor_id
                where d.customer_id = any(:ones) and v.customer_id = any(:others)
                  or d.customer_id = any(:others) and v.customer_id = any(:ones)
                order by d.id
                """)
            .param("ones", ones.toArray(Long[]::new))
            .param("others", others.toArray(Long[]::new))
            .query(Long.class)
            .list());
  }
}
