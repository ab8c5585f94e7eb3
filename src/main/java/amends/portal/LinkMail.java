package amends.portal;

import amends.cases.Case;
import amends.customers.Channel;
import amends.customers.ContactPoint;
import amends.customers.Customers;
import amends.shared.Actor;
import amends.shared.Acts;
import amends.shared.Refusal;
import java.time.Duration;
import java.time.InstantSource;
import java.util.Optional;
import org.springframework.stereotype.Component;

/** Sends somebody a new link to their page. */
@Component
public final class LinkMail {
  static final int A_DAY = 3;

  private final Links links;
  private final Customers customers;
  private final Notices notices;
  private final Knocks knocks;
  private final Tools tools;

  LinkMail(Links links, Customers customers, Notices notices, Knocks knocks, Tools tools) {
    this.links = links;
    this.customers = customers;
    this.notices = notices;
    this.knocks = knocks;
    this.tools = tools;
  }

  @Component
  static final class Tools {
    private final Acts acts;
    private final InstantSource clock;

    Tools(Acts acts, InstantSource clock) {
      this.acts = acts;
      this.clock = clock;
    }
  }

  /**
   * For whoever holds a link that has run out: to the address that it was sent to, if that is still
   * theirs. What is answered does not depend on whether anything was sent.
   */
  public void renew(Link old, Case matter) {
    boolean theirs = old.expiredAt(tools.clock.instant()) && lives(matter, old.address());
    if (theirs && knocks.admits("renewal", "case " + matter.id(), A_DAY, Duration.ofDays(1))) {
      try {
        tools.acts.run(() -> send(matter, old.address(), Actor.customer(matter.customerId())));
      } catch (Refusal tooOften) {
        // The answer is the same whether a letter goes out or not.
        return;
      }
    }
  }

  /**
   * A colleague sends a link anew; those before it to the same address stop.
   *
   * @throws Refusal when we may write to no address of theirs, or too often
   */
  public void sendAnew(Case matter, Actor by) {
    String address = address(matter).orElseThrow(() -> new Refusal("", "portal.refusal.no-email"));
    tools.acts.run(() -> send(matter, address, by));
  }

  /** Where it would go. */
  public Optional<String> address(Case matter) {
    return customers.reach(matter.customerId(), Channel.EMAIL).map(ContactPoint::address);
  }

  private void send(Case matter, String address, Actor by) {
    links.of(matter.id()).stream()
        .filter(l -> l.address().equalsIgnoreCase(address) && l.opensAt(tools.clock.instant()))
        .forEach(l -> links.revoke(l.id(), by));
    Link made = links.make(matter.id(), matter.customerId(), address, by);
    notices.send(matter, address, "link", new Notices.Enclosed("link", made.id()));
  }

  private boolean lives(Case matter, String address) {
    return customers.contacts(matter.customerId()).stream()
        .anyMatch(c ->
            c.living() && c.channel() == Channel.EMAIL && c.address().equalsIgnoreCase(address));
  }
}
