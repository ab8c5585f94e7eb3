package amends.cases.web;

import amends.cases.Dealings;
import amends.customers.Choices;
import amends.customers.ContactPoint;
import amends.customers.Customer;
import amends.customers.Customers;
import amends.customers.Need;
import amends.goods.Goods;
import amends.goods.Order;
import amends.shared.Texts.Voice;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.springframework.stereotype.Component;

/** What two customers have, side by side, and what becomes of each when they are one. */
@Component
final class SameRows {
  private static final int MOST = 6;

  private final Customers customers;
  private final Choices choices;
  private final Dealings dealings;
  private final Goods goods;

  SameRows(Customers customers, Choices choices, Dealings dealings, Goods goods) {
    this.customers = customers;
    this.choices = choices;
    this.dealings = dealings;
    this.goods = goods;
  }

  List<SameView.Row> of(Ask ask, Customer one, Customer other) {
    Voice t = ask.page().t();
    return List.of(
        row(
            t,
            "number",
            one,
            other,
            c -> c.externalId() == null ? List.of() : List.of(c.externalId())),
        row(t, "reach", one, other, this::reach),
        row(t, "wishes", one, other, c -> wishes(t, c)),
        row(t, "cases", one, other, c -> cases(ask, c)),
        row(t, "owed", one, other, c -> owed(ask, c)),
        row(t, "orders", one, other, this::orders),
        row(t, "needs", one, other, this::needs),
        row(t, "speakers", one, other, c -> speakers(ask, c)),
        row(t, "consents", one, other, c -> consents(t, c)));
  }

  private static SameView.Row row(
      Voice t, String what, Customer one, Customer other, Function<Customer, List<String>> of) {
    return new SameView.Row(
        t.say("customers.same.row." + what),
        shortened(t, of.apply(one)),
        shortened(t, of.apply(other)),
        t.say("customers.same.then." + what));
  }

  private static List<String> shortened(Voice t, List<String> all) {
    if (all.size() <= MOST) {
      return all;
    }
    List<String> some = new ArrayList<>(all.subList(0, MOST));
    some.add(t.say("customers.same.more", all.size() - MOST));
    return some;
  }

  private List<String> reach(Customer customer) {
    return customers.contacts(customer.id()).stream()
        .filter(ContactPoint::living)
        .map(ContactPoint::address)
        .toList();
  }

  private static List<String> wishes(Voice t, Customer customer) {
    return Sides.facts(t, customer).stream()
        .map(fact -> t.say("customers.same.fact", fact.label(), fact.value()))
        .toList();
  }

  private List<String> cases(Ask ask, Customer customer) {
    Voice t = ask.page().t();
    return dealings.cases(customer.id(), ask.viewer()).stream()
        .map(c ->
            t.say(
                c.closedAt() == null ? "customers.same.case.open" : "customers.same.case.closed",
                String.valueOf(c.id()),
                c.subject()))
        .toList();
  }

  private List<String> owed(Ask ask, Customer customer) {
    Voice t = ask.page().t();
    return dealings.owed(customer.id(), ask.viewer()).stream()
        .map(p -> t.say("customers.same.owed", p.words(), t.at(p.dueAt(), ask.page().now())))
        .toList();
  }

  private List<String> orders(Customer customer) {
    return goods.ordersOf(customer.id(), MOST * 2).stream().map(Order::externalId).toList();
  }

  private List<String> needs(Customer customer) {
    return customers.needs(customer.id()).stream().map(Need::words).toList();
  }

  private List<String> speakers(Ask ask, Customer customer) {
    List<Dealings.Speaking> speaking = dealings.speakers(customer.id(), ask.viewer());
    Map<Long, Customer> who =
        customers.customers(speaking.stream().map(Dealings.Speaking::customerId).toList());
    List<String> told = new ArrayList<>();
    for (Dealings.Speaking each : speaking) {
      Customer speaker = who.get(each.customerId());
      if (speaker != null) {
        told.add(ask.page().t().say("customers.same.fact", each.affiliation(), speaker.name()));
      }
    }
    return told;
  }

  private List<String> consents(Voice t, Customer customer) {
    return choices.of(customer.id()).stream()
        .collect(
            Collectors.toMap(
                c ->
                    t.say(
                        "customers.same.consent." + c.purpose().code(),
                        c.channel() == null
                            ? t.say("customers.same.consent.any")
                            : t.say("customers.channel." + c.channel().code())),
                c ->
                    t.say("customers.same.consent." + (c.allowed() ? "yes" : "no"), t.date(c.at())),
                (newest, older) -> newest,
                java.util.LinkedHashMap::new))
        .entrySet()
        .stream()
        .map(said -> t.say("customers.same.fact", said.getKey(), said.getValue()))
        .toList();
  }
}
