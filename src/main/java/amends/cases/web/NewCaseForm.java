package amends.cases.web;

import amends.cases.Once;
import amends.customers.ContactPoint;
import amends.customers.Customer;
import amends.customers.Customers;
import amends.shared.page.Choice;
import amends.shared.page.Form;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.springframework.stereotype.Component;
import org.springframework.web.servlet.ModelAndView;

/** The form for a case that we open ourselves. */
@Component
final class NewCaseForm {
  private static final int MOST_FOUND = 12;

  private final Customers customers;
  private final Owners owners;
  private final Offers offers;
  private final Once once;

  NewCaseForm(Customers customers, Owners owners, Offers offers, Once once) {
    this.customers = customers;
    this.owners = owners;
    this.offers = offers;
    this.once = once;
  }

  ModelAndView shown(Ask ask, String find, Form typed) {
    Map<String, String> values = new HashMap<>(typed.values());
    values.computeIfAbsent("once", k -> once.token());
    NewCaseView view =
        new NewCaseView(
            ask.page(),
            find,
            choices(find.isBlank() ? chosen(ask) : customers.find(find.strip(), MOST_FOUND)),
            new Form(values, typed.errors()),
            owners.choices(ask.viewer(), ask.page().t()),
            offers.moments(ask.page().t(), ask.page().now()));
    return new ModelAndView("cases/new", "v", view);
  }

  /** Who was chosen stays to be chosen when the form comes back. */
  private Collection<Customer> chosen(Ask ask) {
    Long id = Typed.number(ask, "customer");
    return id == null ? List.of() : customers.customers(List.of(id)).values();
  }

  private List<Choice> choices(Collection<Customer> found) {
    Map<Long, List<ContactPoint>> contacts =
        customers.contacts(found.stream().map(Customer::id).toList());
    return found.stream()
        .map(c ->
            new Choice(
                String.valueOf(c.id()),
                c.name(),
                contacts.getOrDefault(c.id(), List.of()).stream()
                    .filter(ContactPoint::living)
                    .map(ContactPoint::address)
                    .findFirst()
                    .orElse("")))
        .toList();
  }
}
