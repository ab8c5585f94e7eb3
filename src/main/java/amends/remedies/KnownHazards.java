package amends.remedies;

import amends.goods.StopMark;
import amends.goods.StopMarks;
import amends.shared.Sql;
import amends.shared.Subject;
import java.time.Duration;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * What this room knows: stop marks block; a unit that somebody owns or was promised blocks; a
 * product that failed by the same cause where nothing has been put right since warns, and so does
 * one that failed this customer before.
 */
@Component
final class KnownHazards implements Hazards {
  private static final int DAYS = 180;

  private final StopMarks marks;
  private final JdbcClient sql;
  private final InstantSource clock;

  KnownHazards(StopMarks marks, JdbcClient sql, InstantSource clock) {
    this.marks = marks;
    this.sql = sql;
    this.clock = clock;
  }

  @Override
  public List<Hazard> of(Sending what) {
    List<Hazard> known = new ArrayList<>();
    Long unit = what.unitId();
    if (unit != null) {
      marks.on(unit).forEach(mark -> known.add(stopped(mark)));
      sold(unit).forEach(order -> known.add(Hazard.block("sold", Subject.of("order", order))));
    } else if (what.productId() != null) {
      marks.onProduct(what.productId()).forEach(mark -> known.add(stopped(mark)));
    }
    sameLot(what).forEach(known::add);
    Long product = product(what);
    if (product != null && what.kind().isUnit()) {
      failures(what, product).forEach(known::add);
    }
    return known;
  }

  private static Hazard stopped(StopMark mark) {
    return Hazard.block("stopped_" + mark.of().kind(), Subject.of("stop_mark", mark.id()));
  }

  private List<Long> sold(long unit) {
    return sql.sql(
            "select order_id from goods_v_order_line where unit_id = :unit order by order_id limit 1")
        .param("unit", unit)
        .query(Long.class)
        .list();
  }

  /** What failed in one piece of a lot often fails in the next. */
  private List<Hazard> sameLot(Sending what) {
    if (what.replacesUnitId() == null || what.unitId() == null) {
      return List.of();
    }
    return sql.sql(
            """
            select f.id from goods_v_unit f join goods_v_unit u on u.product_id = f.product_id and u.lot = f.lot
            where f.id = cast(:failed as bigint) and u.id = cast(:unit as bigint)
            """)
        .param("failed", what.replacesUnitId())
        .param("unit", what.unitId())
        .query((rs, n) -> Hazard.warn("same_lot", Subject.of("unit", rs.getLong(1))))
        .list();
  }

  private @Nullable Long product(Sending what) {
    Long unit = what.unitId();
    return unit == null
        ? what.productId()
        : sql.sql("select product_id from goods_v_unit where id = :unit")
            .param("unit", unit)
            .query(Long.class)
            .optional()
            .orElse(null);
  }

  /** What was given of this product and went wrong, and what was given to this customer before. */
  private List<Hazard> failures(Sending what, long product) {
    return sql.sql(
            """
            (select 'same_cause' as code, g.id from remedy_grant g
             where g.product_id = :product and g.cause = cast(:cause as text)
               and g.wrong_at > :since and g.id is distinct from cast(:grant as bigint)
             order by g.wrong_at desc limit 1)
            union all
            (select 'again_here' as code, g.id from remedy_grant g
             where g.customer_id in (select self_id from customers_v_self where customer_id = :customer)
               and g.product_id = :product and g.wrong_at > :since
               and g.id is distinct from cast(:grant as bigint)
             order by g.wrong_at desc limit 1)
            """)
        .param("cause", what.cause())
        .param("product", product)
        .param("customer", what.customerId())
        .param("grant", what.grantId())
        .param("since", Sql.at(clock.instant().minus(Duration.ofDays(DAYS))))
        .query((rs, n) ->
            Hazard.warn(rs.getString("code"), Subject.of("remedy_grant", rs.getLong("id"))))
        .list();
  }
}
