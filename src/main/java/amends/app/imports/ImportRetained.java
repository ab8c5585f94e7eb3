package amends.app.imports;

import amends.shared.RetainedRows;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** What an import could not place, and kept. */
@Component
final class ImportRetained extends RetainedRows {
  private static final String OLDER =
      """
      select i.ctid from import_item i
      where i.read_at < :than and i.kept is not null and not exists (
        select from customers_v_hold k
        where k.subject_kind = i.target_kind and k.subject_id = i.target_id)
      order by i.read_at
      """;

  ImportRetained(JdbcClient sql) {
    super(sql, "imports", 365, OLDER, "update import_item set kept = null where ctid in (%s)");
  }
}
