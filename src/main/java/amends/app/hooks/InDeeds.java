package amends.app.hooks;

import amends.cases.Arrivals;
import amends.cases.Case;
import amends.cases.Cases;
import amends.cases.NewCase;
import amends.cases.UnknownThings;
import amends.customers.Changes;
import amends.customers.Channel;
import amends.customers.Customer;
import amends.customers.Customers;
import amends.customers.NewCustomer;
import amends.goods.Goods;
import amends.goods.Order;
import amends.goods.OrderSheet;
import amends.goods.ProductSheet;
import amends.goods.Unit;
import amends.goods.UnitSheet;
import amends.goods.Upserts;
import amends.promises.Promise;
import amends.shared.Money;
import amends.shared.Refusal;
import amends.shared.Texts;
import amends.shared.Upserted;
import amends.staff.Brand;
import amends.staff.Staff;
import amends.staff.Viewer;
import java.math.BigDecimal;
import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Currency;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** What is done with what came: the same acts as the API's, under the name of a token. */
@Component
final class InDeeds {
  private static final Duration LOOKED_AT = Duration.ofHours(24);

  private final Upserts upserts;
  private final Goods goods;
  private final People people;
  private final Cases cases;
  private final InstantSource clock;

  /** Who customers and colleagues are, and what waits for them. */
  @Component
  record People(Customers customers, Changes changes, Staff staff, Arrivals arrivals, Told told) {}

  /** What is said of it, and what was named that is not known. */
  @Component
  record Told(Texts texts, UnknownThings unknown) {}

  InDeeds(Upserts upserts, Goods goods, People people, Cases cases, InstantSource clock) {
    this.upserts = upserts;
    this.goods = goods;
    this.people = people;
    this.cases = cases;
    this.clock = clock;
  }

  /**
   * @return what it became, such as {@code order 7}
   * @throws Refusal when it cannot be
   */
  String perform(InTarget target, Mapping.Found found, @Nullable Long team, Viewer by) {
    return switch (target) {
      case CUSTOMER -> customer(found, by);
      case PRODUCT ->
          told(
              "product",
              upserts.products(
                  List.of(
                      new ProductSheet(
                          found.get("external_id"), found.get("name"), found.orNull("brand"))),
                  by.actor()));
      case UNIT ->
          told(
              "unit",
              upserts.units(
                  List.of(
                      new UnitSheet(
                          found.get("product"),
                          found.get("serial"),
                          found.orNull("lot"),
                          found.orNull("external_id"))),
                  by.actor()));
      case ORDER -> told("order", upserts.orders(List.of(order(found)), by.actor()));
      case CASE -> matter(found, team, by);
      case ARRIVAL -> arrival(found, by);
    };
  }

  /** A clock that is a little ahead of ours is no reason to lose it. */
  private String arrival(Mapping.Found found, Viewer by) {
    String named = found.orNull("at");
    Instant said = named == null ? clock.instant() : moment(named);
    Instant at = said.isAfter(clock.instant()) ? clock.instant() : said;
    String order = found.orNull("order");
    String booking = found.orNull("booking");
    if (order != null) {
      return people.arrivals().arrived(order, at, by) + " promises";
    }
    if (booking != null) {
      people.arrivals().met(booking, at, by);
      return "booking " + booking;
    }
    String condition = found.get("condition");
    if (!condition.matches("\\d{1,18}")) {
      throw new Refusal("", "app.in.refused.arrival");
    }
    people.arrivals().metInCase(Long.parseLong(condition), at, by);
    return "condition " + condition;
  }

  private static String told(String kind, List<Upserted> told) {
    Upserted one = told.getFirst();
    Refusal refusal = one.refusal();
    if (refusal != null) {
      throw refusal;
    }
    return kind + " " + one.id();
  }

  private String customer(Mapping.Found found, Viewer by) {
    Optional<Customer> known = people.customers().byExternalId(found.get("external_id"));
    if (known.isPresent()) {
      if (!known.get().name().equals(found.get("name"))) {
        people.customers().rename(known.get().id(), found.get("name"), by.actor());
      }
      return "customer " + known.get().id();
    }
    List<NewCustomer.Reach> contacts = new ArrayList<>();
    reach(contacts, Channel.EMAIL, found.orNull("email"));
    reach(contacts, Channel.PHONE, found.orNull("phone"));
    Optional<Brand> brand = people.staff().defaultBrand();
    return "customer "
        + people
            .changes()
            .add(
                new NewCustomer(
                    Customer.Kind.PERSON,
                    found.get("name"),
                    brand.map(Brand::locale).orElse(Locale.ENGLISH),
                    brand.map(Brand::zone).orElse(ZoneOffset.UTC),
                    found.get("external_id"),
                    contacts),
                by.actor())
            .id();
  }

  private static void reach(
      List<NewCustomer.Reach> all, Channel channel, @Nullable String address) {
    if (address != null) {
      all.add(new NewCustomer.Reach(channel, address));
    }
  }

  private OrderSheet order(Mapping.Found found) {
    String currency = found.get("currency").toUpperCase(Locale.ROOT);
    return new OrderSheet(
        found.get("external_id"),
        known(found).id(),
        moment(found.get("placed_at")),
        money(found.get("total"), currency),
        found.lines().stream().map(line -> line(line, currency)).toList());
  }

  private static OrderSheet.Line line(Map<String, String> line, String currency) {
    String quantity = line.getOrDefault("line.quantity", "");
    if (!quantity.matches("\\d{1,6}")) {
      throw new Refusal("", "app.in.refused.quantity", quantity);
    }
    return new OrderSheet.Line(
        line.getOrDefault("line.product", ""),
        line.get("line.serial"),
        Integer.parseInt(quantity),
        money(line.getOrDefault("line.price", ""), currency));
  }

  private Customer known(Mapping.Found found) {
    String number = found.get("customer_external_id");
    return people
        .customers()
        .byExternalId(number)
        .orElseThrow(() -> new Refusal("", "app.in.refused.customer", number));
  }

  /** Shops write amounts with a point; how many digits stand behind it, the currency says. */
  private static Money money(String amount, String code) {
    boolean known =
        Currency.getAvailableCurrencies().stream().anyMatch(c -> c.getCurrencyCode().equals(code));
    if (!known || !amount.matches("-?\\d{1,15}(\\.\\d{1,6})?")) {
      throw new Refusal("", "app.in.refused.amount", amount, code);
    }
    int digits = Math.max(0, Currency.getInstance(code).getDefaultFractionDigits());
    BigDecimal minor = new BigDecimal(amount).movePointRight(digits).stripTrailingZeros();
    if (minor.scale() > 0) {
      throw new Refusal("", "app.in.refused.amount", amount, code);
    }
    return new Money(minor.longValueExact(), code);
  }

  private static Instant moment(String text) {
    try {
      return OffsetDateTime.parse(text).toInstant();
    } catch (DateTimeException e) {
      throw new Refusal("", "app.in.refused.moment", text);
    }
  }

  private String matter(Mapping.Found found, @Nullable Long team, Viewer by) {
    Customer customer = known(found);
    if (team == null) {
      throw new Refusal("", "app.in.refused.team");
    }
    Long own = people.staff().team(team).brandId();
    Brand brand =
        own != null
            ? people.staff().brand(own)
            : people
                .staff()
                .defaultBrand()
                .orElseThrow(() -> new Refusal("", "app.in.refused.team"));
    Optional<Order> order = goods.order(found.get("order"));
    Optional<Unit> unit = goods.unit(found.get("unit"));
    Case opened =
        cases.open(
            new NewCase(
                brand.id(),
                team,
                null,
                customer.id(),
                "shop",
                found.get("subject"),
                found.get("statement"),
                found.orNull("asks"),
                order.map(Order::id).orElse(null),
                unit.map(Unit::id).orElse(null),
                true,
                Promise.Kind.CONTACT,
                people.told().texts().voice(brand.locale(), brand.zone()).say("app.in.next"),
                clock.instant().plus(LOOKED_AT),
                by.actor()),
            by);
    cases.state(opened.id(), "customer", customer.name(), found.get("statement"), by);
    String became = "case " + opened.id();
    if (order.isEmpty()) {
      became += unknown(opened, UnknownThings.Kind.ORDER, found.get("order"), brand, by);
    }
    if (unit.isEmpty()) {
      became += unknown(opened, UnknownThings.Kind.UNIT, found.get("unit"), brand, by);
    }
    return became;
  }

  /** It is looked for by its number, and linked when it comes; the case does not wait for it. */
  private String unknown(
      Case opened, UnknownThings.Kind kind, String number, Brand brand, Viewer by) {
    if (number.isBlank()) {
      return "";
    }
    people.told().unknown().note(opened.id(), new UnknownThings.Thing(kind, number), by);
    String key = "app.in.unknown." + kind.code();
    cases.note(
        opened.id(),
        people.told().texts().voice(brand.locale(), brand.zone()).say(key, number),
        by);
    return "; " + people.told().texts().voice(Locale.ENGLISH, ZoneOffset.UTC).say(key, number);
  }
}
