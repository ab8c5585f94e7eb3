package amends.cases;

import static org.assertj.core.api.Assertions.assertThat;

import amends.goods.Goods;
import amends.goods.OrderSheet;
import amends.goods.ProductSheet;
import amends.goods.UnitSheet;
import amends.shared.Actor;
import amends.shared.Duty;
import amends.shared.Money;
import amends.shared.Refusal;
import amends.shared.Subject;
import amends.staff.Permits;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/**
 * Fields that lead to orders and units: found by number, shown, filtered, searched, brought along.
 */
class FieldLinksTest extends Telling {
  @Autowired Fields fields;
  @Autowired FieldValues values;
  @Autowired FieldThings things;
  @Autowired Goods goods;
  @Autowired Queue queue;
  @Autowired Permits permits;
  @Autowired Search search;
  @Autowired List<Duty> duties;

  private Field field(String name, Field.Kind kind, List<String> choices) {
    return fields.get(
        fields.keep(
            new Field(0, null, null, "", name, "", kind, false, 0, "", choices, false),
            world.admin));
  }

  private void fill(Case matter, Field field, String typed) {
    values.set(matter.id(), Map.of(field.input(), typed), world.priya);
  }

  private String stands(Case matter, Field field) {
    return values.of(matter).stream()
        .filter(v -> v.field().id() == field.id())
        .map(FieldValue::value)
        .findFirst()
        .orElse("(none)");
  }

  private static String refusal(Runnable act) {
    try {
      act.run();
      return "";
    } catch (Refusal refusal) {
      return refusal.key();
    }
  }

  private List<Long> shown(Field field, String value) {
    Filter filter = new Filter("", null, null, "", "", "", "", "", "", field.id(), value);
    Queue.Look look =
        new Queue.Look(
            Queue.View.ALL, world.priya, permits.visible(world.priya), clock.instant(), filter);
    return queue.part(look, Queue.Part.RUNNING, 50).stream().map(Queue.Row::id).toList();
  }

  @Test
  void aFieldLeadsToAnOrderOrAUnitByItsNumber() {
    sold();
    Field exchanged = field("Exchanged for", Field.Kind.UNIT, List.of());
    Field second = field("Second order", Field.Kind.ORDER, List.of());
    Case jug = matter("leads");
    fill(jug, exchanged, "fx 77-1");
    fill(jug, second, "FX-900");
    assertThat(stands(jug, exchanged)).isEqualTo("FX-77-1");
    assertThat(values.of(jug).stream().filter(v -> v.field().id() == second.id()).findFirst())
        .map(FieldValue::leads)
        .contains(goods.order("FX-900").orElseThrow().subject());
    assertThat(shown(second, "fx-9")).containsExactly(jug.id());
    assertThat(shown(exchanged, "77")).containsExactly(jug.id());
    assertThat(shown(exchanged, "78")).isEmpty();
    long order = goods.order("FX-900").orElseThrow().id();
    assertThat(search.about(Subject.of("order", order), permits.visible(world.priya), 5))
        .extracting(hit -> hit.row().id())
        .contains(jug.id());
    duties.stream().filter(d -> d.name().equals("search words")).forEach(Duty::perform);
    assertThat(search.find("FX-77-1", permits.visible(world.priya), 10).cases())
        .extracting(hit -> hit.row().id())
        .contains(jug.id());
    fields.retire(exchanged.id(), world.admin);
    fields.retire(second.id(), world.admin);
  }

  @Test
  void whatLeadsNowhereOrToSeveralIsRefusedWithTheMend() {
    sold();
    Field unit = field("Its unit", Field.Kind.UNIT, List.of());
    Field order = field("Its order", Field.Kind.ORDER, List.of());
    Case jug = matter("leads nowhere");
    assertThat(refusal(() -> fill(jug, order, "NONE"))).isEqualTo("cases.field.refuse.order");
    assertThat(refusal(() -> fill(jug, unit, "NONE"))).isEqualTo("cases.field.refuse.unit");
    assertThat(refusal(() -> fill(jug, unit, "FX-TWIN"))).isEqualTo("cases.field.refuse.units");
    fill(jug, unit, "FX-TWIN, FX-CUP");
    assertThat(stands(jug, unit)).isEqualTo("FX-TWIN");
    assertThat(things.offered(unit, "FX-TW", 0)).hasSize(2);
    assertThat(things.offered(order, "", world.ruth().id()))
        .extracting(things::number)
        .contains("FX-900");
    values.bring(Map.of(jug.id(), Map.of("Its order", "FX-900", "Its unit", "nobody's")));
    assertThat(stands(jug, order)).isEqualTo("FX-900");
    assertThat(stands(jug, unit)).isEqualTo("FX-TWIN");
    fields.retire(unit.id(), world.admin);
    fields.retire(order.id(), world.admin);
  }

  private void sold() {
    goods.enterProducts(
        List.of(new ProductSheet("FX-JUG", "Jug", null), new ProductSheet("FX-CUP", "Cup", null)),
        Actor.OPERATOR);
    goods.enterUnits(
        List.of(
            new UnitSheet("FX-JUG", "FX-77-1", null, null),
            new UnitSheet("FX-JUG", "FX-TWIN", null, null),
            new UnitSheet("FX-CUP", "FX-TWIN", null, null)),
        Actor.OPERATOR);
    Money price = new Money(500, "GBP");
    goods.enterOrders(
        List.of(
            new OrderSheet(
                "FX-900",
                world.ruth().id(),
                clock.instant(),
                price,
                List.of(new OrderSheet.Line("FX-JUG", "FX-77-1", 1, price)))),
        Actor.OPERATOR);
  }
}
