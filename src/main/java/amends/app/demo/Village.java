package amends.app.demo;

import amends.customers.Channel;
import amends.customers.Customer;
import amends.customers.Customers;
import amends.customers.Need;
import amends.customers.QuietHours;
import amends.customers.Stranger;
import amends.goods.Goods;
import amends.goods.OrderSheet;
import amends.goods.ProductSheet;
import amends.goods.UnitSheet;
import amends.shared.Actor;
import amends.shared.Money;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalTime;
import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** Fernhill's customers, how they want to be reached, and what they have bought. */
final class Village {
  private static final String GBP = "GBP";

  private final Customers customers;
  private final Goods goods;
  private final Map<Neighbour, Long> ids = new EnumMap<>(Neighbour.class);

  Village(Customers customers, Goods goods) {
    this.customers = customers;
    this.goods = goods;
  }

  void enter(Instant now) {
    for (Neighbour neighbour : Neighbour.values()) {
      ids.put(neighbour, meet(neighbour));
    }
    circumstances(now);
    things();
    orders(now);
  }

  long id(Neighbour neighbour) {
    return Objects.requireNonNull(ids.get(neighbour));
  }

  long order(String number) {
    return goods.order(number).orElseThrow().id();
  }

  @Nullable Long unit(String serial) {
    return goods.unit(serial).orElseThrow().id();
  }

  private long meet(Neighbour neighbour) {
    long id =
        customers
            .meet(
                Stranger.person(
                    neighbour.called(), Channel.EMAIL, neighbour.email(), Locale.UK, Play.LONDON),
                Actor.SYSTEM)
            .id();
    customers.addContact(id, Channel.PHONE, neighbour.phone(), Actor.SYSTEM);
    String house = (3 + 4 * neighbour.ordinal()) + " Mill Lane, Leeds LS1 4AB";
    customers.addContact(id, Channel.LETTER, house, Actor.SYSTEM);
    customers.identify(id, "C-%05d".formatted(30_118 + 37 * neighbour.ordinal()), Actor.SYSTEM);
    return id;
  }

  private void circumstances(Instant now) {
    Instant inHalfAYear = now.plus(Duration.ofDays(182));
    customers.need(
        id(Neighbour.RUTH),
        Need.Driver.HEALTH,
        "Her mother lives with her, is 81 and walks with a frame: ring twice and wait, keep the hall"
            + " and the way to the kitchen clear, and never leave water on the floor.",
        "herself",
        inHalfAYear,
        Actor.SYSTEM);
    customers.quietHours(
        id(Neighbour.RUTH), new QuietHours(LocalTime.of(20, 0), LocalTime.of(8, 30)), Actor.SYSTEM);
    customers.need(
        id(Neighbour.PAULINE),
        Need.Driver.CAPABILITY,
        "She reads large print only: write letters in 16 point, or call.",
        "her neighbour, with her",
        inHalfAYear,
        Actor.SYSTEM);
    customers.quietHours(
        id(Neighbour.KARIN),
        new QuietHours(LocalTime.of(13, 0), LocalTime.of(18, 0)),
        Actor.SYSTEM);
    prefer(Neighbour.LEILA);
    prefer(Neighbour.PAULINE);
    Customer lettings =
        customers.meet(
            new Stranger(
                Customer.Kind.COMPANY,
                "Larch & Vale Lettings",
                Channel.EMAIL,
                "office@larchandvale.example",
                Locale.UK,
                Play.LONDON),
            Actor.SYSTEM);
    customers.identify(lettings.id(), "C-31900", Actor.SYSTEM);
    customers.worksFor(id(Neighbour.IMOGEN), lettings.id(), Actor.SYSTEM);
  }

  private void prefer(Neighbour neighbour) {
    long phone = customers.reach(id(neighbour), Channel.PHONE).orElseThrow().id();
    customers.prefer(id(neighbour), phone, Actor.SYSTEM);
  }

  private void things() {
    goods.enterProducts(
        List.of(
            new ProductSheet("LUM-8", "Lumen 8 dishwasher", "Lumen"),
            new ProductSheet("CARGO-2", "Haul 2 cargo bike", "Haul"),
            new ProductSheet("JUG-STONE", "Stoneware jug, 1.5 litres", null),
            new ProductSheet("DRY-7", "Breeze 7 tumble dryer", "Breeze"),
            new ProductSheet("EBIKE-4", "Glide 4 e-bike", "Glide"),
            new ProductSheet("OVEN-60", "Hearth 60 built-in oven", "Hearth"),
            new ProductSheet("HOB-I4", "Hearth I4 induction hob", "Hearth"),
            new ProductSheet("FRZ-200", "Northwind 200 freezer", "Northwind"),
            new ProductSheet("FRG-320", "Northwind 320 fridge", "Northwind"),
            new ProductSheet("VISIT", "Service visit", null)),
        Actor.SYSTEM);
    goods.enterUnits(
        List.of(
            new UnitSheet("LUM-8", "LM8-55107-31", "2025-W31", null),
            new UnitSheet("CARGO-2", "HAUL2-00412", "2025-09", null),
            new UnitSheet("DRY-7", "BRZ7-771902", "2025-W44", null),
            new UnitSheet("DRY-7", "BRZ7-772416", "2026-W02", null),
            new UnitSheet("DRY-7", "BRZ7-772417", "2026-W02", null),
            new UnitSheet("DRY-7", "BRZ7-772418", "2026-W02", null),
            new UnitSheet("JUG-STONE", "SJ-4401", "2026-W14", null),
            new UnitSheet("JUG-STONE", "SJ-4402", "2026-W14", null),
            new UnitSheet("JUG-STONE", "SJ-4403", "2026-W14", null),
            new UnitSheet("JUG-STONE", "SJ-4471", "2026-W18", null),
            new UnitSheet("JUG-STONE", "SJ-4472", "2026-W18", null),
            new UnitSheet("JUG-STONE", "SJ-4473", "2026-W18", null),
            new UnitSheet("EBIKE-4", "GL4-20777", "EB-2304", null),
            new UnitSheet("EBIKE-4", "GL4-20931", "EB-2211", null),
            new UnitSheet("EBIKE-4", "GL4-20988", "EB-2304", null),
            new UnitSheet("HOB-I4", "HBI4-6610", "2025-W12", null),
            new UnitSheet("FRZ-200", "NW200-31877", "2024-W50", null)),
        Actor.SYSTEM);
  }

  private void orders(Instant now) {
    goods.enterOrders(
        List.of(
            order(
                "F-20418", Neighbour.RUTH, days(now, 212), line("LUM-8", "LM8-55107-31", 1, 54900)),
            order(
                "F-20377",
                Neighbour.OSKAR,
                days(now, 96),
                line("CARGO-2", "HAUL2-00412", 1, 289000)),
            order("F-20502", Neighbour.THANDI, days(now, 31), line("JUG-STONE", null, 2, 4450)),
            order(
                "F-20455", Neighbour.LEILA, days(now, 61), line("DRY-7", "BRZ7-771902", 1, 42900)),
            order("F-20561", Neighbour.DANIEL, days(now, 12), line("FRG-320", null, 1, 61900)),
            order(
                "F-20549", Neighbour.BRAM, days(now, 14), line("EBIKE-4", "GL4-20988", 1, 214900)),
            order("F-20533", Neighbour.MEI_LING, days(now, 16), line("OVEN-60", null, 1, 67900)),
            order(
                "F-20290",
                Neighbour.KARIN,
                days(now, 168),
                line("EBIKE-4", "GL4-20931", 1, 209900)),
            order("F-20520", Neighbour.INES, days(now, 19), line("VISIT", null, 1, 8900)),
            order(
                "F-19803",
                Neighbour.GIULIA,
                days(now, 401),
                line("FRZ-200", "NW200-31877", 1, 38900)),
            order(
                "F-20311",
                Neighbour.PAULINE,
                days(now, 144),
                line("HOB-I4", "HBI4-6610", 1, 51900)),
            order("F-20540", Neighbour.AOIFE, days(now, 11), line("FRG-320", null, 1, 61900)),
            order("F-19660", Neighbour.GRAHAM, days(now, 745), line("JUG-STONE", null, 1, 4450)),
            order("F-20571", Neighbour.NELL, days(now, 8), line("JUG-STONE", null, 1, 4450)),
            order("F-20580", Neighbour.HOLLY, days(now, 10), line("JUG-STONE", "SJ-4401", 1, 4450)),
            order("F-20577", Neighbour.ANTON, days(now, 9), line("JUG-STONE", null, 1, 4450)),
            order("F-20488", Neighbour.JOAN, days(now, 40), line("LUM-8", null, 1, 54900)),
            order(
                "F-20566",
                Neighbour.IMOGEN,
                days(now, 10),
                line("DRY-7", "BRZ7-772416", 1, 42900),
                line("DRY-7", "BRZ7-772417", 1, 42900),
                line("DRY-7", "BRZ7-772418", 1, 42900))),
        Actor.SYSTEM);
  }

  private OrderSheet order(
      String number, Neighbour who, Instant placedAt, OrderSheet.Line... lines) {
    long total = 0;
    for (OrderSheet.Line line : lines) {
      total += line.quantity() * line.price().minor();
    }
    return new OrderSheet(number, id(who), placedAt, new Money(total, GBP), List.of(lines));
  }

  private static OrderSheet.Line line(
      String product, @Nullable String serial, int quantity, long pence) {
    return new OrderSheet.Line(product, serial, quantity, new Money(pence, GBP));
  }

  private static Instant days(Instant now, int ago) {
    return now.minus(Duration.ofDays(ago));
  }
}
