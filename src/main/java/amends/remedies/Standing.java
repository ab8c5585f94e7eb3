package amends.remedies;

import amends.customers.Customers;
import java.util.Locale;
import org.springframework.stereotype.Component;

/** Who stands for a customer now, of what segment they are, and where grants to them count. */
@Component
final class Standing {
  private final Customers customers;
  private final Catalogue catalogue;

  Standing(Customers customers, Catalogue catalogue) {
    this.customers = customers;
    this.catalogue = catalogue;
  }

  Keys keys(Limit limit, Matter matter, long person) {
    return Keys.of(
        limit, matter, customers.standing(matter.customerId()), catalogue.today(matter), person);
  }

  /** A person or a company. */
  String segment(long customer) {
    return customers.customer(customer).kind().name().toLowerCase(Locale.ROOT);
  }
}
