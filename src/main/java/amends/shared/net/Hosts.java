package amends.shared.net;

import amends.shared.Refusal;
import java.io.IOException;
import java.net.Inet4Address;
import java.net.InetAddress;
import java.net.URI;
import java.net.URISyntaxException;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * Which hosts may be called. A name is resolved once; every one of its addresses must be public,
 * and the connection goes to the very addresses that were looked at, so that a name which changes
 * its mind in between leads nowhere. What the operator names is called whatever its address.
 */
public final class Hosts {
  private static final int LONGEST = 2000;
  private static final List<Net> NOT_PUBLIC =
      List.of(
          new Net(0x00000000, 8),
          new Net(0x0a000000, 8),
          new Net(0x64400000, 10),
          new Net(0x7f000000, 8),
          new Net(0xa9fe0000, 16),
          new Net(0xac100000, 12),
          new Net(0xc0000000, 24),
          new Net(0xc0000200, 24),
          new Net(0xc0586300, 24),
          new Net(0xc0a80000, 16),
          new Net(0xc6120000, 15),
          new Net(0xc6336400, 24),
          new Net(0xcb007100, 24),
          new Net(0xe0000000, 3));

  private final Set<String> named;
  private final Names names;

  /** How a name becomes addresses. */
  public interface Names {
    InetAddress[] of(String host) throws IOException;
  }

  /** A host that must not be called. */
  public static final class Closed extends IOException {
    private static final long serialVersionUID = 1L;

    public Closed(String words) {
      super(words);
    }
  }

  private record Net(int start, int bits) {
    boolean holds(int address) {
      return (address ^ start) >>> (32 - bits) == 0;
    }
  }

  /**
   * @param named hosts that may be called whatever their addresses, and by http too
   */
  public Hosts(List<String> named, Names names) {
    this.named = named.stream().map(Hosts::plain).collect(Collectors.toSet());
    this.names = names;
  }

  /**
   * @throws Refusal of the field {@code url}
   */
  public URI checked(String typed) {
    URI url;
    try {
      url = new URI(typed.strip());
    } catch (URISyntaxException e) {
      throw new Refusal("url", "shared.net.url");
    }
    if (typed.length() > LONGEST
        || url.getHost() == null
        || url.getRawUserInfo() != null
        || url.getRawFragment() != null
        || !isWeb(url)) {
      throw new Refusal("url", "shared.net.url");
    }
    return url;
  }

  /** Plain http is for named hosts only. */
  public boolean isWeb(URI url) {
    String scheme = String.valueOf(url.getScheme()).toLowerCase(Locale.ROOT);
    return scheme.equals("https") || scheme.equals("http") && isNamed(url.getHost());
  }

  private boolean isNamed(String host) {
    return named.contains(plain(host));
  }

  private static String plain(String host) {
    String bare = host.startsWith("[") ? host.substring(1, host.length() - 1) : host;
    return bare.toLowerCase(Locale.ROOT).replaceFirst("\\.$", "");
  }

  /**
   * @throws Closed when one of its addresses is not public
   * @throws IOException when it has none
   */
  public List<InetAddress> addresses(String host) throws IOException {
    List<InetAddress> all = List.of(names.of(plain(host)));
    if (!isNamed(host)) {
      for (InetAddress one : all) {
        if (!isPublic(one)) {
          throw new Closed("the host has an address inside of a network, or none that is public");
        }
      }
    }
    return all;
  }

  public static boolean isPublic(InetAddress address) {
    byte[] b = address.getAddress();
    if (address instanceof Inet4Address) {
      int number = (b[0] & 255) << 24 | (b[1] & 255) << 16 | (b[2] & 255) << 8 | b[3] & 255;
      return NOT_PUBLIC.stream().noneMatch(net -> net.holds(number));
    }
    return isPublic6(b);
  }

  /** Global unicast, without what is for protocols, for documents, or hides an IPv4 address. */
  private static boolean isPublic6(byte[] b) {
    int first = (b[0] & 255) << 8 | b[1] & 255;
    int second = (b[2] & 255) << 8 | b[3] & 255;
    return (first & 0xe000) == 0x2000
        && !(first == 0x2001 && (second < 0x0200 || second == 0x0db8))
        && first != 0x2002
        && !(first == 0x3fff && second < 0x1000);
  }
}
