package amends.cases;

import amends.messages.broadcast.Audience;
import amends.shared.Refusal;
import amends.shared.Texts.Voice;
import amends.staff.Permission;
import amends.staff.Permits;
import amends.staff.Viewer;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;

/** Customers who bought a product, or a unit of a lot, within a time. */
@Component
@Order(20)
final class BuyerAudience implements Audience {
  private static final String WHO =
      """
      select o.customer_id, cast(null as bigint) as case_id,
        jsonb_build_object('order', max(o.external_id)) as own
      from goods_v_order o join goods_v_order_line l on l.order_id = o.id
      left join goods_v_product p on p.id = l.product_id
      left join goods_v_unit u on u.id = l.unit_id
      where o.customer_id is not null
        and (:buyer_product = '' or :buyer_product in (p.external_id, u.product_external_id)
          or lower(:buyer_product) in (lower(p.name), lower(u.product_name)))
        and (:buyer_lot = '' or u.lot = :buyer_lot)
        and (:buyer_from = '' or o.placed_at >= cast(nullif(:buyer_from, '') as timestamptz))
        and (:buyer_to = '' or o.placed_at < cast(nullif(:buyer_to, '') as timestamptz))
      group by o.customer_id
      """;

  private final Permits permits;

  BuyerAudience(Permits permits) {
    this.permits = permits;
  }

  @Override
  public String code() {
    return "buyers";
  }

  @Override
  public List<Ask> asks(Voice t, Viewer viewer) {
    return List.of(
        Ask.words("product", t.say("cases.audience.product"), t.say("cases.audience.product.hint")),
        Ask.words("lot", t.say("cases.audience.lot"), ""),
        Ask.words("from", t.say("cases.audience.from"), t.say("cases.audience.day.hint")),
        Ask.words("to", t.say("cases.audience.to"), ""));
  }

  /**
   * @throws Refusal when neither a product nor a lot is named, or a day cannot be read
   */
  @Override
  public Query who(Map<String, String> asks, Viewer viewer) {
    permits.require(viewer, Permission.SEE_CUSTOMERS);
    String product = asks.getOrDefault("product", "").strip();
    String lot = asks.getOrDefault("lot", "").strip();
    if (product.isEmpty() && lot.isEmpty()) {
      throw new Refusal("product", "cases.audience.refusal.product");
    }
    return new Query(
        WHO,
        Map.of(
            "buyer_product",
            product,
            "buyer_lot",
            lot,
            "buyer_from",
            day(asks, "from", 0, viewer),
            "buyer_to",
            day(asks, "to", 1, viewer)));
  }

  /** The beginning of the day, or of the one after it, as PostgreSQL reads it. */
  private static String day(Map<String, String> asks, String field, int more, Viewer viewer) {
    String typed = asks.getOrDefault(field, "").strip();
    if (typed.isEmpty()) {
      return "";
    }
    try {
      return LocalDate.parse(typed)
          .plusDays(more)
          .atStartOfDay(viewer.zone())
          .toInstant()
          .toString();
    } catch (DateTimeException e) {
      throw new Refusal(field, "cases.audience.refusal.day");
    }
  }
}
