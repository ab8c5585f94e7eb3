package amends.cases.web;

import amends.shared.page.Form;
import org.springframework.stereotype.Component;
import org.springframework.web.servlet.ModelAndView;

/** Puts the page of a call together. */
@Component
final class CallSheet {
  private final CallDesk desk;
  private final Owners owners;
  private final Offers offers;
  private final Acting acting;

  CallSheet(CallDesk desk, Owners owners, Offers offers, Acting acting) {
    this.desk = desk;
    this.owners = owners;
    this.offers = offers;
    this.acting = acting;
  }

  ModelAndView shown(Ask ask, Form form, String kept) {
    return new ModelAndView("cases/call", "v", view(ask, form, kept));
  }

  CallView view(Ask ask, Form form, String kept) {
    String typed = form.value("customer");
    Long chosen = typed.matches("\\d{1,18}") ? Long.valueOf(typed) : null;
    return new CallView(
        ask.page(),
        acting.withToken(form),
        desk.found(ask, form.value("find"), chosen),
        desk.known(ask, chosen),
        owners.choices(ask.viewer(), ask.page().t()),
        offers.moments(ask.page().t(), ask.page().now()),
        kept);
  }
}
