package amends.remedies.fulfilment;

import amends.goods.Stock;
import amends.goods.Unit;
import amends.remedies.Hazard;
import amends.remedies.Hazards;
import amends.remedies.Remedy;
import amends.remedies.Sending;
import amends.shared.Actor;
import amends.shared.Refusal;
import amends.shared.Sql;
import amends.shared.Subject;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Which very piece is sent for a grant: held in the stock before it is promised. */
@Component
final class Allocation {
  private static final int LOOKED_AT = 50;

  private final JdbcClient sql;
  private final Stock stock;
  private final ObjectProvider<Hazards> hazards;

  Allocation(JdbcClient sql, Stock stock, ObjectProvider<Hazards> hazards) {
    this.sql = sql;
    this.stock = stock;
    this.hazards = hazards;
  }

  /** What is known of a grant that is to be sent. */
  record Parcel(
      long grantId,
      Subject about,
      long customerId,
      Remedy.Kind kind,
      @Nullable Long productId,
      @Nullable Long unitId,
      @Nullable Long replaces,
      @Nullable String cause) {
    Subject holder() {
      return Subject.of("remedy_grant", grantId);
    }

    Sending sending(long unit) {
      return new Sending(about, customerId, kind, productId, unit, replaces, cause, grantId);
    }
  }

  Parcel parcel(long grantId) {
    return sql.sql(
            """
            select subject_kind, subject_id, customer_id, kind, product_id, unit_id,
              replaces_unit_id, cause
            from remedy_grant where id = :id
            """)
        .param("id", grantId)
        .query((rs, n) ->
            new Parcel(
                grantId,
                Subject.of(rs.getString("subject_kind"), rs.getLong("subject_id")),
                rs.getLong("customer_id"),
                Remedy.Kind.valueOf(rs.getString("kind").toUpperCase(Locale.ROOT)),
                Sql.longOrNull(rs, "product_id"),
                Sql.longOrNull(rs, "unit_id"),
                Sql.longOrNull(rs, "replaces_unit_id"),
                rs.getString("cause")))
        .single();
  }

  /**
   * Holds the unit that was chosen, or the oldest of the product that nothing speaks against. Where
   * there is none, whoever packs finds one.
   *
   * @throws Refusal of the field {@code unit} when the chosen one is held for somebody else
   */
  void allocate(long grantId) {
    Parcel parcel = parcel(grantId);
    Long unit = parcel.unitId();
    Long product = parcel.productId();
    if (unit != null) {
      hold(parcel, unit, Actor.SYSTEM);
    } else if (product != null) {
      stock.free(product, LOOKED_AT).stream()
          .filter(one -> blocks(parcel, one.id()).isEmpty())
          .filter(one -> isNobodys(one))
          .findFirst()
          .ifPresent(one -> choose(parcel, one.id(), Actor.SYSTEM));
    }
  }

  /** Another grant may have it without holding it in the stock. */
  private boolean isNobodys(Unit unit) {
    return sql.sql(
            """
            select not exists (select from remedy_grant where unit_id = :unit
              and failed_at is null and stopped_at is null and returned_at is null)
            """)
        .param("unit", unit.id())
        .query(Boolean.class)
        .single();
  }

  /** What stands against sending it. */
  List<Hazard> blocks(Parcel parcel, long unit) {
    Sending sending = parcel.sending(unit);
    return hazards
        .orderedStream()
        .flatMap(known -> known.of(sending).stream())
        .filter(Hazard::blocks)
        .toList();
  }

  /**
   * Holds this one instead of what was held, within the caller's act.
   *
   * @throws Refusal of the field {@code unit} when it is held for somebody else
   */
  void choose(Parcel parcel, long unit, Actor by) {
    stock.release(parcel.holder(), by);
    hold(parcel, unit, by);
    sql.sql("update remedy_grant set unit_id = :unit where id = :id")
        .param("unit", unit)
        .param("id", parcel.grantId())
        .update();
  }

  private void hold(Parcel parcel, long unit, Actor by) {
    if (!stock.hold(unit, parcel.holder(), by)) {
      throw new Refusal("unit", "remedies.pay.refusal.held");
    }
  }

  /** It will not be sent. */
  void release(long grantId, Actor by) {
    stock.release(Subject.of("remedy_grant", grantId), by);
  }
}
