package amends.messages;

import amends.customers.ContactPoint;
import amends.customers.Customers;
import amends.shared.Subject;
import java.util.List;
import java.util.Optional;

/** A channel that is there, or is not. */
record FakeOutlet(Medium medium, Customers customers, Optional<String> shut) implements Outlet {
  @Override
  public Optional<String> closed(long brandId) {
    return shut;
  }

  @Override
  public List<String> addresses(long customerId, Subject about) {
    return customers.contacts(customerId).stream()
        .filter(c -> c.living() && c.channel() == medium.channel())
        .map(ContactPoint::address)
        .toList();
  }

  @Override
  public Optional<String> unfit(Outgoing draft) {
    return Optional.empty();
  }
}
