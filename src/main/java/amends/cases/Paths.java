package amends.cases;

import amends.customers.Channel;
import amends.customers.ContactPoint;
import amends.customers.Customer;
import amends.customers.Customers;
import amends.messages.Direction;
import amends.messages.Medium;
import amends.messages.Message;
import amends.messages.Messages;
import amends.messages.Way;
import amends.messages.Ways;
import amends.shared.ReadMemory;
import amends.shared.Refusal;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import org.springframework.stereotype.Component;

/**
 * The ways to whoever is addressed in a case: what they prefer, then how they last wrote to us,
 * then the usual ones. Whoever is addressed instead of the customer is written to by e-mail.
 */
@Component
final class Paths {
  private final Addressees addressees;
  private final Customers customers;
  private final Messages messages;
  private final Ways ways;
  private final ReadMemory<Long, List<Way>> read = new ReadMemory<>();

  Paths(Addressees addressees, Customers customers, Messages messages, Ways ways) {
    this.addressees = addressees;
    this.customers = customers;
    this.messages = messages;
    this.ways = ways;
  }

  Customer customer(Case matter) {
    return customers.customer(matter.customerId());
  }

  /** The open ones first, each group in its order. */
  List<Way> of(Case matter) {
    return read.of(matter.id(), id -> found(matter));
  }

  private List<Way> found(Case matter) {
    if (addressees.replaced(matter)) {
      return addressees
          .instead(matter)
          .map(address -> List.of(new Way(Medium.EMAIL, address, "usual", null)))
          .orElse(List.of());
    }
    Optional<Message> last = lastReceived(matter);
    List<Way> all = new ArrayList<>();
    for (Way way :
        ways.of(new Ways.To(matter.customerId(), matter.brandId(), matter.asSubject()))) {
      all.add(way.medium() == Medium.EMAIL ? where(matter, way, last) : way);
    }
    boolean preferred = all.stream().anyMatch(w -> w.why().equals("preferred") && w.open());
    if (!preferred) {
      last.map(Paths::back)
          .ifPresent(
              channel -> all.sort(Comparator.comparing(w -> !w.medium().code().equals(channel))));
    }
    return List.copyOf(all);
  }

  /** The one that was asked for, or the first that is open. */
  Optional<Way> chosen(Case matter, String asked) {
    List<Way> all = of(matter);
    if (asked.isBlank()) {
      String last = lastReceived(matter).map(Paths::back).orElse("");
      return all.stream()
          .filter(Way::open)
          .filter(w -> !w.why().equals("asked") || w.medium().code().equals(last))
          .findFirst();
    }
    Medium medium = Medium.of(asked);
    Way way =
        all.stream()
            .filter(w -> w.medium() == medium)
            .findFirst()
            .orElseThrow(() -> new Refusal("way", "cases.refusal.way"));
    String shut = way.shut();
    if (shut != null) {
      throw new Refusal("way", shut);
    }
    return Optional.of(way);
  }

  /**
   * Over which they can be told something before a moment: nothing that people carry.
   *
   * @param asked the code of a medium that comes first, where it is open; may be empty
   */
  Optional<Way> atOnce(Case matter, String asked) {
    String last = lastReceived(matter).map(Paths::back).orElse("");
    List<Way> open =
        of(matter).stream()
            .filter(w -> w.open() && !w.medium().byPeople())
            .filter(w -> !w.why().equals("asked") || w.medium().code().equals(last))
            .toList();
    return open.stream()
        .filter(w -> w.medium().code().equals(asked))
        .findFirst()
        .or(() -> open.stream().findFirst());
  }

  /** The way back: whoever spoke in public hears from us alone first. */
  private static String back(Message last) {
    return last.channel().equals(Medium.PUBLIC.code()) ? Medium.SOCIAL.code() : last.channel();
  }

  /** To where they last wrote from, if that is theirs. */
  private Way where(Case matter, Way email, Optional<Message> last) {
    return last.map(Message::address)
        .filter(address ->
            customers.contacts(matter.customerId()).stream()
                .filter(ContactPoint::living)
                .anyMatch(
                    c -> c.channel() == Channel.EMAIL && c.address().equalsIgnoreCase(address)))
        .map(address -> new Way(email.medium(), address, email.why(), email.shut()))
        .orElse(email);
  }

  Optional<Message> lastReceived(Case matter) {
    return messages.about(matter.asSubject()).stream()
        .filter(m -> m.direction() == Direction.IN)
        .max(Comparator.comparing(Message::at).thenComparing(Message::id));
  }
}
