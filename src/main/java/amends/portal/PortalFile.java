package amends.portal;

import amends.cases.CaseFile;
import amends.cases.MomentOffers;
import amends.customers.Channel;
import amends.customers.ContactPoint;
import amends.customers.Customer;
import amends.goods.Order;
import amends.goods.Unit;
import amends.messages.Direction;
import amends.messages.Message;
import amends.messages.Outgoing;
import amends.promises.Guarantee;
import amends.staff.Brand;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * What stands behind a customer's page.
 *
 * @param owner who looks after it; null when a team does
 * @param people the names of colleagues who wrote, by id
 * @param asked what the customer asked for, oldest first
 * @param rhythm promised or changes
 */
public record PortalFile(
    CaseFile file,
    Customer customer,
    Brand brand,
    @Nullable String owner,
    Map<Long, String> people,
    @Nullable Order order,
    @Nullable Unit unit,
    List<ContactPoint> contacts,
    Asked asked) {

  /**
   * What the customer asked for and wants, and what can be asked for.
   *
   * @param slots when a call can be asked for
   * @param codeTo where a code would go; null when there is no verified address
   * @param offers other moments that they may choose from since a promise was moved
   * @param broken what is promised to everybody and was not kept towards them
   */
  public record Asked(
      List<Request> requests,
      String rhythm,
      List<Instant> slots,
      @Nullable ContactPoint codeTo,
      List<MomentOffers.Offer> offers,
      List<Guarantee> broken) {}

  /**
   * The messages that the customer wrote or was sent, oldest first. What came from an address that
   * is not theirs was said to us and not to them; what a program wrote may hold somebody else's
   * secrets.
   */
  public List<Message> conversation() {
    Set<String> theirs =
        contacts.stream()
            .map(c -> c.address().toLowerCase(Locale.ROOT))
            .collect(Collectors.toSet());
    return file.messages().stream()
        .filter(m -> m.customerId() == customer.id() && shown(m, theirs))
        .toList();
  }

  private static boolean shown(Message message, Set<String> theirs) {
    String address = message.address().toLowerCase(Locale.ROOT);
    if (message.direction() == Direction.OUT) {
      return message.kind() != Outgoing.Kind.NOTICE
          && message.notSent() == null
          && (theirs.contains(address) || message.channel().equals("chat"));
    }
    boolean written =
        Set.of("page", "chat").contains(message.channel()) || theirs.contains(address);
    return written && Enclosures.somebodyReads(address);
  }

  /** The living address on a channel that is used first. */
  public Optional<ContactPoint> reach(Channel channel) {
    return contacts.stream().filter(c -> c.living() && c.channel() == channel).findFirst();
  }
}
