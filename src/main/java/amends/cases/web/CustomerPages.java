package amends.cases.web;

import amends.customers.Channel;
import amends.customers.ContactPoint;
import amends.customers.Customers;
import amends.shared.NotFound;
import amends.shared.page.Form;
import amends.staff.Permission;
import amends.staff.Permits;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.servlet.ModelAndView;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** One customer: how to reach them, what they need, what we owe them, their cases. */
@Controller
final class CustomerPages {
  private final Customers customers;
  private final Permits permits;
  private final CustomerPage customerPage;
  private final Acting acting;

  CustomerPages(Customers customers, Permits permits, CustomerPage customerPage, Acting acting) {
    this.customers = customers;
    this.permits = permits;
    this.customerPage = customerPage;
    this.acting = acting;
  }

  @GetMapping("/customers/{id}")
  ModelAndView show(Ask ask) {
    permits.require(ask.viewer(), Permission.SEE_CUSTOMERS);
    return customerPage.shown(ask, Form.blank());
  }

  @PostMapping("/customers/{id}/contacts")
  ModelAndView add(Ask ask, RedirectAttributes next) {
    return changed(
        ask,
        next,
        () -> {
          Channel channel = Channel.of(ask.field("channel"));
          customers.addContact(ask.id(), channel, ask.field("address"), ask.viewer().actor());
          return "customers.page.done.added";
        });
  }

  @PostMapping("/customers/{id}/contacts/{part}/preferred")
  ModelAndView prefer(Ask ask, RedirectAttributes next) {
    return changed(
        ask,
        next,
        () -> {
          customers.prefer(ask.id(), point(customers, ask).id(), ask.viewer().actor());
          return "customers.page.done.preferred";
        });
  }

  @PostMapping("/customers/{id}/contacts/{part}/removal")
  ModelAndView remove(Ask ask, RedirectAttributes next) {
    return changed(
        ask,
        next,
        () -> {
          customers.bury(point(customers, ask).id(), "told", ask.viewer().actor());
          return "customers.page.done.removed";
        });
  }

  private ModelAndView changed(Ask ask, RedirectAttributes next, Acting.Act act) {
    permits.require(ask.viewer(), Permission.OPEN_CASE);
    customers.customer(ask.id());
    return acting.act(
        ask,
        next,
        act,
        Acting.way("/customers/" + ask.id(), form -> customerPage.shown(ask, form)));
  }

  /**
   * @throws NotFound when it is another customer's, or nothing reaches them there
   */
  static ContactPoint point(Customers customers, Ask ask) {
    return customers.contacts(ask.id()).stream()
        .filter(c -> c.id() == ask.part() && c.living())
        .findFirst()
        .orElseThrow(() -> new NotFound(Customers.subject(ask.id())));
  }
}
