package amends.complaints.web;

import amends.cases.Case;
import amends.cases.Cases;
import amends.customers.Customers;
import amends.shared.Refusal;
import amends.shared.page.Form;
import amends.shared.page.Page;
import amends.shared.page.Pages;
import amends.staff.Permission;
import amends.staff.Permits;
import amends.staff.Viewer;
import java.util.Map;
import java.util.function.BiFunction;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Component;
import org.springframework.web.servlet.ModelAndView;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** The way to a complaint's pages: the permission asked, what was typed kept. */
@Component
final class ComplaintDoor {
  private final Cases cases;
  private final Customers customers;
  private final Permits permits;

  ComplaintDoor(Cases cases, Customers customers, Permits permits) {
    this.cases = cases;
    this.customers = customers;
    this.permits = permits;
  }

  /** One request about one case. */
  record Visit(Page page, Viewer viewer, long id, Map<String, String> typed) {
    String field(String name) {
      return typed.getOrDefault(name, "").strip();
    }

    boolean ticked(String name) {
      return !field(name).isEmpty();
    }
  }

  Case see(Visit visit) {
    return cases.see(visit.id(), visit.viewer());
  }

  boolean mayWork(Visit visit, Case matter) {
    return permits.may(visit.viewer(), Permission.WORK_CASE, matter.scope());
  }

  void requireWork(Visit visit) {
    Case matter = see(visit);
    permits.require(visit.viewer(), Permission.WORK_CASE, matter.scope(), matter.asSubject());
  }

  String customer(Case matter) {
    return customers.customer(matter.customerId()).name();
  }

  /**
   * Does something and goes back to the complaint, or shows the page again with everything typed.
   *
   * @param act its code, which the sentence about it is called by
   */
  ModelAndView act(
      Visit visit,
      RedirectAttributes next,
      String act,
      Runnable deed,
      BiFunction<Form, String, ModelAndView> again) {
    requireWork(visit);
    try {
      deed.run();
    } catch (Refusal refusal) {
      ModelAndView shown = again.apply(Form.of(visit.typed()).refused(visit.page(), refusal), act);
      shown.setStatus(HttpStatus.UNPROCESSABLE_CONTENT);
      return shown;
    }
    next.addFlashAttribute(Pages.FLASH, visit.page().t().say("complaints.done." + act));
    return new ModelAndView("redirect:/cases/" + visit.id() + "/complaint");
  }
}
