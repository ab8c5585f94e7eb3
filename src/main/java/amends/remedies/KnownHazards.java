package amends.remedies;

import amends.goods.StopMark;
import amends.goods.StopMarks;
import amends.shared.Sql;
import amends.shared.Subject;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
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

  /**
   * What was given of this product and went wrong, and what was given to this customer before: for
   * each of their numbers apart, for the planner would rather read whatever went wrong with the
   * product.
   */
  private static final String FAILURES =
      """
      (select 4 as place, false as blocks, 'same_cause' as code, 'remedy_grant' as evidence, g.id
       from remedy_grant g
       where cast(:fails as boolean) and g.product_id = %1$s and g.cause = cast(:cause as text)
         and g.wrong_at > :since and g.id is distinct from cast(:grant as bigint)
       order by g.wrong_at desc limit 1)
      union all
      (select 5, false, 'again_here', 'remedy_grant', h.id from customers_v_self s
       cross join lateral (
         select g.id, g.wrong_at from remedy_grant g
         where cast(:fails as boolean) and g.customer_id = s.self_id and g.product_id = %1$s
           and g.wrong_at > :since and g.id is distinct from cast(:grant as bigint)
         order by g.wrong_at desc limit 1) h
       where s.customer_id = :customer order by h.wrong_at desc limit 1)
      """;

  private static final String OF_PRODUCT = FAILURES.formatted(":product") + " order by place";

  /** What failed in one piece often fails in the next of its lot. */
  private static final String OF_UNIT =
      """
      with piece as materialized (
        select u.id, u.product_id, u.lot from goods_v_unit u where u.id = :unit)
      select 1 as place, true as blocks, 'stopped_' || s.kind as code, 'stop_mark' as evidence,
        s.mark_id as id
      from goods_v_stop_mark s where s.unit_id = :unit and s.lifted_at is null
      union all
      (select 2, true, 'sold', 'order', l.order_id from goods_v_order_line l
       where l.unit_id = :unit order by l.order_id limit 1)
      union all
      select 3, false, 'same_lot', 'unit', f.id from piece p
      join goods_v_unit f on f.product_id = p.product_id and f.lot = p.lot
      where f.id = cast(:failed as bigint)
      union all
      %s
      order by place, id
      """
          .formatted(FAILURES.formatted("(select product_id from piece)"));

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
    Long unit = what.unitId();
    if (unit != null) {
      return ofUnit(unit, what);
    }
    List<Hazard> known = new ArrayList<>();
    Long product = what.productId();
    if (product != null) {
      marks.onProduct(product).forEach(mark -> known.add(stopped(mark)));
      if (what.kind().isUnit()) {
        known.addAll(ofProduct(product, what));
      }
    }
    return known;
  }

  private static Hazard stopped(StopMark mark) {
    return Hazard.block("stopped_" + mark.of().kind(), Subject.of("stop_mark", mark.id()));
  }

  private List<Hazard> ofUnit(long unit, Sending what) {
    return asked(OF_UNIT, what)
        .param("unit", unit)
        .param("failed", what.replacesUnitId())
        .query(KnownHazards::read)
        .list();
  }

  private List<Hazard> ofProduct(long product, Sending what) {
    return asked(OF_PRODUCT, what).param("product", product).query(KnownHazards::read).list();
  }

  private JdbcClient.StatementSpec asked(String statement, Sending what) {
    return sql.sql(statement)
        .param("fails", what.kind().isUnit())
        .param("cause", what.cause())
        .param("customer", what.customerId())
        .param("grant", what.grantId())
        .param("since", Sql.at(clock.instant().minus(Duration.ofDays(DAYS))));
  }

  private static Hazard read(ResultSet rs, int n) throws SQLException {
    String code = rs.getString("code");
    Subject evidence = Subject.of(rs.getString("evidence"), rs.getLong("id"));
    return rs.getBoolean("blocks") ? Hazard.block(code, evidence) : Hazard.warn(code, evidence);
  }
}
