package amends.cases.web;

import amends.customers.Customer;
import amends.customers.Customers;
import amends.customers.Need;
import amends.shared.NotFound;
import amends.shared.Refusal;
import amends.shared.Texts.Voice;
import amends.shared.page.Choice;
import amends.shared.page.Form;
import amends.staff.Permission;
import amends.staff.Permits;
import java.time.Instant;
import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.Arrays;
import java.util.Locale;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.servlet.ModelAndView;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** What must be done differently for a customer: noted, looked at again, ended. */
@Controller
final class NeedPages {
  private final Customers customers;
  private final Permits permits;
  private final Acting acting;

  NeedPages(Customers customers, Permits permits, Acting acting) {
    this.customers = customers;
    this.permits = permits;
    this.acting = acting;
  }

  @GetMapping("/customers/{id}/needs")
  ModelAndView show(Ask ask) {
    permits.require(ask.viewer(), Permission.SEE_CUSTOMERS);
    return shown(ask, Form.blank());
  }

  @PostMapping("/customers/{id}/needs")
  ModelAndView note(Ask ask, RedirectAttributes next) {
    return changed(
        ask,
        next,
        () -> {
          if (ask.field("told_by").isBlank()) {
            throw new Refusal("told_by", "customers.need.refuse.told-by");
          }
          noted(ask);
          return "customers.need.done.noted";
        });
  }

  private void noted(Ask ask) {
    try {
      customers.need(
          ask.id(),
          driver(ask.field("driver")),
          ask.field("words"),
          ask.field("told_by"),
          review(ask, "review"),
          ask.viewer().actor());
    } catch (Refusal refusal) {
      throw new Refusal(
          refusal.field().equals("reviewAt") ? "review" : refusal.field(),
          refusal.key(),
          refusal.args());
    }
  }

  @PostMapping("/customers/{id}/needs/{part}/review")
  ModelAndView review(Ask ask, RedirectAttributes next) {
    return changed(
        ask,
        next,
        () -> {
          String field = "again." + need(ask).id();
          Instant again = review(ask, field);
          if (!again.isAfter(ask.page().now())) {
            throw new Refusal(field, "customers.refuse.need.review");
          }
          customers.reviewNeed(ask.part(), again, ask.viewer().actor());
          return "customers.need.done.reviewed";
        });
  }

  @PostMapping("/customers/{id}/needs/{part}/end")
  ModelAndView end(Ask ask, RedirectAttributes next) {
    return changed(
        ask,
        next,
        () -> {
          customers.endNeed(need(ask).id(), ask.viewer().actor());
          return "customers.need.done.ended";
        });
  }

  /**
   * @throws NotFound when it is another customer's, or holds no more
   */
  private Need need(Ask ask) {
    return customers.needs(ask.id()).stream()
        .filter(need -> need.id() == ask.part())
        .findFirst()
        .orElseThrow(() -> new NotFound(Customers.subject(ask.id())));
  }

  private static Need.Driver driver(String code) {
    return Arrays.stream(Need.Driver.values())
        .filter(driver -> code(driver).equals(code))
        .findFirst()
        .orElseThrow(() -> new Refusal("driver", "customers.need.refuse.driver"));
  }

  private static String code(Need.Driver driver) {
    return driver.name().toLowerCase(Locale.ROOT);
  }

  private static Instant review(Ask ask, String field) {
    try {
      return LocalDate.parse(ask.field(field)).atStartOfDay(ask.viewer().zone()).toInstant();
    } catch (DateTimeParseException e) {
      throw new Refusal(field, "customers.refuse.need.review");
    }
  }

  private ModelAndView changed(Ask ask, RedirectAttributes next, Acting.Act act) {
    permits.require(ask.viewer(), Permission.OPEN_CASE);
    customers.customer(ask.id());
    return acting.act(
        ask, next, act, Acting.way("/customers/" + ask.id() + "/needs", form -> shown(ask, form)));
  }

  private ModelAndView shown(Ask ask, Form form) {
    Customer customer = customers.customer(ask.id());
    Voice t = ask.page().t();
    NeedsView view =
        new NeedsView(
            ask.page(),
            customer.id(),
            customer.name(),
            customers.needs(customer.id()).stream().map(need -> row(ask, need)).toList(),
            Arrays.stream(Need.Driver.values())
                .map(d -> Choice.of(code(d), t.say("customers.need.driver." + code(d))))
                .toList(),
            permits.may(ask.viewer(), Permission.OPEN_CASE),
            acting.withToken(form));
    return new ModelAndView("cases/needs", "v", view);
  }

  private static NeedsView.Row row(Ask ask, Need need) {
    Voice t = ask.page().t();
    return new NeedsView.Row(
        need.id(),
        t.say("customers.need.driver." + code(need.driver())),
        need.words(),
        Sides.need(t, need).told(),
        !need.reviewAt().isAfter(ask.page().now()));
  }
}
