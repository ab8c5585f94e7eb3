package amends.app;

import java.net.InetAddress;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;

/** Addresses that begin with the same bits; one address is a network of its own. */
record Network(byte[] address, int bits) {
  // Never a name: looking one up would let whoever answers decide whom we trust.
  private static final Pattern LITERAL =
      Pattern.compile("\\d{1,3}(\\.\\d{1,3}){3}|[0-9a-fA-F:.]*:[0-9a-fA-F:.]*");

  /** Of a list with commas; as {@link #isWritten} accepts it. */
  static List<Network> list(String written) {
    if (written.isBlank()) return List.of();
    return Arrays.stream(written.split(",")).map(one -> of(one.strip()).orElseThrow()).toList();
  }

  static boolean isWritten(String list) {
    return Arrays.stream(list.split(",", -1)).allMatch(one -> of(one.strip()).isPresent());
  }

  static Optional<InetAddress> address(String literal) {
    if (!LITERAL.matcher(literal).matches()) return Optional.empty();
    try {
      return Optional.of(InetAddress.ofLiteral(literal));
    } catch (IllegalArgumentException e) {
      return Optional.empty();
    }
  }

  private static Optional<Network> of(String one) {
    int slash = one.indexOf('/');
    String number = slash < 0 ? "" : one.substring(slash + 1);
    if (slash >= 0 && !number.matches("\\d{1,3}")) return Optional.empty();
    return address(slash < 0 ? one : one.substring(0, slash))
        .map(InetAddress::getAddress)
        .map(bytes -> new Network(bytes, slash < 0 ? bytes.length * 8 : Integer.parseInt(number)))
        .filter(network -> network.bits <= network.address.length * 8);
  }

  boolean contains(InetAddress other) {
    byte[] theirs = other.getAddress();
    if (theirs.length != address.length) return false;
    for (int bit = 0; bit < bits; bit++) {
      int mask = 0x80 >> (bit % 8);
      if ((theirs[bit / 8] & mask) != (address[bit / 8] & mask)) return false;
    }
    return true;
  }
}
