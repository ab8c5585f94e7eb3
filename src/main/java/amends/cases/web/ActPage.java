package amends.cases.web;

import amends.cases.Case;
import amends.cases.Cases;
import amends.customers.Customers;
import amends.shared.Refusal;
import amends.shared.page.Choice;
import amends.shared.page.Form;
import amends.shared.page.Pages;
import amends.staff.Permission;
import amends.staff.Permits;
import jakarta.servlet.http.HttpServletResponse;
import java.util.List;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Component;
import org.springframework.web.servlet.ModelAndView;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** The page of one act on a case: shown, refused with everything that was typed, or done. */
@Component
final class ActPage {
  private final Cases cases;
  private final Permits permits;
  private final Customers customers;
  private final Offers offers;

  ActPage(Cases cases, Permits permits, Customers customers, Offers offers) {
    this.cases = cases;
    this.permits = permits;
    this.customers = customers;
    this.offers = offers;
  }

  /**
   * What the page of an act has of its own.
   *
   * @param template below {@code cases/}
   * @param note one sentence about where the case stands; "" for none
   */
  record Sheet(String template, String note, List<Choice> choices) {}

  /** Makes the sheet of a case once it is known that the viewer may act on it. */
  interface Sheets {
    Sheet of(Case matter);
  }

  ModelAndView shown(Ask ask, Permission permission, Form form, Sheets sheets) {
    Case matter = cases.see(ask.id(), ask.viewer());
    permits.require(ask.viewer(), permission, matter.scope(), matter.asSubject());
    Sheet sheet = sheets.of(matter);
    ActView view =
        new ActView(
            ask.page(),
            matter.id(),
            String.valueOf(matter.id()),
            matter.subject(),
            customers.customer(matter.customerId()).name(),
            form,
            sheet.note(),
            sheet.choices(),
            offers.moments(ask.page().t(), ask.page().now()));
    return new ModelAndView("cases/" + sheet.template(), "v", view);
  }

  /** The act itself, and where it leads. */
  record Deed(Runnable act, String doneKey, Permission permission, Sheets sheets) {}

  Object done(Ask ask, HttpServletResponse response, RedirectAttributes next, Deed deed) {
    try {
      deed.act().run();
      next.addFlashAttribute(Pages.FLASH, ask.page().t().say(deed.doneKey()));
      return "redirect:" + back(ask);
    } catch (Refusal refusal) {
      response.setStatus(HttpStatus.UNPROCESSABLE_CONTENT.value());
      return shown(ask, deed.permission(), Typed.refused(ask, refusal), deed.sheets());
    }
  }

  /** Who handed it to another team may no longer see it. */
  private String back(Ask ask) {
    return cases.maySee(ask.id(), ask.viewer()) ? "/cases/" + ask.id() : "/cases";
  }
}
