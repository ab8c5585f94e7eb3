package amends.cases.web;

import amends.cases.Case;
import amends.cases.Cases;
import amends.customers.Customers;
import amends.shared.page.Form;
import amends.staff.Permits;
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
  private final Acting acting;

  ActPage(Cases cases, Permits permits, Customers customers, Offers offers, Acting acting) {
    this.cases = cases;
    this.permits = permits;
    this.customers = customers;
    this.offers = offers;
    this.acting = acting;
  }

  ModelAndView shown(Ask ask, Deed deed) {
    Case matter = permitted(ask, deed);
    return page(ask, matter, deed, deed.offered(ask, matter));
  }

  ModelAndView done(Ask ask, RedirectAttributes next, Deed deed) {
    Acting.Way way =
        new Acting.Way() {
          @Override
          public String done() {
            return back(ask);
          }

          @Override
          public ModelAndView refused(Form form) {
            return page(ask, permitted(ask, deed), deed, form);
          }
        };
    return acting.act(ask, next, () -> deed.act(ask), way);
  }

  private Case permitted(Ask ask, Deed deed) {
    Case matter = cases.see(ask.id(), ask.viewer());
    permits.require(ask.viewer(), deed.permission(), matter.scope(), matter.asSubject());
    return matter;
  }

  private ModelAndView page(Ask ask, Case matter, Deed deed, Form form) {
    Deed.Sheet sheet = deed.sheet(ask, matter);
    ActView view =
        new ActView(
            ask.page(),
            matter.id(),
            String.valueOf(matter.id()),
            matter.subject(),
            customers.customer(matter.customerId()).name(),
            acting.withToken(form),
            sheet.note(),
            sheet.choices(),
            offers.moments(ask.page().t(), ask.page().now()),
            sheet.fields());
    return new ModelAndView("cases/" + sheet.template(), "v", view);
  }

  /** Who handed it to another team may no longer see it. */
  private String back(Ask ask) {
    return cases.maySee(ask.id(), ask.viewer()) ? "/cases/" + ask.id() : "/cases";
  }
}
