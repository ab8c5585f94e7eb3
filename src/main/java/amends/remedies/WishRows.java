package amends.remedies;

import amends.shared.Sql;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;

/** What is known of something wanted: one statement, for somebody waits for the ruling on it. */
record WishRows(JdbcClient sql) {
  private static final String WISHED =
      """
      select m.*, f.*, u.product_id as unit_product, u.serial as unit_serial,
        exists (select from remedy_cause c
          where c.code = cast(:cause as text) and c.retired_at is null) as cause_stands,
        exists (select from goods_v_unit x where x.id = cast(:failed as bigint)) as failed_known
      from (%s where r.id = :remedy) m
      cross join (%s) f
      left join goods_v_unit u on u.id = cast(:unit as bigint)
      """
          .formatted(RemedyRows.REMEDY, Standing.FOOTING);

  /** Empty when there is no such remedy. */
  Optional<Wished> of(Matter matter, Wanted wanted, Instant now) {
    return sql.sql(WISHED)
        .param("remedy", wanted.remedyId())
        .param("brand", matter.brandId())
        .param("customer", matter.customerId())
        .param("cause", wanted.cause())
        .param("unit", wanted.unitId())
        .param("failed", wanted.replacesUnitId())
        .query((rs, n) ->
            new Wished(
                RemedyRows.read(rs, n),
                Standing.footing(rs, now),
                rs.getBoolean("cause_stands"),
                unit(rs),
                rs.getBoolean("failed_known")))
        .optional();
  }

  private static Wished.@Nullable Unit unit(ResultSet rs) throws SQLException {
    Long product = Sql.longOrNull(rs, "unit_product");
    return product == null ? null : new Wished.Unit(product, rs.getString("unit_serial"));
  }
}
