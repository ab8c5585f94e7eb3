package amends.goods.web;

import amends.customers.CustomerList;
import amends.goods.Order;
import amends.goods.OrderSheet;
import amends.goods.ProductSheet;
import amends.goods.Told;
import amends.goods.UnitSheet;
import amends.goods.Upserts;
import amends.goods.web.GoodsAsks.NewOrderJson;
import amends.goods.web.GoodsAsks.NewProductJson;
import amends.goods.web.GoodsAsks.NewUnitJson;
import amends.goods.web.GoodsJson.AmountJson;
import amends.goods.web.GoodsJson.ResultJson;
import amends.goods.web.GoodsJson.UpsertJson;
import amends.shared.Actor;
import amends.shared.Money;
import amends.shared.Refusal;
import amends.shared.Texts;
import amends.shared.Texts.Voice;
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
    return told(
        upserts.products(
            said.stream().map(p -> new ProductSheet(p.externalId(), p.name(), p.brand())).toList(),
            by));
  }

  UpsertJson units(List<NewUnitJson> said, Actor by) {
    return told(
        upserts.units(
            said.stream()
                .map(u -> new UnitSheet(u.product(), u.serial(), u.lot(), u.externalId()))
                .toList(),
            by));
  }

  /** What is no order at all is refused here, before the room sees it. */
  UpsertJson orders(List<NewOrderJson> said, Actor by) {
    Map<String, Long> known =
        customers.ids(
            said.stream().map(NewOrderJson::customerExternalId).filter(Objects::nonNull).toList());
    List<OrderSheet> sheets = new ArrayList<>();
    List<@Nullable Told> results = new ArrayList<>();
    for (NewOrderJson order : said) {
      try {
        sheets.add(sheet(order, known));
        results.add(null);
      } catch (Refusal refusal) {
        results.add(new Told(Told.What.REFUSED, null, refusal));
      }
    }
    Iterator<Told> entered = upserts.orders(sheets, by).iterator();
    List<Told> all = new ArrayList<>();
    results.forEach(result -> all.add(result == null ? entered.next() : result));
    return told(all);
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

  private UpsertJson told(List<Told> all) {
    return new UpsertJson(
        all.stream().map(this::result).toList(),
        count(all, Told.What.CREATED),
        count(all, Told.What.UPDATED),
        count(all, Told.What.UNCHANGED),
        count(all, Told.What.REFUSED));
  }

  private ResultJson result(Told told) {
    Refusal refusal = told.refusal();
    return new ResultJson(told.what(), told.id(), refusal == null ? null : t.say(refusal));
  }

  private static int count(List<Told> all, Told.What what) {
    return Math.toIntExact(all.stream().filter(told -> told.what() == what).count());
  }
}
