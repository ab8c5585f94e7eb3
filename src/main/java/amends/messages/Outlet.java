package amends.messages;

import amends.shared.Subject;
import java.util.List;
import java.util.Optional;

/**
 * What a channel says of itself to whoever writes and whoever chooses: a bean for each medium. It
 * is the one thing that a new channel must have; {@link Carrier} is the other, where machines
 * carry.
 */
public interface Outlet {
  Medium medium();

  /** The key of a text that says why nothing can be sent over it for a brand; empty when it can. */
  Optional<String> closed(long brandId);

  /** Where a customer is reached over it, the best first. */
  List<String> addresses(long customerId, Subject about);

  /** The key of a text that says why they are reached nowhere over it, when they are not. */
  default String nowhere() {
    return switch (medium()) {
      case EMAIL -> "messages.way.no-address";
      case SMS, PHONE -> "messages.way.no-number";
      case LETTER, NOTE -> "messages.way.no-post";
      case SOCIAL -> "messages.way.no-account";
      case PUBLIC -> "messages.way.nothing-public";
      case CHAT -> "messages.way.not-there";
    };
  }

  /** The key of a text that says why these words cannot go that way; empty when they can. */
  Optional<String> unfit(Outgoing draft);

  /**
   * What of these words it cannot carry, to be named in why they do not fit; "" where nothing is.
   */
  default String lacking(Outgoing draft) {
    return "";
  }

  /** The same of any words, such as a name and an address. */
  default String lacking(String words) {
    return "";
  }

  /** How long these words are over it, for whoever writes; empty where it does not matter. */
  default Optional<Measure> measure(String body) {
    return Optional.empty();
  }

  /** The same where it depends on where it goes. */
  default Optional<Measure> measure(Outgoing draft) {
    return measure(draft.body());
  }

  /**
   * @param key of a text that names the numbers
   * @param numbers what it names
   */
  record Measure(String key, List<Object> numbers) {
    public Measure {
      numbers = List.copyOf(numbers);
    }
  }

  /**
   * The connection that a delivery for this brand is given to; empty where there is only one way.
   */
  default Optional<Long> connection(long brandId) {
    return Optional.empty();
  }

  /** The same where it depends on whom it is for. */
  default Optional<Long> connection(Outgoing draft) {
    return connection(draft.brandId());
  }
}
