package amends.messages.post;

import amends.customers.ContactPoint;
import amends.customers.Customer;
import amends.customers.Customers;
import amends.messages.Medium;
import amends.messages.Outgoing;
import amends.messages.Outlet;
import amends.shared.Subject;
import java.util.List;
import java.util.Optional;

/** What colleagues carry is there wherever there is an address. */
record PeopleOutlet(Medium medium, Customers customers, Faces faces) implements Outlet {
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
    if (medium != Medium.LETTER) {
      return Optional.empty();
    }
    if (!lacking(draft).isEmpty()) {
      return Optional.of("messages.letter.unprintable");
    }
    Customer them = customers.customers(List.of(draft.customerId())).get(draft.customerId());
    return them == null || Window.size(LetterPrint.to(them, draft.toAddress())).isPresent()
        ? Optional.empty()
        : Optional.of("messages.letter.window");
  }

  /** Letters that our face does not have; before anybody stands at the printer. */
  @Override
  public String lacking(Outgoing draft) {
    if (medium != Medium.LETTER) {
      return "";
    }
    Customer them = customers.customers(List.of(draft.customerId())).get(draft.customerId());
    String name = them == null ? "" : them.name();
    return lacking(name + draft.toAddress() + draft.subject() + draft.body());
  }

  @Override
  public String lacking(String words) {
    return medium == Medium.LETTER ? faces.missing(words) : "";
  }
}
