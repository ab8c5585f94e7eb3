package amends.messages.trust;

import java.net.IDN;
import java.util.Locale;

/**
 * Domains of mail, and whether two belong together. Two are aligned when they are the same, or one
 * lies below the other: without a list of public suffixes nothing can be said of two that lie
 * beside each other, and nothing is.
 */
final class Domains {
  private Domains() {}

  /** Behind the at sign, in ASCII; empty when there is none. */
  static String of(String address) {
    return plain(address.substring(address.lastIndexOf('@') + 1));
  }

  static String plain(String domain) {
    String bare = domain.strip().replaceFirst("\\.$", "").toLowerCase(Locale.ROOT);
    try {
      return IDN.toASCII(bare);
    } catch (IllegalArgumentException e) {
      return "";
    }
  }

  static boolean aligned(String from, String proved) {
    return !from.isEmpty() && (from.equals(proved) || below(from, proved) || below(proved, from));
  }

  private static boolean below(String child, String parent) {
    return parent.indexOf('.') > 0 && child.endsWith("." + parent);
  }
}
