package amends.cases;

import amends.shared.Retained;
import amends.shared.Sql;
import java.time.Instant;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Drafts that nobody took up again. */
@Component
final class DraftRetained implements Retained {
  private static final String OLDER =
      """
      select d.ctid from case_draft d join amends_case c on c.id = d.case_id
      where d.saved_at < :than and not exists (
        select from customers_v_hold k where k.subject_kind = 'case' and k.subject_id = c.id
          or k.subject_kind = 'customer' and k.subject_id = c.customer_id)
      order by d.saved_at
      """;

  private final JdbcClient sql;

  DraftRetained(JdbcClient sql) {
    this.sql = sql;
  }

  @Override
  public String kind() {
    return "drafts";
  }

  @Override
  public int days() {
    return 180;
  }

  @Override
  public long older(Instant than) {
    return sql.sql("select count(*) from (%s) as old".formatted(OLDER))
        .param("than", Sql.at(than))
        .query(Long.class)
        .single();
  }

  @Override
  public int forget(Instant than, int most) {
    return sql.sql("delete from case_draft where ctid in (%s limit :most)".formatted(OLDER))
        .param("than", Sql.at(than))
        .param("most", most)
        .update();
  }
}
