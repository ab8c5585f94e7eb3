package amends.messages;

import amends.customers.Customers;
import amends.shared.Refusal;
import java.util.List;
import org.springframework.stereotype.Component;

/** Whether a message fits its way, and may go it. */
@Component
final class Fitting {
  private static final int LONGEST_EMAIL = 254;

  private final List<Outlet> outlets;
  private final Clearing clearing;

  Fitting(List<Outlet> outlets, Clearing clearing) {
    this.outlets = List.copyOf(outlets);
    this.clearing = clearing;
  }

  /**
   * @throws Refusal when nobody can be reached there, or the words cannot go that way
   */
  void check(Outgoing draft) {
    String address = draft.toAddress().strip();
    if (!isAddress(draft.medium(), address)) {
      throw new Refusal("to", "messages.send.address", draft.toAddress());
    }
    outlets.stream()
        .filter(o -> o.medium() == draft.medium())
        .flatMap(o -> o.unfit(draft).map(key -> refused(key, o.lacking(draft))).stream())
        .findFirst()
        .ifPresent(refusal -> {
          throw refusal;
        });
  }

  private static Refusal refused(String key, String lacking) {
    return lacking.isEmpty()
        ? new Refusal("text", key)
        : new Refusal("text", key + ".named", lacking);
  }

  /**
   * A person who writes hears at once that it must not go, and can choose another way; what the
   * program writes is kept as not sent.
   */
  Clearance clear(Outgoing draft) {
    Clearance clearance = clearing.of(draft);
    if (clearance instanceof Clearance.Stays(String why) && !draft.kind().automatic()) {
      throw new Refusal("way", why);
    }
    return clearance;
  }

  private static boolean isAddress(Medium medium, String address) {
    if (medium != Medium.EMAIL) {
      return Customers.normalised(medium.channel(), address).isPresent();
    }
    int at = address.lastIndexOf('@');
    return at > 0
        && at < address.length() - 1
        && address.length() <= LONGEST_EMAIL
        && address.chars().noneMatch(Character::isISOControl)
        && address.indexOf(' ') < 0;
  }
}
