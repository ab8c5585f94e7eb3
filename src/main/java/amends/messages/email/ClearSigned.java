package amends.messages.email;

import java.util.List;

/** The words within PGP's armour (RFC 9580 §7): without its header, its signature, its dashes. */
final class ClearSigned {
  private ClearSigned() {}

  static List<String> within(List<String> lines) {
    int begin = lines.indexOf("-----BEGIN PGP SIGNED MESSAGE-----");
    if (begin < 0) {
      return lines;
    }
    int from = begin + 1;
    while (from < lines.size() && !lines.get(from).isBlank()) {
      from++;
    }
    int to = from;
    while (to < lines.size() && !lines.get(to).startsWith("-----BEGIN PGP SIGNATURE-----")) {
      to++;
    }
    return lines.subList(from, to).stream()
        .map(line -> line.startsWith("- ") ? line.substring(2) : line)
        .toList();
  }
}
