package amends.cases.web;

import amends.cases.Breaches;
import amends.cases.Dealings;
import amends.customers.ContactPoint;
import amends.customers.Customer;
import amends.customers.Customers;
import amends.shared.Texts.Voice;
import amends.shared.page.Clock;
import amends.shared.page.Form;
import amends.staff.Permission;
import amends.staff.Permits;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.springframework.stereotype.Component;
import org.springframework.web.servlet.ModelAndView;

/** Puts the page of one customer together. */
@Component
final class CustomerPage {
  private static final int MOST_BROKEN = 20;

  private final Customers customers;
  private final Dealings dealings;
  private final Permits permits;
  private final Acting acting;
  private final Breaches breaches;

  CustomerPage(
      Customers customers, Dealings dealings, Permits permits, Acting acting, Breaches breaches) {
    this.breaches = breaches;
    this.customers = customers;
    this.dealings = dealings;
    this.permits = permits;
    this.acting = acting;
  }

  ModelAndView shown(Ask ask, Form form) {
    Customer customer = customers.customer(ask.id());
    Voice t = ask.page().t();
    CustomerView view =
        new CustomerView(
            ask.page(),
            customer.id(),
            customer.name(),
            t.say(
                "customers.kind."
                    + (customer.kind() == Customer.Kind.PERSON ? "person" : "company")),
            facts(t, customer),
            points(t, customer),
            customers.needs(customer.id()).stream().map(n -> Sides.need(t, n)).toList(),
            owed(ask),
            broken(ask),
            matters(ask),
            permits.may(ask.viewer(), Permission.OPEN_CASE),
            acting.withToken(form),
            Channels.choices(t),
            permits.may(ask.viewer(), Permission.KEEP_DATA),
            same(t, customer),
            permits.may(ask.viewer(), Permission.JOIN_CUSTOMERS));
    return new ModelAndView("cases/customer", "v", view);
  }

  private List<Side.Fact> facts(Voice t, Customer customer) {
    List<Side.Fact> facts = Sides.facts(t, customer);
    boolean person = customer.kind() == Customer.Kind.PERSON;
    String label = t.say("customers.card.fact." + (person ? "companies" : "people"));
    (person ? customers.companies(customer.id()) : customers.people(customer.id()))
        .forEach(
            one -> facts.add(new Side.Fact(label, one.name(), "/customers/" + one.id(), false)));
    return facts;
  }

  private List<CustomerView.Same> same(Voice t, Customer customer) {
    return customers.merges(customer.id()).stream()
        .map(merge -> {
          boolean joined = merge.duplicate() == customer.id();
          Customer other =
              customers.customer(joined ? customers.standing(customer.id()) : merge.duplicate());
          String says = joined ? "customers.same.banner" : "customers.same.includes";
          return new CustomerView.Same(
              t.say(says, other.name(), t.date(merge.at())),
              "/customers/" + other.id(),
              other.name());
        })
        .toList();
  }

  private List<CustomerView.Point> points(Voice t, Customer customer) {
    return customers.contacts(customer.id()).stream()
        .filter(ContactPoint::living)
        .map(c ->
            new CustomerView.Point(
                c.id(),
                c.channel().code(),
                c.address(),
                says(t, c),
                verified(c),
                wanted(customer, c)))
        .toList();
  }

  /** The channel that they want, and the one address to use on it. */
  private static boolean wanted(Customer customer, ContactPoint point) {
    return point.preferred() && point.channel() == customer.preferredChannel();
  }

  private static boolean verified(ContactPoint point) {
    return point.verifiedAt() != null;
  }

  private static String says(Voice t, ContactPoint point) {
    Instant at = point.verifiedAt();
    return at == null
        ? t.say("customers.page.unverified")
        : t.say("customers.page.verified." + point.verifiedHow(), t.date(at));
  }

  private List<CustomerView.Owed> owed(Ask ask) {
    return dealings.owed(ask.id(), ask.viewer()).stream()
        .map(p ->
            new CustomerView.Owed(
                p.caseId() == 0 ? "/bookings/" + p.bookingId() : "/cases/" + p.caseId(),
                p.words(),
                Clock.running(
                    ask.page().t(),
                    p.dueAt(),
                    ask.page().now(),
                    Duration.between(p.warnAt(), p.dueAt()))))
        .toList();
  }

  private List<CustomerView.Broken> broken(Ask ask) {
    return breaches
        .all(new Breaches.Wanted(null, null, ask.id(), true, true, 0, MOST_BROKEN), ask.viewer())
        .stream()
        .map(b -> {
          Long caseId = b.caseId();
          return new CustomerView.Broken(
              b.guarantee().title(),
              b.guarantee().ifNot(),
              caseId == null ? "/guarantees/" + b.guarantee().id() : "/cases/" + caseId);
        })
        .toList();
  }

  private List<CustomerView.Matter> matters(Ask ask) {
    Voice t = ask.page().t();
    return dealings.cases(ask.id(), ask.viewer()).stream()
        .map(c -> {
          Instant closed = c.closedAt();
          String says =
              closed == null
                  ? t.say("customers.page.opened", t.date(c.openedAt()))
                  : t.say("customers.page.closed", t.date(closed));
          return new CustomerView.Matter(c.id(), c.subject(), says, closed != null);
        })
        .toList();
  }
}
