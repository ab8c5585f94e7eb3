package amends.messages.social;

import amends.messages.Connection;
import amends.messages.Medium;
import amends.messages.Outgoing;
import amends.messages.Outlet;
import amends.shared.Subject;
import java.util.List;
import java.util.Optional;
import org.springframework.stereotype.Component;

/** Answers below what somebody said in public; where nobody did, there is nothing to put one. */
@Component
final class PublicOutlet implements Outlet {
  private final Mentions mentions;
  private final Networks networks;
  private final InPublic inPublic;

  PublicOutlet(Mentions mentions, Networks networks, InPublic inPublic) {
    this.mentions = mentions;
    this.networks = networks;
    this.inPublic = inPublic;
  }

  @Override
  public Medium medium() {
    return Medium.PUBLIC;
  }

  @Override
  public Optional<String> closed(long brandId) {
    return networks.on().isEmpty() ? Optional.of("messages.way.not-connected") : Optional.empty();
  }

  @Override
  public List<String> addresses(long customerId, Subject about) {
    return mentions.open(customerId, about).map(Mentions.Earlier::account).stream().toList();
  }

  @Override
  public Optional<String> unfit(Outgoing draft) {
    Optional<Connection> by = networks.to(draft.toAddress(), draft.brandId());
    if (by.isEmpty()) {
      return Optional.of("messages.social.no-network");
    }
    SocialNetwork network = networks.of(by.get());
    return network.length(draft.body()) > network.longest(true, draft.toAddress())
        ? Optional.of("messages.public.too-long")
        : inPublic.barred(draft);
  }

  @Override
  public Optional<Measure> measure(Outgoing draft) {
    return networks
        .to(draft.toAddress(), draft.brandId())
        .map(networks::of)
        .map(network -> measured(network, draft));
  }

  private static Measure measured(SocialNetwork network, Outgoing draft) {
    int room = network.longest(true, draft.toAddress());
    return new Measure("messages.public.measure", List.of(network.length(draft.body()), room));
  }

  @Override
  public Optional<Long> connection(Outgoing draft) {
    return networks.to(draft.toAddress(), draft.brandId()).map(Connection::id);
  }
}
