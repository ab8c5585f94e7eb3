package amends.cases;

import amends.remedies.Matter;
import amends.remedies.MatterSource;
import amends.shared.ReadMemory;
import java.util.List;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Remedies are given in cases. */
@Component
final class CaseMatters implements MatterSource {
  private final CaseRows rows;
  private final Lands lands;
  private final JdbcClient sql;
  private final ReadMemory<Long, Optional<Matter>> known = new ReadMemory<>();

  CaseMatters(CaseRows rows, Lands lands, JdbcClient sql) {
    this.rows = rows;
    this.lands = lands;
    this.sql = sql;
  }

  @Override
  public String kind() {
    return "case";
  }

  @Override
  public Optional<Matter> matter(long id) {
    return known.of(id, this::asked);
  }

  private Optional<Matter> asked(long id) {
    return sql.sql("select c.*, " + Lands.KNOWN + "where c.id = :id")
        .param("id", id)
        .query((rs, n) -> of(CaseRows.read(rs), Lands.known(rs, n)))
        .optional();
  }

  @Override
  public Optional<Matter> held(long id) {
    return rows.find(id).map(found -> of(rows.lock(id), lands.of(id)));
  }

  @Override
  public List<Long> restricted() {
    return sql.sql("select id from amends_case where named_only is not null order by id")
        .query(Long.class)
        .list();
  }

  private static Matter of(Case matter, Lands.Known known) {
    return new Matter(
        matter.asSubject(),
        matter.customerId(),
        matter.brandId(),
        matter.teamId(),
        matter.scope(),
        matter.closed(),
        known.country(),
        matter.unitId(),
        known.purchase());
  }
}
