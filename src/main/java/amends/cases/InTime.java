package amends.cases;

import amends.customers.Channel;
import amends.customers.ContactPoint;
import amends.customers.Customer;
import amends.messages.Medium;
import amends.messages.Way;
import amends.messages.Ways;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.springframework.stereotype.Component;

/**
 * How a customer hears that a promise moves before it is due. What people carry, a letter or a
 * call, is no way: nobody knows when it is done. Mail is read some time; what is due within hours
 * goes where it rings, unless it is quiet there until then.
 */
@Component
final class InTime {
  /** From so little on a text message comes first. */
  static final Duration SOON = Duration.ofHours(3);

  private final Ways ways;
  private final InstantSource clock;

  InTime(Ways ways, InstantSource clock) {
    this.ways = ways;
    this.clock = clock;
  }

  /** The first that is open, in this order; empty when only people could tell them. */
  Optional<Way> of(Ways.To to, Customer customer, List<ContactPoint> points, Instant dueAt) {
    return order(customer, points, dueAt).stream()
        .flatMap(medium -> ways.one(medium, to).stream())
        .filter(Way::open)
        .findFirst();
  }

  private List<Medium> order(Customer customer, List<ContactPoint> points, Instant dueAt) {
    List<Medium> order = new ArrayList<>();
    if (has(points, Channel.EMAIL)) {
      order.add(Medium.EMAIL);
    }
    boolean rings = has(points, Channel.SMS) || has(points, Channel.PHONE);
    if (rings && customer.quietUntil(clock.instant()).isBefore(dueAt)) {
      boolean first =
          customer.preferredChannel() == Channel.SMS || dueAt.isBefore(clock.instant().plus(SOON));
      order.add(first ? 0 : order.size(), Medium.SMS);
    }
    return order;
  }

  private static boolean has(List<ContactPoint> points, Channel channel) {
    return points.stream().anyMatch(p -> p.living() && p.channel() == channel);
  }
}
