package amends.cases;

import amends.shared.RetainedRows;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Drafts that nobody took up again. */
@Component
final class DraftRetained extends RetainedRows {
  private static final String OLDER =
      """
      select d.ctid from case_draft d join amends_case c on c.id = d.case_id
      where d.saved_at < :than and not exists (
        select from customers_v_hold k where k.subject_kind = 'case' and k.subject_id = c.id
          or k.subject_kind = 'customer' and k.subject_id = c.customer_id)
      order by d.saved_at
      """;

  DraftRetained(JdbcClient sql) {
    super(sql, "drafts", 180, OLDER, "delete from case_draft where ctid in (%s)");
  }
}
