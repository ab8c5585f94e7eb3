package amends.app;

import jakarta.servlet.http.HttpServletRequest;
import java.net.InetAddress;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** What the proxies that we trust say about a request; of all others nothing is believed. */
final class Forwarding {
  // RFC 7239: a pair of an element, its value a word or between quotes.
  private static final Pattern FOR = pair("for");
  private static final Pattern PROTO = pair("proto");
  // Some proxies add the port.
  private static final Pattern WITH_PORT = Pattern.compile("([\\d.]+|\\[[^]]*])(:\\d+)?");

  private final List<Network> trusted;

  Forwarding(List<Network> trusted) {
    this.trusted = trusted;
  }

  /** Where the request comes from, and whether it came there by https. */
  record Origin(String address, boolean secure) {}

  /** Empty when the request's own connection says it. */
  Optional<Origin> of(HttpServletRequest request) {
    if (!isTrusted(request.getRemoteAddr())) return Optional.empty();
    String peer = request.getRemoteAddr();
    List<String> elements = parts(request, "Forwarded");
    String byList = client(peer, parts(request, "X-Forwarded-For"));
    String byElements = client(peer, elements.stream().map(e -> value(FOR, e)).toList());
    return Optional.of(
        new Origin(agreed(request, peer, byList, byElements), secure(request, elements)));
  }

  /**
   * A proxy writes one of the headers and may hand on the other as the client made it up: where
   * both are there and differ, neither is believed.
   */
  private static String agreed(
      HttpServletRequest request, String peer, String byList, String byElements) {
    if (request.getHeader("Forwarded") == null) return byList;
    if (request.getHeader("X-Forwarded-For") == null) return byElements;
    return byList.equals(byElements) ? byList : peer;
  }

  /** The last hop that is none of ours; a hop that is no address ends the look. */
  private String client(String peer, List<String> hops) {
    String nearest = peer;
    for (String hop : hops.reversed()) {
      Optional<InetAddress> address = Network.address(bare(hop));
      if (address.isEmpty()) return nearest;
      nearest = address.get().getHostAddress();
      if (!isTrusted(address.get())) return nearest;
    }
    return nearest;
  }

  /** As the nearest proxy has it: what stands before was written by somebody further away. */
  private static boolean secure(HttpServletRequest request, List<String> elements) {
    List<String> protocols = parts(request, "X-Forwarded-Proto");
    String said = protocols.isEmpty() ? "" : protocols.getLast().toLowerCase(Locale.ROOT);
    String other =
        elements.isEmpty() ? "" : value(PROTO, elements.getLast()).toLowerCase(Locale.ROOT);
    if (!said.isEmpty() && !other.isEmpty() && !said.equals(other)) return request.isSecure();
    String protocol = said.isEmpty() ? other : said;
    return protocol.isEmpty() ? request.isSecure() : protocol.equals("https");
  }

  private boolean isTrusted(String address) {
    return Network.address(address).filter(this::isTrusted).isPresent();
  }

  private boolean isTrusted(InetAddress address) {
    return trusted.stream().anyMatch(network -> network.contains(address));
  }

  private static List<String> parts(HttpServletRequest request, String header) {
    List<String> all = new ArrayList<>();
    for (String line : Collections.list(request.getHeaders(header))) {
      for (String part : line.split(",", -1)) all.add(part.strip());
    }
    return all;
  }

  private static String bare(String hop) {
    Matcher matcher = WITH_PORT.matcher(hop);
    String address = matcher.matches() ? Objects.requireNonNull(matcher.group(1)) : hop;
    return address.startsWith("[") ? address.substring(1, address.length() - 1) : address;
  }

  private static String value(Pattern pair, String element) {
    Matcher matcher = pair.matcher(element);
    return matcher.find() ? Objects.requireNonNull(matcher.group(1)) : "";
  }

  private static Pattern pair(String name) {
    return Pattern.compile(
        "(?:^|;)\\s*" + name + "\\s*=\\s*\"?([^\";,\\s]+)", Pattern.CASE_INSENSITIVE);
  }
}
