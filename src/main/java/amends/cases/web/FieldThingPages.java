package amends.cases.web;

import amends.cases.Field;
import amends.cases.FieldThings;
import amends.cases.Fields;
import amends.goods.Order;
import amends.goods.Product;
import amends.goods.Thing;
import amends.goods.Unit;
import amends.shared.Texts.Voice;
import amends.shared.page.Choice;
import amends.staff.Permission;
import amends.staff.Permits;
import java.util.List;
import java.util.stream.Collectors;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.servlet.ModelAndView;

/** The orders or units that a field could lead to, while somebody types. */
@Controller
final class FieldThingPages {
  private final Fields fields;
  private final FieldThings things;
  private final Permits permits;

  FieldThingPages(Fields fields, FieldThings things, Permits permits) {
    this.fields = fields;
    this.things = things;
    this.permits = permits;
  }

  @GetMapping("/fields/{id}/things")
  ModelAndView found(Ask ask) {
    permits.require(ask.viewer(), Permission.SEE_CUSTOMERS);
    Field field = fields.get(ask.id());
    Long customer = Typed.number(ask, "customer");
    Voice t = ask.page().t();
    List<Choice> found =
        !field.kind().links()
            ? List.of()
            : things
                .offered(field, ask.field(field.input()), customer == null ? 0 : customer)
                .stream()
                .map(thing -> Choice.of(things.number(thing), words(t, thing)))
                .toList();
    return new ModelAndView("cases/thingsfound", "v", found);
  }

  private static String words(Voice t, Thing thing) {
    return switch (thing) {
      case Order order ->
          t.say(
              "cases.fields.found.order",
              order.externalId(),
              t.date(order.placedAt()),
              order.lines().stream()
                  .map(line -> line.product().name())
                  .distinct()
                  .limit(3)
                  .collect(Collectors.joining(", ")));
      case Unit unit -> t.say("cases.fields.found.unit", unit.serial(), unit.product().name());
      case Product product -> product.name();
    };
  }
}
