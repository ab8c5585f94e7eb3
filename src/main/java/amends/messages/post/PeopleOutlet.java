package amends.messages.post;

import amends.customers.ContactPoint;
import amends.customers.Customers;
import amends.messages.Medium;
import amends.messages.Outgoing;
import amends.messages.Outlet;
import amends.shared.Subject;
import java.util.List;
import java.util.Optional;

/** What colleagues carry is there wherever there is an address. */
record PeopleOutlet(Medium medium, Customers customers) implements Outlet {
  @Override
  public Optional<String> closed(long brandId) {
    return Optional.empty();
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
