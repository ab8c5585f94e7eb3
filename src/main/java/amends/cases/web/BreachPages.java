package amends.cases.web;

import amends.cases.Breach;
import amends.cases.Breaches;
import amends.customers.Customer;
import amends.customers.Customers;
import amends.promises.Guarantee;
import amends.promises.Guarantees;
import amends.shared.Texts.Voice;
import amends.shared.page.Form;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.atomic.AtomicLong;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.servlet.ModelAndView;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** How often one standing promise was not kept, towards whom, and what came of it. */
@Controller
final class BreachPages {
  private static final int MOST = 100;

  private final Guarantees guarantees;
  private final Breaches breaches;
  private final Customers customers;
  private final Acting acting;

  BreachPages(Guarantees guarantees, Breaches breaches, Customers customers, Acting acting) {
    this.guarantees = guarantees;
    this.breaches = breaches;
    this.customers = customers;
    this.acting = acting;
  }

  @GetMapping("/guarantees/{id}")
  ModelAndView show(Ask ask) {
    return page(ask, Form.blank());
  }

  private ModelAndView page(Ask ask, Form form) {
    Guarantee guarantee = guarantees.get(ask.id());
    boolean open = !ask.field("state").equals("all");
    Long before = Typed.number(ask, "before");
    List<Breach> all =
        breaches.all(
            new Breaches.Wanted(
                guarantee.id(), null, null, open, true, before == null ? 0 : before, MOST + 1),
            ask.viewer());
    List<Breach> shown = all.stream().limit(MOST).toList();
    Map<Long, Customer> named =
        customers.customers(shown.stream().map(Breach::customerId).collect(Collectors.toSet()));
    Voice t = ask.page().t();
    String last = all.size() > MOST ? "&before=" + shown.getLast().id() : null;
    return new ModelAndView(
        "cases/breaches",
        "v",
        new BreachesView(
            ask.page(),
            acting.withToken(form),
            guarantee.id(),
            guarantee.title(),
            guarantee.ifNot(),
            open,
            shown.stream()
                .map(b -> row(ask, b, Objects.requireNonNull(named.get(b.customerId())), t))
                .toList(),
            last == null ? null : "?state=" + (open ? "open" : "all") + last));
  }

  private static BreachesView.Row row(Ask ask, Breach breach, Customer customer, Voice t) {
    Long caseId = breach.caseId();
    @Nullable String link = caseId == null ? null : "/cases/" + caseId;
    return new BreachesView.Row(
        breach.id(),
        customer.name(),
        link,
        BreachSides.state(t, breach),
        t.at(breach.notedAt(), ask.page().now()),
        breach.open());
  }

  /** Whoever had no case gets one: then they can be written to and given what happens then. */
  @PostMapping("/guarantees/{id}/breaches/{part}/case")
  ModelAndView open(Ask ask, RedirectAttributes next) {
    AtomicLong opened = new AtomicLong();
    return acting.act(
        ask,
        next,
        () -> {
          Breach breach = breaches.see(ask.part(), ask.viewer());
          String why =
              ask.page().t().say("cases.breach.why", breach.guarantee().title(), breach.words());
          opened.set(breaches.openCase(breach.id(), why, ask.viewer()));
          return "cases.breach.opened";
        },
        new Acting.Way() {
          @Override
          public String done() {
            return opened.get() == 0 ? "/guarantees/" + ask.id() : "/cases/" + opened.get();
          }

          @Override
          public ModelAndView refused(Form form) {
            return page(ask, form);
          }
        });
  }
}
