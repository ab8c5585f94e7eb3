package amends.messages.trust;

import java.net.Inet6Address;
import java.net.InetAddress;
import java.net.UnknownHostException;
import java.util.Optional;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Addresses as they are written, and whether two begin with the same bits. Asks nobody. */
final class SpfAddresses {
  private static final Pattern FOUR =
      Pattern.compile("((25[0-5]|2[0-4]\\d|1\\d\\d|[1-9]?\\d)(\\.(?!$)|$)){4}");
  private static final Pattern SIX = Pattern.compile("[0-9A-Fa-f:]*:[0-9A-Fa-f:.]*");

  private SpfAddresses() {}

  /** Empty when it is no address of that version. */
  static Optional<InetAddress> read(String text, boolean six) {
    Pattern form = six ? SIX : FOUR;
    return form.matcher(text).matches() ? Optional.ofNullable(parsed(text)) : Optional.empty();
  }

  /** Any address, as a socket tells it. */
  static Optional<InetAddress> read(String text) {
    String bare = text.replaceFirst("%.*$", "");
    return read(bare, bare.indexOf(':') >= 0);
  }

  private static @Nullable InetAddress parsed(String text) {
    try {
      // It is an address by its form, so that no name is looked up.
      return InetAddress.getByName(text);
    } catch (UnknownHostException e) {
      return null;
    }
  }

  static boolean isSix(InetAddress address) {
    return address instanceof Inet6Address;
  }

  static boolean match(InetAddress one, InetAddress other, int bits) {
    byte[] left = one.getAddress();
    byte[] right = other.getAddress();
    if (left.length != right.length) {
      return false;
    }
    for (int bit = 0; bit < bits; bit++) {
      int mask = 0x80 >> (bit % 8);
      if ((left[bit / 8] & mask) != (right[bit / 8] & mask)) {
        return false;
      }
    }
    return true;
  }

  /** As macros write it: four numbers, or thirty-two single digits (RFC 7208, section 7.3). */
  static String dotted(InetAddress address) {
    if (!isSix(address)) {
      return address.getHostAddress();
    }
    StringBuilder digits = new StringBuilder();
    for (byte each : address.getAddress()) {
      digits.append(digits.isEmpty() ? "" : ".");
      digits.append(Character.forDigit((each >> 4) & 15, 16));
      digits.append('.').append(Character.forDigit(each & 15, 16));
    }
    return digits.toString();
  }
}
