package amends.cases.web;

import amends.cases.Dealings;
import amends.customers.Channel;
import amends.customers.ContactPoint;
import amends.customers.ContactProofs;
import amends.customers.Customer;
import amends.customers.Customers;
import amends.shared.Refusal;
import amends.shared.page.Form;
import amends.staff.Permission;
import amends.staff.Permits;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.servlet.ModelAndView;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** Showing that an address is a customer's: by a code that was sent there, or by a call to it. */
@Controller
final class VerificationPages {
  private final Customers customers;
  private final ContactProofs proofs;
  private final Dealings dealings;
  private final Permits permits;
  private final Acting acting;

  VerificationPages(
      Customers customers,
      ContactProofs proofs,
      Dealings dealings,
      Permits permits,
      Acting acting) {
    this.customers = customers;
    this.proofs = proofs;
    this.dealings = dealings;
    this.permits = permits;
    this.acting = acting;
  }

  @GetMapping("/customers/{id}/contacts/{part}/verification")
  ModelAndView show(Ask ask) {
    permits.require(ask.viewer(), Permission.OPEN_CASE);
    return shown(ask, Form.blank());
  }

  @PostMapping("/customers/{id}/contacts/{part}/code")
  ModelAndView send(Ask ask, RedirectAttributes next) {
    permits.require(ask.viewer(), Permission.OPEN_CASE);
    ContactPoint point = CustomerPages.point(customers, ask);
    Acting.Act act =
        () -> {
          if (point.channel() != Channel.EMAIL) {
            throw new Refusal("", "customers.refuse.no-code");
          }
          Customer customer = customers.customer(ask.id());
          dealings.sendCode(customer, point.address(), proofs.code(point.id()), ask.viewer());
          return "customers.page.done.code";
        };
    return acting.act(ask, next, act, Acting.way(here(ask), form -> shown(ask, form)));
  }

  @PostMapping("/customers/{id}/contacts/{part}/verification")
  ModelAndView verify(Ask ask, RedirectAttributes next) {
    permits.require(ask.viewer(), Permission.OPEN_CASE);
    ContactPoint point = CustomerPages.point(customers, ask);
    boolean byCode = point.channel() == Channel.EMAIL;
    // Outside the act, so that a wrong try counts though the act is refused.
    boolean right = !byCode || (typed(ask) && proofs.isRight(point.id(), ask.field("code")));
    Acting.Act act =
        () -> {
          if (!ask.field("checked").equals("yes")) {
            throw new Refusal("checked", "customers.refuse.unchecked");
          }
          if (!right) {
            throw new Refusal("code", "customers.refuse.code");
          }
          proofs.verified(point.id(), byCode ? "code" : "called", ask.viewer().actor());
          return "customers.page.done.verified";
        };
    return acting.act(
        ask, next, act, Acting.way("/customers/" + ask.id(), form -> shown(ask, form)));
  }

  private static boolean typed(Ask ask) {
    return ask.field("code").chars().anyMatch(Character::isDigit);
  }

  private static String here(Ask ask) {
    return "/customers/" + ask.id() + "/contacts/" + ask.part() + "/verification";
  }

  private ModelAndView shown(Ask ask, Form form) {
    ContactPoint point = CustomerPages.point(customers, ask);
    VerificationView view =
        new VerificationView(
            ask.page(),
            ask.id(),
            point.id(),
            customers.customer(ask.id()).name(),
            point.address(),
            point.channel() == Channel.EMAIL,
            proofs.sent(point.id()).map(at -> ask.page().t().moment(at)).orElse(null),
            acting.withToken(form));
    return new ModelAndView("cases/verification", "v", view);
  }
}
