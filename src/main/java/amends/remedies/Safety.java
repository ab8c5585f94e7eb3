package amends.remedies;

import amends.goods.Goods;
import amends.goods.StopMarks;
import amends.goods.Unit;
import amends.shared.NotFound;
import amends.shared.Refusal;
import amends.shared.Subject;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Never worse: whether something may be promised, and whether it may leave. */
@Component
public final class Safety {
  private static final int PROPOSED = 3;

  /** Of those that are free, so many are asked whether they were given to somebody already. */
  private static final int LOOKED_AT = 50;

  private final JdbcClient sql;
  private final GrantRows grants;
  private final StopMarks marks;
  private final Goods goods;
  private final ObjectProvider<Hazards> hazards;

  Safety(
      JdbcClient sql,
      GrantRows grants,
      StopMarks marks,
      Goods goods,
      ObjectProvider<Hazards> hazards) {
    this.sql = sql;
    this.grants = grants;
    this.marks = marks;
    this.goods = goods;
    this.hazards = hazards;
  }

  /** Before a promise: what every {@link Hazards} knows. */
  public Safe look(Sending what) {
    List<Hazard> known = hazards.stream().flatMap(h -> h.of(what).stream()).toList();
    if (known.stream().anyMatch(Hazard::blocks)) {
      return new Safe.Blocked(known, instead(what));
    }
    return known.isEmpty() ? new Safe.Clear() : new Safe.Warned(known);
  }

  /**
   * In the transaction in which it leaves: holds the unit, its lot and its product, and looks
   * again, so that a stop mark that is set meanwhile either comes first and is seen, or comes after
   * and reopens.
   *
   * @throws Refusal when it must not leave
   */
  public void holdToShip(long grantId) {
    RemedyGrant grant =
        grants.find(grantId).orElseThrow(() -> new NotFound(Subject.of("remedy_grant", grantId)));
    Long unit = grant.unitId();
    if (unit != null) {
      hold(unit);
    }
    Sending what =
        new Sending(
            grant.about(),
            grant.customerId(),
            grant.kind(),
            grant.productId(),
            unit,
            grant.replacesUnitId(),
            grant.cause(),
            grantId);
    refuseBlocked(look(what), "");
  }

  /** Whoever promises a unit holds it too: nobody else promises it at the same time. */
  void hold(long unit) {
    marks.hold(unit);
  }

  static void refuseBlocked(Safe safe, String field) {
    if (safe instanceof Safe.Blocked(List<Hazard> known, List<Unit> instead)) {
      String code = known.stream().filter(Hazard::blocks).findFirst().orElseThrow().code();
      String key = "remedies.refusal.blocked." + code;
      throw instead.isEmpty()
          ? new Refusal(field, key + ".none")
          : new Refusal(field, key, instead.getFirst().serial(), lot(instead.getFirst()));
    }
  }

  private static String lot(Unit unit) {
    String lot = unit.lot();
    return lot == null ? "–" : lot;
  }

  /** Other lots first: what is wrong with one piece is often wrong with its lot. */
  private List<Unit> instead(Sending what) {
    Long unit = what.unitId();
    Long product = unit == null ? what.productId() : Long.valueOf(goods.unit(unit).product().id());
    if (product == null || !what.kind().isUnit()) {
      return List.of();
    }
    String lot = unit == null ? null : goods.unit(unit).lot();
    List<Unit> free = new ArrayList<>(marks.free(product, LOOKED_AT));
    List<Long> given = given(free.stream().map(Unit::id).toList());
    free.removeIf(one -> given.contains(one.id()));
    free.sort(Comparator.comparing((Unit one) -> isOf(one, lot)).thenComparing(Unit::serial));
    return free.stream().limit(PROPOSED).toList();
  }

  private static boolean isOf(Unit unit, @Nullable String lot) {
    return lot != null && lot.equals(unit.lot());
  }

  /** Those of them that are promised to somebody or were given. */
  private List<Long> given(List<Long> units) {
    return sql.sql(
            """
            select unit_id from remedy_grant
            where unit_id = any(:units) and failed_at is null and stopped_at is null
              and returned_at is null
            """)
        .param("units", units.toArray(Long[]::new))
        .query(Long.class)
        .list();
  }

  boolean isGiven(long unit) {
    return !given(List.of(unit)).isEmpty();
  }
}
