package amends.messages;

import amends.customers.Channel;
import amends.customers.Choices;
import amends.customers.Purpose;
import amends.shared.Actor;
import amends.shared.KeyRing;
import amends.shared.Settings;
import java.nio.ByteBuffer;
import java.util.Arrays;
import java.util.Base64;
import java.util.Optional;
import org.springframework.stereotype.Component;

/**
 * The link by which somebody ends what they need not get (RFC 8058). It carries a MAC over who it
 * is for and what for, needs no session, and can do nothing else. Words about their own matter and
 * words of safety carry none.
 */
@Component
public final class Unsubscribing {
  private static final String PURPOSE = "unsubscribe-marketing";
  private static final int MAC_BYTES = 17;

  private final KeyRing keys;
  private final Settings settings;
  private final Choices choices;

  Unsubscribing(KeyRing keys, Settings settings, Choices choices) {
    this.keys = keys;
    this.settings = settings;
    this.choices = choices;
  }

  /** Where the recipient of such a message ends such messages; empty when they may not. */
  Optional<String> link(Purpose purpose, long customer) {
    return purpose == Purpose.MARKETING
        ? Optional.of(settings.baseUrl() + "/unsubscribe/" + token(customer))
        : Optional.empty();
  }

  String token(long customer) {
    byte[] who = ByteBuffer.allocate(Long.BYTES).putLong(customer).array();
    byte[] mac = Arrays.copyOf(keys.mac(PURPOSE, who), MAC_BYTES);
    byte[] both = ByteBuffer.allocate(Long.BYTES + MAC_BYTES).put(who).put(mac).array();
    return Base64.getUrlEncoder().withoutPadding().encodeToString(both);
  }

  /** Whether it is a link of ours. */
  public boolean knows(String token) {
    return customer(token).isPresent();
  }

  /** They want no more of it; said again, it is said again. False when it is no link of ours. */
  public boolean take(String token) {
    Optional<Long> customer = customer(token);
    customer.ifPresent(
        id -> choices.say(id, Purpose.MARKETING, Channel.EMAIL, false, "stop", Actor.customer(id)));
    return customer.isPresent();
  }

  private Optional<Long> customer(String token) {
    byte[] both;
    try {
      both = Base64.getUrlDecoder().decode(token);
    } catch (IllegalArgumentException e) {
      return Optional.empty();
    }
    if (both.length != Long.BYTES + MAC_BYTES) {
      return Optional.empty();
    }
    byte[] who = Arrays.copyOf(both, Long.BYTES);
    byte[] mac = Arrays.copyOfRange(both, Long.BYTES, both.length);
    return keys.verify(PURPOSE, who, mac)
        ? Optional.of(ByteBuffer.wrap(who).getLong())
        : Optional.empty();
  }
}
