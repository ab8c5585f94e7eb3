package amends.cases.web;

import amends.customers.Customer;
import amends.customers.Customers;
import amends.customers.Erasures;
import amends.customers.Merge;
import amends.shared.Texts.Voice;
import amends.shared.page.Choice;
import amends.shared.page.Form;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.web.servlet.ModelAndView;

/** Puts the page together on which two customers are declared one. */
@Component
final class SameSheet {
  private final Customers customers;
  private final Erasures erasures;
  private final CallDesk desk;
  private final SameRows rows;
  private final Acting acting;

  SameSheet(Customers customers, Erasures erasures, CallDesk desk, SameRows rows, Acting acting) {
    this.customers = customers;
    this.erasures = erasures;
    this.desk = desk;
    this.rows = rows;
    this.acting = acting;
  }

  ModelAndView shown(Ask ask, Form form) {
    Customer one = customers.customer(ask.id());
    Long chosen = Typed.number(ask, "with");
    Customer other = chosen == null ? null : customers.customers(List.of(chosen)).get(chosen);
    SameView view =
        new SameView(
            ask.page(),
            one.id(),
            one.name(),
            found(ask, one),
            other == null || customers.selves(one.id()).contains(other.id())
                ? null
                : pair(ask, one, other),
            merged(ask.page().t(), one),
            acting.withToken(offered(form, one, other)));
    return new ModelAndView("cases/same", "v", view);
  }

  /** Whoever bears a number in the company's systems stays, else the one who was known first. */
  private static Form offered(Form form, Customer one, @Nullable Customer other) {
    if (other == null || !form.value("stays").isEmpty()) {
      return form;
    }
    boolean numbered = (one.externalId() == null) != (other.externalId() == null);
    boolean first = numbered ? one.externalId() != null : one.id() < other.id();
    Map<String, String> values = new HashMap<>(form.values());
    values.put("stays", String.valueOf(first ? one.id() : other.id()));
    return new Form(values, form.errors());
  }

  /** By what was typed; else whoever has the same or a similar name. */
  private List<Choice> found(Ask ask, Customer one) {
    String find = ask.field("find").isBlank() ? one.name() : ask.field("find");
    List<Long> selves = customers.selves(one.id());
    return desk.found(ask, find, null).stream()
        .filter(c -> !selves.contains(Long.valueOf(c.value())))
        .toList();
  }

  private SameView.Pair pair(Ask ask, Customer one, Customer other) {
    Voice t = ask.page().t();
    String warning =
        one.kind() == other.kind() ? "" : t.say("customers.same.kinds", one.name(), other.name());
    return new SameView.Pair(side(t, one), side(t, other), rows.of(ask, one, other), warning);
  }

  private static Choice side(Voice t, Customer customer) {
    String kind = customer.kind() == Customer.Kind.PERSON ? "person" : "company";
    return new Choice(
        String.valueOf(customer.id()),
        customer.name(),
        t.say(
            "customers.same.since", t.say("customers.kind." + kind), t.date(customer.createdAt())));
  }

  private List<SameView.Merged> merged(Voice t, Customer one) {
    return customers.merges(one.id()).stream().map(merge -> merged(t, one, merge)).toList();
  }

  private SameView.Merged merged(Voice t, Customer one, Merge merge) {
    Customer duplicate = customers.customer(merge.duplicate());
    Customer survivor = customers.customer(customers.standing(merge.duplicate()));
    Customer shown = duplicate.id() == one.id() ? survivor : duplicate;
    return new SameView.Merged(
        duplicate.id(),
        "/customers/" + shown.id(),
        shown.name(),
        duplicate.id() == one.id()
            ? t.say("customers.same.known-as", t.date(merge.at()))
            : t.say("customers.same.joined", t.date(merge.at())),
        held(t, duplicate));
  }

  private @Nullable String held(Voice t, Customer duplicate) {
    if (erasures.erasedAt(duplicate.id()).isPresent()) {
      return t.say("customers.refuse.merge.erased");
    }
    return customers.tied(duplicate.id()).stream()
        .map(tie ->
            t.say(
                "customers.tie." + tie.kind(),
                tie.numbers().stream().map(n -> "#" + n).collect(Collectors.joining(", ")),
                tie.numbers().size()))
        .findFirst()
        .orElse(null);
  }
}
