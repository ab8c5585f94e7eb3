package amends.goods.web;

import amends.customers.CustomerList;
import amends.goods.Order;
import amends.goods.OrderSheet;
import amends.goods.ProductSheet;
import amends.goods.UnitSheet;
import amends.goods.Upserts;
import amends.goods.web.GoodsAsks.NewOrderJson;
import amends.goods.web.GoodsAsks.NewProductJson;
import amends.goods.web.GoodsAsks.NewUnitJson;
import amends.goods.web.GoodsJson.AmountJson;
import amends.shared.Actor;
import amends.shared.Money;
import amends.shared.Refusal;
import amends.shared.Texts;
import amends.shared.Texts.Voice;
import amends.shared.Upserted;
import amends.shared.api.UpsertJson;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Currency;
import java.util.Iterator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** What a program's lists of goods do. */
@Component
final class GoodsWrites {
  private final Upserts upserts;
  private final CustomerList customers;
  private final Voice t;

  GoodsWrites(Upserts upserts, CustomerList customers, Texts texts) {
    this.upserts = upserts;
    this.customers = customers;
    this.t = texts.voice(Locale.ENGLISH, ZoneOffset.UTC);
  }

  UpsertJson products(List<NewProductJson> said, Actor by) {
    return UpsertJson.of(
        upserts.products(
            said.stream().map(p -> new ProductSheet(p.externalId(), p.name(), p.brand())).toList(),
            by),
        t);
  }

  UpsertJson units(List<NewUnitJson> said, Actor by) {
    return UpsertJson.of(
        upserts.units(
            said.stream()
                .map(u -> new UnitSheet(u.product(), u.serial(), u.lot(), u.externalId()))
                .toList(),
            by),
        t);
  }

  /** What is no order at all is refused here, before the room sees it. */
  UpsertJson orders(List<NewOrderJson> said, Actor by) {
    Map<String, Long> known =
        customers.ids(
            said.stream().map(NewOrderJson::customerExternalId).filter(Objects::nonNull).toList());
    List<OrderSheet> sheets = new ArrayList<>();
    List<@Nullable Upserted> results = new ArrayList<>();
    for (NewOrderJson order : said) {
      try {
        sheets.add(sheet(order, known));
        results.add(null);
      } catch (Refusal refusal) {
        results.add(new Upserted(Upserted.What.REFUSED, null, refusal));
      }
    }
    Iterator<Upserted> entered = upserts.orders(sheets, by).iterator();
    List<Upserted> all = new ArrayList<>();
    results.forEach(result -> all.add(result == null ? entered.next() : result));
    return UpsertJson.of(all, t);
  }

  private static OrderSheet sheet(NewOrderJson order, Map<String, Long> known) {
    return new OrderSheet(
        order.externalId(),
        customer(order, known),
        order.placedAt(),
        money(order.total()),
        new Order.Terms(
            order.payment(), order.paid() == null ? null : money(order.paid()), order.country()),
        order.lines().stream()
            .map(l -> new OrderSheet.Line(l.product(), l.serial(), l.quantity(), money(l.price())))
            .toList());
  }

  private static long customer(NewOrderJson order, Map<String, Long> known) {
    Long id = order.customerId();
    String externalId = order.customerExternalId();
    if ((id == null) == (externalId == null)) {
      throw new Refusal("customer", "goods.api.customer");
    }
    Long found = id == null ? known.get(externalId) : id;
    if (found == null) {
      throw new Refusal("customer", "goods.refuse.customer", String.valueOf(externalId));
    }
    return found;
  }

  private static Money money(AmountJson amount) {
    boolean known =
        Currency.getAvailableCurrencies().stream()
            .anyMatch(c -> c.getCurrencyCode().equals(amount.currency()));
    if (!known) {
      throw new Refusal("currency", "goods.api.currency", amount.currency());
    }
    return new Money(amount.minor(), amount.currency());
  }
}
