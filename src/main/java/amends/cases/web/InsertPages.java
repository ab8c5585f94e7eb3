package amends.cases.web;

import amends.cases.Case;
import amends.cases.Cases;
import amends.cases.Drafts;
import amends.cases.Macros;
import amends.customers.Customers;
import amends.shared.Refusal;
import amends.shared.page.Pages;
import java.util.Map;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.servlet.ModelAndView;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/**
 * Puts kept words into the form that somebody writes in. What comes of it is a draft: seen, changed
 * and sent like any other.
 */
@Controller
final class InsertPages {
  private final Cases cases;
  private final Customers customers;
  private final Macros macros;
  private final Drafts drafts;
  private final CasePage casePage;

  InsertPages(Cases cases, Customers customers, Macros macros, Drafts drafts, CasePage casePage) {
    this.cases = cases;
    this.customers = customers;
    this.macros = macros;
    this.drafts = drafts;
    this.casePage = casePage;
  }

  @PostMapping("/cases/{id}/macros")
  ModelAndView insert(Ask ask, RedirectAttributes next) {
    String mode = casePage.mode(ask.field("mode"));
    try {
      Case matter = cases.see(ask.id(), ask.viewer());
      Long macro = Typed.number(ask, "macro");
      Map<String, String> filled =
          macros.insert(
              macro == null ? 0 : macro,
              matter,
              customers.customer(matter.customerId()),
              ask.typed(),
              ask.viewer());
      Drafts.Saving saving = drafts.save(ask.id(), mode, filled, Typed.version(ask), ask.viewer());
      if (saving instanceof Drafts.Saving.Elsewhere other) {
        String theirs = other.kept().fields().getOrDefault("text", "");
        throw new Refusal("text", "cases.draft.elsewhere", theirs);
      }
      next.addFlashAttribute(Pages.FLASH, ask.page().t().say("cases.macro.done.inserted"));
      return new ModelAndView("redirect:/cases/" + ask.id() + "?compose=" + mode + "#composer");
    } catch (Refusal refusal) {
      ModelAndView again = casePage.shown(ask, mode, Typed.refused(ask, refusal));
      again.setStatus(HttpStatus.UNPROCESSABLE_CONTENT);
      return again;
    }
  }
}
