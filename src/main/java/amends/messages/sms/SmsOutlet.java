package amends.messages.sms;

import amends.customers.Channel;
import amends.customers.ContactPoint;
import amends.customers.Customers;
import amends.messages.Connection;
import amends.messages.Connections;
import amends.messages.Medium;
import amends.messages.Outgoing;
import amends.messages.Outlet;
import amends.shared.Subject;
import amends.staff.Staff;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;
import org.springframework.stereotype.Component;

/** Text messages, for whoever writes and chooses. */
@Component
final class SmsOutlet implements Outlet {
  private final Customers customers;
  private final Connections connections;
  private final Staff staff;

  SmsOutlet(Customers customers, Connections connections, Staff staff) {
    this.customers = customers;
    this.connections = connections;
    this.staff = staff;
  }

  @Override
  public Medium medium() {
    return Medium.SMS;
  }

  @Override
  public Optional<String> closed(long brandId) {
    return connection(brandId).isPresent()
        ? Optional.empty()
        : Optional.of("messages.way.not-connected");
  }

  /** Numbers for text messages, then telephones that are not known to stand on a desk. */
  @Override
  public List<String> addresses(long customerId, Subject about) {
    List<ContactPoint> living =
        customers.contacts(customerId).stream().filter(ContactPoint::living).toList();
    return Stream.concat(
            living.stream().filter(c -> c.channel() == Channel.SMS),
            living.stream().filter(c -> c.channel() == Channel.PHONE && !Numbers.isFixed(c.norm())))
        .map(ContactPoint::address)
        .distinct()
        .toList();
  }

  @Override
  public Optional<String> unfit(Outgoing draft) {
    if (Segments.of(draft.body()).count() > Segments.MOST) {
      return Optional.of("messages.sms.too-long");
    }
    Locale brand = staff.brand(draft.brandId()).locale();
    Optional<String> number = Numbers.dialled(draft.toAddress(), brand);
    return number.isEmpty()
        ? Optional.of("messages.sms.number")
        : number.filter(Numbers::isFixed).map(fixed -> "messages.sms.fixed");
  }

  @Override
  public Optional<Measure> measure(String body) {
    Segments segments = Segments.of(body);
    int room =
        segments.basic() ? segments.count() == 1 ? 160 : 153 : segments.count() == 1 ? 70 : 67;
    return Optional.of(
        new Measure(
            segments.basic() ? "messages.sms.measure" : "messages.sms.measure.wide",
            List.of(segments.count(), segments.length(), segments.count() * room)));
  }

  @Override
  public Optional<Long> connection(long brandId) {
    return connections.forBrand(Medium.SMS, brandId).map(Connection::id);
  }
}
