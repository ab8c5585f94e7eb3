package amends.cases.web;

import amends.cases.Case;
import amends.cases.Cases;
import amends.customers.Customer;
import amends.customers.Customers;
import amends.shared.Texts;
import amends.shared.page.Form;
import amends.shared.page.Page;
import amends.staff.Viewer;
import java.time.InstantSource;
import org.springframework.stereotype.Component;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;

/** One case, and how what is typed for "by when" is understood. */
@Controller
final class CasePages {
  private final CasePage casePage;
  private final Cases cases;
  private final Customers customers;
  private final Typing typing;

  CasePages(CasePage casePage, Cases cases, Customers customers, Typing typing) {
    this.casePage = casePage;
    this.cases = cases;
    this.customers = customers;
    this.typing = typing;
  }

  @GetMapping("/cases/{id}")
  ModelAndView show(
      Page page,
      Viewer viewer,
      @PathVariable long id,
      @RequestParam(defaultValue = "") String compose) {
    return casePage.shown(Ask.of(page, viewer, id), compose, Form.blank());
  }

  /**
   * What of the page has changed.
   *
   * @param have the marks of the parts that the page has, with dashes between
   */
  @GetMapping("/cases/{id}/parts")
  ModelAndView parts(
      Page page,
      Viewer viewer,
      @PathVariable long id,
      @RequestParam(defaultValue = "") String have) {
    return casePage.parts(Ask.of(page, viewer, id), have);
  }

  @GetMapping("/cases/{id}/next-read")
  ModelAndView nextRead(
      Viewer viewer,
      @PathVariable long id,
      @RequestParam(defaultValue = "") String by,
      @RequestParam(name = "nothing_more", defaultValue = "") String nothing) {
    Case matter = cases.see(id, viewer);
    return new ModelAndView(
        "cases/nextread",
        "v",
        typing.read(viewer, customers.customer(matter.customerId()), by, nothing.equals("yes")));
  }

  /** Reads while somebody types; needs no frame of a page, so it counts nothing. */
  @Component
  static final class Typing {
    private final Texts texts;
    private final InstantSource clock;
    private final Reader reader;

    Typing(Texts texts, InstantSource clock, Reader reader) {
      this.texts = texts;
      this.clock = clock;
      this.reader = reader;
    }

    NextRead read(Viewer viewer, Customer customer, String by, boolean nothing) {
      return reader.read(
          texts.voice(viewer.locale(), viewer.zone()), clock.instant(), customer, by, nothing);
    }
  }
}
