package amends.cases.web;

import amends.customers.Customer;
import amends.customers.Customers;
import amends.customers.Erasures;
import amends.customers.Exports;
import amends.customers.Holds;
import amends.customers.Obstacle;
import amends.shared.Subject;
import amends.shared.Texts.Voice;
import amends.shared.page.Choice;
import amends.shared.page.Form;
import amends.staff.Staff;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.springframework.stereotype.Component;
import org.springframework.web.servlet.ModelAndView;

/** Puts the page of a customer's data together. */
@Component
final class CustomerDataPage {
  private final Customers customers;
  private final Erasures erasures;
  private final Exports exports;
  private final Holds holds;
  private final Names names;

  CustomerDataPage(
      Customers customers, Erasures erasures, Exports exports, Holds holds, Names names) {
    this.customers = customers;
    this.erasures = erasures;
    this.exports = exports;
    this.holds = holds;
    this.names = names;
  }

  /** What colleagues and cases are called. */
  @Component
  static final class Names {
    private final Staff staff;
    private final amends.cases.Dealings dealings;

    Names(Staff staff, amends.cases.Dealings dealings) {
      this.staff = staff;
      this.dealings = dealings;
    }

    /** A program set it where the number is negative. */
    String person(long id) {
      return id < 0 ? staff.tokenNames(Set.of(id)).getOrDefault(id, "–") : staff.get(id).name();
    }

    List<Choice> cases(Ask ask) {
      return dealings.cases(ask.id(), ask.viewer()).stream()
          .map(c ->
              Choice.of(
                  String.valueOf(c.id()),
                  ask.page().t().say("cases.crumb", String.valueOf(c.id()), c.subject())))
          .toList();
    }
  }

  ModelAndView shown(Ask ask, Form form) {
    Voice t = ask.page().t();
    Customer customer = customers.customer(ask.id());
    Optional<Erasures.Asked> asked = erasures.waiting(ask.id());
    List<Choice> cases =
        new ArrayList<>(List.of(Choice.of("0", t.say("customers.data.hold.customer"))));
    cases.addAll(names.cases(ask));
    CustomerDataView view =
        new CustomerDataView(
            ask.page(),
            customer.id(),
            customer.name(),
            erasures.erasedAt(ask.id()).map(t::date).orElse(null),
            exports.of(ask.id()).stream().map(e -> export(t, e)).toList(),
            erasures.obstacles(ask.id()).stream().map(o -> obstacle(t, o)).toList(),
            asked
                .map(a ->
                    t.say("customers.data.asked", names.person(a.askedBy()), t.date(a.endsAt())))
                .orElse(null),
            asked.filter(a -> a.askedBy() != ask.viewer().id()).isPresent(),
            holds.of(ask.id()).stream().map(h -> hold(t, h)).toList(),
            cases,
            form);
    return new ModelAndView("cases/data", "v", view);
  }

  private CustomerDataView.Export export(Voice t, Exports.Export export) {
    Instant until = export.expiresAt();
    String state =
        until != null
            ? t.say("customers.data.export.until", t.date(until))
            : t.say("customers.data.export." + (export.troubled() ? "trouble" : "making"));
    String says =
        t.say(
            "customers.data.export.row",
            t.moment(export.askedAt()),
            names.person(export.askedBy()),
            state);
    return new CustomerDataView.Export(export.id(), says, until != null);
  }

  private static String obstacle(Voice t, Obstacle obstacle) {
    String numbers =
        obstacle.numbers().stream().map(n -> "#" + n).collect(Collectors.joining(", "));
    return t.say("customers.data.obstacle." + obstacle.kind(), numbers, obstacle.numbers().size());
  }

  private CustomerDataView.Hold hold(Voice t, Holds.Hold hold) {
    Subject subject = hold.subject();
    String what =
        subject.kind().equals("case")
            ? t.say("customers.data.hold.case", String.valueOf(subject.id()))
            : t.say("customers.data.hold.customer");
    String says =
        t.say(
            "customers.data.hold.says",
            names.person(hold.setBy()),
            t.date(hold.setAt()),
            t.date(hold.reviewAt()));
    return new CustomerDataView.Hold(hold.id(), what, hold.reason(), says);
  }
}
