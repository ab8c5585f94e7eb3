package amends.messages.social;

import amends.customers.Channel;
import amends.customers.ContactPoint;
import amends.customers.Customers;
import amends.messages.Connection;
import amends.messages.Medium;
import amends.messages.Outgoing;
import amends.messages.Outlet;
import amends.shared.Subject;
import java.util.List;
import java.util.Optional;
import org.springframework.stereotype.Component;

/** Messages that one account alone may read. */
@Component
final class DirectOutlet implements Outlet {
  private static final String SOMEBODY = "@somebody@social.example";

  private final Customers customers;
  private final Networks networks;

  DirectOutlet(Customers customers, Networks networks) {
    this.customers = customers;
    this.networks = networks;
  }

  @Override
  public Medium medium() {
    return Medium.SOCIAL;
  }

  @Override
  public Optional<String> closed(long brandId) {
    return networks.on().isEmpty() ? Optional.of("messages.way.not-connected") : Optional.empty();
  }

  @Override
  public List<String> addresses(long customerId, Subject about) {
    return customers.contacts(customerId).stream()
        .filter(c -> c.living() && c.channel() == Channel.SOCIAL)
        .map(ContactPoint::address)
        .toList();
  }

  @Override
  public Optional<String> unfit(Outgoing draft) {
    Optional<Connection> by = networks.to(draft.toAddress(), draft.brandId());
    if (by.isEmpty()) {
      return Optional.of("messages.social.no-network");
    }
    SocialNetwork network = networks.of(by.get());
    int room = network.longest(false, draft.toAddress());
    return Pieces.of(draft.body(), room, network::length).size() > Pieces.MOST
        ? Optional.of("messages.social.too-long")
        : Optional.empty();
  }

  @Override
  public Optional<Measure> measure(Outgoing draft) {
    return networks
        .to(draft.toAddress(), draft.brandId())
        .map(networks::of)
        .map(network -> measured(network, draft.toAddress(), draft.body()));
  }

  /** On the first network that is connected. */
  @Override
  public Optional<Measure> measure(String body) {
    return networks.on().stream()
        .findFirst()
        .map(networks::of)
        .map(network -> measured(network, SOMEBODY, body));
  }

  private static Measure measured(SocialNetwork network, String to, String body) {
    int room = network.longest(false, to);
    return new Measure(
        "messages.social.measure",
        List.of(Pieces.of(body, room, network::length).size(), network.length(body), room));
  }

  @Override
  public Optional<Long> connection(Outgoing draft) {
    return networks.to(draft.toAddress(), draft.brandId()).map(Connection::id);
  }
}
