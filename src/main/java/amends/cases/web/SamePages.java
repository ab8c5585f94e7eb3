package amends.cases.web;

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

/** Declaring two customers to be one, and taking them apart again. */
@Controller
final class SamePages {
  private final Customers customers;
  private final Permits permits;
  private final SameSheet sheet;
  private final Acting acting;

  SamePages(Customers customers, Permits permits, SameSheet sheet, Acting acting) {
    this.customers = customers;
    this.permits = permits;
    this.sheet = sheet;
    this.acting = acting;
  }

  @GetMapping("/customers/{id}/merge")
  ModelAndView show(Ask ask) {
    permits.require(ask.viewer(), Permission.JOIN_CUSTOMERS);
    return sheet.shown(ask, Form.of(ask.typed()));
  }

  @PostMapping("/customers/{id}/merge")
  ModelAndView merge(Ask ask, RedirectAttributes next) {
    permits.require(ask.viewer(), Permission.JOIN_CUSTOMERS);
    customers.customer(ask.id());
    return acting.act(ask, next, () -> merge(ask), way(ask));
  }

  private String merge(Ask ask) {
    Long other = Typed.number(ask, "with");
    if (other == null || other == ask.id()) {
      throw new Refusal("with", "customers.same.refuse.with");
    }
    Long stays = Typed.number(ask, "stays");
    if (stays == null || stays != ask.id() && !stays.equals(other)) {
      throw new Refusal("stays", "customers.same.refuse.stays");
    }
    long joins = stays == ask.id() ? other : ask.id();
    customers.merge(stays, joins, ask.viewer().actor());
    return "customers.same.done";
  }

  @PostMapping("/customers/{id}/merge/{part}/end")
  ModelAndView part(Ask ask, RedirectAttributes next) {
    permits.require(ask.viewer(), Permission.JOIN_CUSTOMERS);
    customers.customer(ask.id());
    return acting.act(
        ask,
        next,
        () -> {
          if (customers.merges(ask.id()).stream().noneMatch(m -> m.duplicate() == ask.part())) {
            throw new Refusal("", "customers.refuse.not-merged");
          }
          customers.unmerge(ask.part(), ask.viewer().actor());
          return "customers.same.parted";
        },
        way(ask));
  }

  private Acting.Way way(Ask ask) {
    return Acting.way("/customers/" + ask.id() + "/merge", form -> sheet.shown(ask, form));
  }
}
