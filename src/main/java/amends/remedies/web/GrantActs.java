package amends.remedies.web;

import amends.remedies.fulfilment.GrantDesk;
import amends.shared.page.Form;
import org.springframework.stereotype.Component;
import org.springframework.web.servlet.ModelAndView;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** Everything that is done on the page of one grant leads back to it. */
@Component
final class GrantActs {
  static final String AT = "/payments/grants/{id}";

  private final GrantDesk desk;
  private final PayGrantSheet sheet;

  GrantActs(GrantDesk desk, PayGrantSheet sheet) {
    this.desk = desk;
    this.sheet = sheet;
  }

  GrantDesk desk() {
    return desk;
  }

  ModelAndView shown(Filled filled, long id) {
    return sheet.shown(filled.page(), filled.viewer(), id, Form.blank(), "");
  }

  /**
   * @param act which of the page's forms it was; what is said afterwards is named for it
   */
  ModelAndView done(Filled filled, long id, RedirectAttributes next, String act, Runnable deed) {
    desk.see(id, filled.viewer());
    return filled.act(
        next,
        new Filled.Done(
            AT.replace("{id}", String.valueOf(id)),
            filled.page().t().say("remedies.pay.flash." + act)),
        deed,
        form -> sheet.shown(filled.page(), filled.viewer(), id, form, act));
  }
}
