package amends.goods;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import amends.customers.Channel;
import amends.customers.Customers;
import amends.customers.Stranger;
import amends.journal.Journal;
import amends.journal.Recorded;
import amends.shared.Actor;
import amends.shared.Money;
import amends.shared.NotFound;
import amends.shared.Refusal;
import amends.testing.DatabaseTest;
import java.time.Instant;
import java.time.ZoneId;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

@DatabaseTest
class GoodsTest {
  private static final Actor IMPORT = Actor.OPERATOR;
  private static final ProductSheet JUG = new ProductSheet("JUG-15", "Stoneware jug, 1.5 l", null);
  private static final ProductSheet KETTLE = new ProductSheet("KET-2", "Kettle Ämber", "Ember");
  private static final UnitSheet KETTLE_7 = new UnitSheet("KET-2", "SN 0007-A", "L26-03", "U7");
  private static final Instant APRIL = Instant.parse("2026-04-30T09:15:00Z");

  @Autowired Goods goods;
  @Autowired Customers customers;
  @Autowired Journal journal;
  private long maud;

  @BeforeEach
  void world() {
    Stranger stranger =
        Stranger.person(
            "Maud", Channel.EMAIL, "maud@example.org", Locale.UK, ZoneId.of("Europe/London"));
    maud = customers.meet(stranger, Actor.SYSTEM).id();
    goods.enterProducts(List.of(JUG, KETTLE), IMPORT);
    goods.enterUnits(List.of(KETTLE_7), IMPORT);
  }

  @Test
  void tellsWhatWasSoldToWhom() {
    goods.enterOrders(List.of(order("A-100", jugs(2), kettle())), IMPORT);

    Order order = goods.order("A-100").orElseThrow();
    assertThat(goods.ordersOf(maud, 10)).contains(order);
    assertThat(order.total()).isEqualTo(eur(9_900));
    assertThat(order.placedAt()).isEqualTo(APRIL);
    assertThat(order.lines()).extracting(Order.Line::quantity).containsExactly(2, 1);
    Unit piece = Objects.requireNonNull(order.lines().get(1).unit());
    assertThat(piece).isEqualTo(goods.unit("sn0007a").orElseThrow());
    assertThat(piece.lot()).isEqualTo("L26-03");
    assertThat(piece.product().brand()).isEqualTo("Ember");
    assertThat(goods.orders(List.of(order.id(), 999_999L))).isEqualTo(Map.of(order.id(), order));
    assertThatThrownBy(() -> goods.order(999_999)).isInstanceOf(NotFound.class);
  }

  @Test
  void tellingTheSameAgainChangesNothing() {
    OrderSheet sheet = order("A-200", jugs(1));
    assertThat(goods.enterOrders(List.of(sheet, sheet), IMPORT)).isEqualTo(1);

    assertThat(goods.enterProducts(List.of(KETTLE, JUG), IMPORT)).isZero();
    assertThat(goods.enterUnits(List.of(KETTLE_7), IMPORT)).isZero();
    assertThat(goods.enterOrders(List.of(sheet), IMPORT)).isZero();

    assertThat(kinds("A-200")).containsExactly("order.entered");
  }

  @Test
  void aChangedLineIsAChangedOrder() {
    goods.enterOrders(List.of(order("A-300", jugs(1), kettle())), IMPORT);
    assertThat(goods.enterOrders(List.of(order("A-300", jugs(3), kettle())), IMPORT)).isOne();
    assertThat(goods.enterOrders(List.of(order("A-300", jugs(3))), IMPORT)).isOne();

    assertThat(goods.order("A-300").orElseThrow().lines())
        .singleElement()
        .satisfies(line -> assertThat(line.quantity()).isEqualTo(3));
    assertThat(kinds("A-300")).containsExactly("order.entered", "order.changed", "order.changed");
  }

  @Test
  void theLastWordOnANumberCounts() {
    ProductSheet before = new ProductSheet("P-9", "Before", null);
    ProductSheet after = new ProductSheet("P-9", "After", "Maker");

    assertThat(goods.enterProducts(List.of(before, after), IMPORT)).isOne();
    assertThat(goods.product("P-9").orElseThrow().name()).isEqualTo("After");
    assertThat(goods.enterProducts(List.of(before), IMPORT)).isOne();
    assertThat(goods.product("P-9").orElseThrow().brand()).isNull();
  }

  @Test
  void refusesAWholeListForOneWrongLine() {
    OrderSheet good = order("A-400", jugs(1));

    assertRefused("goods.refuse.product", good, order("A-401", line("NONE", null, 1)));
    assertRefused("goods.refuse.unit", good, order("A-401", line("KET-2", "SN 0008", 1)));
    assertRefused("goods.refuse.quantity", good, order("A-401", line("JUG-15", null, 0)));
    OrderSheet.Line inYen = new OrderSheet.Line("JUG-15", null, 1, new Money(500, "JPY"));
    assertRefused("goods.refuse.currency", good, order("A-401", inYen));
    OrderSheet nobodys = new OrderSheet("A-401", 999_999, APRIL, eur(1), List.of());
    assertRefused("goods.refuse.customer", good, nobodys);

    assertThat(goods.order("A-400")).isEmpty();
  }

  @Test
  void whatIsToldOfAPaymentStaysWhereItIsNotToldAgain() {
    Order.Terms told = new Order.Terms("pi_77", eur(9_900), "IE");
    OrderSheet bare = order("A-500", jugs(1));
    OrderSheet full = new OrderSheet("A-500", maud, APRIL, eur(9_900), told, List.of(jugs(1)));
    assertThat(goods.enterOrders(List.of(full), IMPORT)).isOne();
    assertThat(goods.order("A-500").orElseThrow().terms()).isEqualTo(told);
    assertThat(goods.enterOrders(List.of(full), IMPORT)).as("the same again").isZero();
    assertThat(goods.enterOrders(List.of(bare), IMPORT)).as("nothing told of it").isZero();
    assertThat(goods.order("A-500").orElseThrow().terms()).isEqualTo(told);

    assertRefused("goods.refuse.currency", with(null, new Money(500, "JPY"), null));
    assertRefused("goods.refuse.paid", with(null, eur(-1), null));
    assertRefused("goods.refuse.payment", with(" ", null, null));
    assertRefused("goods.refuse.country", with(null, null, "EN"));
  }

  private OrderSheet with(
      @Nullable String payment, @Nullable Money paid, @Nullable String country) {
    return new OrderSheet(
        "A-501",
        maud,
        APRIL,
        eur(9_900),
        new Order.Terms(payment, paid, country),
        List.of(jugs(1)));
  }

  @Test
  void oneSerialNumberOfTwoMakersIsNotOneUnit() {
    goods.enterUnits(
        List.of(
            new UnitSheet("JUG-15", "TWIN-1", null, null),
            new UnitSheet("KET-2", "TWIN-1", null, null)),
        IMPORT);

    assertThat(goods.unit("twin 1")).isEmpty();
    assertThat(goods.units("twin 1")).hasSize(2);
    assertThat(goods.unit(goods.units("TWIN1").getFirst().id()).serial()).isEqualTo("TWIN-1");
  }

  @Test
  void oneNumberOfTwoUnitsIsRefused() {
    assertThatThrownBy(
            () -> goods.enterUnits(List.of(new UnitSheet("JUG-15", "S-1", null, "U7")), IMPORT))
        .isInstanceOfSatisfying(
            Refusal.class, r -> assertThat(r.key()).isEqualTo("goods.refuse.taken"));
  }

  @Test
  void findsWhatSomebodySpeaksOf() {
    goods.enterOrders(List.of(order("B-5_1", jugs(1))), IMPORT);
    Order order = goods.order("B-5_1").orElseThrow();

    assertThat(goods.find("B-5", 10)).containsExactly(order);
    assertThat(goods.find("b5%", 10)).isEmpty();
    assertThat(goods.find("sn-00", 10)).containsExactly(goods.unit("SN0007A").orElseThrow());
    assertThat(goods.find("amber", 10)).containsExactly(goods.product("KET-2").orElseThrow());
    assertThat(goods.find("ston ju", 10)).containsExactly(goods.product("JUG-15").orElseThrow());
    assertThat(goods.find(" ", 10)).isEmpty();
    assertThat(goods.find("-", 10)).isEmpty();
  }

  @Test
  void twoImportsOfTheSameThingsDoNotBlockEachOther() throws Exception {
    List<ProductSheet> forwards =
        IntStream.range(0, 300)
            .mapToObj(n -> new ProductSheet("SACK-" + n, "Sack " + n, null))
            .toList();
    Callable<Integer> one = () -> goods.enterProducts(forwards, IMPORT);
    Callable<Integer> other = () -> goods.enterProducts(forwards.reversed(), IMPORT);

    int entered = 0;
    try (var pool = Executors.newVirtualThreadPerTaskExecutor()) {
      for (var done : pool.invokeAll(List.of(one, other, one, other))) {
        entered += done.get();
      }
    }
    assertThat(entered).isEqualTo(300);
  }

  @Test
  void anEmptyListIsNoChange() {
    assertThat(goods.enterOrders(Collections.emptyList(), IMPORT)).isZero();
    assertThat(goods.enterUnits(Collections.emptyList(), IMPORT)).isZero();
    assertThat(goods.enterProducts(Collections.emptyList(), IMPORT)).isZero();
  }

  private void assertRefused(String key, OrderSheet... sheets) {
    assertThatThrownBy(() -> goods.enterOrders(List.of(sheets), IMPORT))
        .isInstanceOfSatisfying(Refusal.class, r -> assertThat(r.key()).isEqualTo(key));
  }

  private OrderSheet order(String externalId, OrderSheet.Line... lines) {
    return new OrderSheet(externalId, maud, APRIL, eur(9_900), List.of(lines));
  }

  private static OrderSheet.Line jugs(int quantity) {
    return line("JUG-15", null, quantity);
  }

  private static OrderSheet.Line kettle() {
    return line("KET-2", "SN0007A", 1);
  }

  private static OrderSheet.Line line(String product, @Nullable String serial, int quantity) {
    return new OrderSheet.Line(product, serial, quantity, eur(3_300));
  }

  private static Money eur(long minor) {
    return new Money(minor, "EUR");
  }

  private List<String> kinds(String order) {
    return journal.history(goods.order(order).orElseThrow().subject()).stream()
        .map(Recorded::kind)
        .toList();
  }
}
