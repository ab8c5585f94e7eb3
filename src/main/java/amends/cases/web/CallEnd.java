package amends.cases.web;

import amends.cases.Calls;
import amends.cases.Cases;
import amends.customers.Customers;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.web.servlet.ModelAndView;

/** Where a call leads: the confirmation to send, or the words to read out. */
@Component
final class CallEnd {
  private final Calls calls;
  private final Cases cases;
  private final Customers customers;

  CallEnd(Calls calls, Cases cases, Customers customers) {
    this.calls = calls;
    this.cases = cases;
    this.customers = customers;
  }

  String after(Ask ask, Calls.@Nullable Taken taken) {
    if (taken == null || !cases.maySee(taken.caseId(), ask.viewer())) {
      return "/cases";
    }
    String link = "/cases/" + taken.caseId();
    return taken.confirms() ? link + "?compose=reply#composer" : link + "/calls/words";
  }

  ModelAndView words(Ask ask) {
    long customer = cases.see(ask.id(), ask.viewer()).customerId();
    String name = customers.customer(customer).name();
    return calls
        .words(ask.id(), ask.viewer())
        .map(text -> new CallView.Words(ask.page(), ask.id(), name, text))
        .map(view -> new ModelAndView("cases/callwords", "v", view))
        .orElseGet(() -> new ModelAndView("redirect:/cases/" + ask.id()));
  }
}
