package amends.app.imports;

import amends.shared.Retained;
import amends.shared.Sql;
import java.time.Instant;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** What an import could not place, and kept. */
@Component
final class ImportRetained implements Retained {
  private static final String OLDER =
      """
      select i.ctid from import_item i
      where i.read_at < :than and i.kept is not null and not exists (
        select from customers_v_hold k
        where k.subject_kind = i.target_kind and k.subject_id = i.target_id)
      order by i.read_at
      """;

  private final JdbcClient sql;

  ImportRetained(JdbcClient sql) {
    this.sql = sql;
  }

  @Override
  public String kind() {
    return "imports";
  }

  @Override
  public int days() {
    return 365;
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
    return sql.sql(
            "update import_item set kept = null where ctid in (%s limit :most)".formatted(OLDER))
        .param("than", Sql.at(than))
        .param("most", most)
        .update();
  }
}
