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
 * What this room knows: stop marks block; a unit that was sold blocks; a product of which something
 * given failed by the same cause within half a year warns, whatever each of these customers got
 * instead, and so does one that failed this customer before.
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
    Long product = what.productId();
    Long unit = what.unitId();
    if (unit != null) {
      Thing piece = piece(unit, what.replacesUnitId());
      product = piece.product();
      marks.on(unit).forEach(mark -> known.add(stopped(mark)));
      if (piece.order() != null) {
        known.add(Hazard.block("sold", Subject.of("order", piece.order())));
      }
      if (piece.sameLot() != null) {
        known.add(Hazard.warn("same_lot", Subject.of("unit", piece.sameLot())));
      }
    } else if (product != null) {
      marks.onProduct(product).forEach(mark -> known.add(stopped(mark)));
    }
    if (product != null && what.kind().isUnit()) {
      known.addAll(failures(what, product));
    }
    return known;
  }

  private static Hazard stopped(StopMark mark) {
    return Hazard.block("stopped_" + mark.of().kind(), Subject.of("stop_mark", mark.id()));
  }

  /**
   * A unit that is to be sent.
   *
   * @param order in which it was sold
   * @param sameLot the unit that failed, when it is of the same lot: what failed in one piece often
   *     fails in the next
   */
  private record Thing(@Nullable Long product, @Nullable Long order, @Nullable Long sameLot) {
    static final Thing UNKNOWN = new Thing(null, null, null);
  }

  private Thing piece(long unit, @Nullable Long failed) {
    return sql.sql(
            """
            select u.product_id,
              (select l.order_id from goods_v_order_line l where l.unit_id = u.id
                order by l.order_id limit 1) as order_id,
              (select f.id from goods_v_unit f where f.id = cast(:failed as bigint)
                and f.product_id = u.product_id and f.lot = u.lot) as same_lot
            from goods_v_unit u where u.id = :unit
            """)
        .param("unit", unit)
        .param("failed", failed)
        .query((rs, n) ->
            new Thing(
                Sql.longOrNull(rs, "product_id"),
                Sql.longOrNull(rs, "order_id"),
                Sql.longOrNull(rs, "same_lot")))
        .optional()
        .orElse(Thing.UNKNOWN);
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
