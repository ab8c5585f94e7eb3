package amends.cases.web;

import amends.cases.Breaches;
import amends.promises.Guarantees;
import amends.shared.page.Form;
import amends.staff.Permission;
import amends.staff.Permits;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.servlet.ModelAndView;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** The catalogue of what is promised to everybody, as the house keeps it. */
@Controller
final class GuaranteePages {
  private final Guarantees guarantees;
  private final Breaches breaches;
  private final GuaranteeSheets sheets;
  private final Permits permits;
  private final Acting acting;

  GuaranteePages(
      Guarantees guarantees,
      Breaches breaches,
      GuaranteeSheets sheets,
      Permits permits,
      Acting acting) {
    this.guarantees = guarantees;
    this.breaches = breaches;
    this.sheets = sheets;
    this.permits = permits;
    this.acting = acting;
  }

  @GetMapping("/guarantees")
  ModelAndView show(Ask ask) {
    return page(ask, Form.blank());
  }

  @PostMapping("/guarantees")
  ModelAndView publish(Ask ask, RedirectAttributes next) {
    permits.require(ask.viewer(), Permission.ADMINISTER_STAFF);
    return acting.act(
        ask,
        next,
        () -> {
          breaches.publish(sheets.wanted(ask), sheets.proposal(ask), ask.viewer());
          return "cases.guarantee.done";
        },
        Acting.way("/guarantees", form -> page(ask, form)));
  }

  @PostMapping("/guarantees/{id}/end")
  ModelAndView retire(Ask ask, RedirectAttributes next) {
    permits.require(ask.viewer(), Permission.ADMINISTER_STAFF);
    return acting.act(
        ask,
        next,
        () -> {
          guarantees.retire(ask.id(), ask.viewer().actor());
          return "cases.guarantee.retired";
        },
        Acting.way("/guarantees", form -> page(ask, form)));
  }

  private ModelAndView page(Ask ask, Form form) {
    boolean keeps = permits.may(ask.viewer(), Permission.ADMINISTER_STAFF);
    return new ModelAndView("cases/guarantees", "v", sheets.of(ask, acting.withToken(form), keeps));
  }
}
