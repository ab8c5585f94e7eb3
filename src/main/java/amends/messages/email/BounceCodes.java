package amends.messages.email;

import org.jspecify.annotations.Nullable;

/** Status codes within a server's words: enhanced ones (RFC 3463), and SMTP's three digits. */
final class BounceCodes {
  private static final String BEFORE = " #(:;[-<\t'\",=/)";

  private BounceCodes() {}

  /** The first enhanced status, else the class of the first SMTP code as {@code 5.0.0}. */
  static @Nullable String status(String words) {
    String enhanced = enhanced(words);
    if (enhanced != null) {
      return enhanced;
    }
    String reply = reply(words);
    return reply == null ? null : reply.charAt(0) + ".0.0";
  }

  /** Without the code that stands at the beginning of each line of an answer of many lines. */
  static String joined(String words) {
    String reply = reply(words);
    if (reply == null) {
      return words;
    }
    String rest = words;
    String enhanced = enhanced(words);
    if (enhanced != null) {
      rest = rest.replace(" " + reply + "-" + enhanced + " ", " ");
      rest = rest.replace(" " + reply + " " + enhanced + " ", " ");
    }
    return rest.replace(" " + reply + "-", " ");
  }

  /** The most telling one: {@code 5.1.1} says more than {@code 5.0.0} before it. */
  static @Nullable String enhanced(String words) {
    String vague = null;
    for (int i = 0; i + 4 < words.length(); i++) {
      String found = starts(words, i) && words.charAt(i + 1) == '.' ? enhancedAt(words, i) : null;
      if (found != null && !vague(found)) {
        return found;
      }
      vague = vague == null ? found : vague;
    }
    return vague;
  }

  static boolean vague(String status) {
    return status.endsWith(".0");
  }

  /** Three digits that stand where a server's answer begins. */
  static @Nullable String reply(String words) {
    for (int i = 0; i + 2 < words.length(); i++) {
      if (starts(words, i) && replyAt(words, i)) {
        return words.substring(i, i + 3);
      }
    }
    return null;
  }

  private static boolean starts(String words, int at) {
    char c = words.charAt(at);
    return (c == '4' || c == '5') && (at == 0 || BEFORE.indexOf(words.charAt(at - 1)) >= 0);
  }

  private static @Nullable String enhancedAt(String words, int at) {
    int second = digits(words, at + 2);
    if (second == at + 2 || second >= words.length() || words.charAt(second) != '.') {
      return null;
    }
    int third = digits(words, second + 1);
    boolean goesOn = third < words.length() && digitOrDotDigit(words, third);
    // 5.8.0 and beyond are versions of programs; registered subjects end with 7.
    boolean registered = second == at + 3 && words.charAt(at + 2) <= '7';
    return third > second + 1 && !goesOn && registered ? words.substring(at, third) : null;
  }

  private static boolean digitOrDotDigit(String words, int at) {
    char c = words.charAt(at);
    return Character.isDigit(c)
        || c == '.' && at + 1 < words.length() && Character.isDigit(words.charAt(at + 1));
  }

  private static int digits(String words, int from) {
    int to = from;
    while (to < words.length()
        && to < from + 3
        && words.charAt(to) >= '0'
        && words.charAt(to) <= '9') {
      to++;
    }
    return to;
  }

  private static boolean replyAt(String words, int at) {
    return digits(words, at) == at + 3
        && words.charAt(at + 1) <= '7'
        && (at + 3 == words.length() || " -:\t,)'\"".indexOf(words.charAt(at + 3)) >= 0);
  }
}
