package amends.messages;

import amends.shared.Subject;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;

/** Our own addresses and identifiers, which carry a MAC. */
interface Addresses {
  String replyTo(Subject about, long customerId);

  String bounceTo(long deliveryId);

  /** With its angle brackets; the same for each try. */
  String messageId(Subject about, long customerId, long messageId);

  /** The first valid MAC in recipients, then in identifiers. */
  Optional<Route> route(List<String> recipients, List<String> messageIds);

  /** The delivery that a bounce address with a valid MAC belongs to. */
  OptionalLong bounced(List<String> recipients);
}
