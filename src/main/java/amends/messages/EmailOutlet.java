package amends.messages;

import amends.customers.ContactPoint;
import amends.customers.Customers;
import amends.shared.Subject;
import java.util.List;
import java.util.Optional;
import org.springframework.stereotype.Component;

/** E-mail, for whoever writes: it waits where there is no server yet. */
@Component
final class EmailOutlet implements Outlet {
  private final Customers customers;

  EmailOutlet(Customers customers) {
    this.customers = customers;
  }

  @Override
  public Medium medium() {
    return Medium.EMAIL;
  }

  @Override
  public Optional<String> closed(long brandId) {
    return Optional.empty();
  }

  @Override
  public List<String> addresses(long customerId, Subject about) {
    return customers.contacts(customerId).stream()
        .filter(c -> c.living() && c.channel() == Medium.EMAIL.channel())
        .map(ContactPoint::address)
        .toList();
  }

  @Override
  public Optional<String> unfit(Outgoing draft) {
    return Optional.empty();
  }
}
