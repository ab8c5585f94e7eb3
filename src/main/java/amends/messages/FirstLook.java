package amends.messages;

import amends.shared.Tokens;
import java.nio.charset.StandardCharsets;
import java.util.HexFormat;
import java.util.Locale;

/**
 * The Message-ID of raw mail, as far as the door needs it: found in one pass over the first
 * kilobytes, made from the hash of what it says where there is none.
 *
 * @param made whether the mail had none of its own
 */
record FirstLook(String messageId, boolean made, byte[] sha256, byte[] gist) {
  private static final int HEADER_BYTES = 64 * 1024;
  private static final int LONGEST = 500;
  private static final String NAME = "message-id:";

  static FirstLook at(byte[] raw) {
    byte[] sha256 = Tokens.sha256(raw);
    byte[] gist = Gist.of(raw);
    String given = normalised(given(raw));
    return given.isEmpty()
        ? new FirstLook("sha256-" + HexFormat.of().formatHex(gist), true, sha256, gist)
        : new FirstLook(given, false, sha256, gist);
  }

  private static String given(byte[] raw) {
    String head =
        new String(raw, 0, Math.min(raw.length, HEADER_BYTES), StandardCharsets.ISO_8859_1);
    int at = 0;
    while (at < head.length()) {
      int end = lineEnd(head, at);
      if (end == at) {
        return "";
      }
      if (head.regionMatches(true, at, NAME, 0, NAME.length())) {
        return unfolded(head, at + NAME.length(), end);
      }
      at = nextLine(head, end);
    }
    return "";
  }

  private static String unfolded(String head, int from, int firstEnd) {
    StringBuilder value = new StringBuilder(head.substring(from, firstEnd));
    int end = firstEnd;
    int next = nextLine(head, end);
    while (next < head.length() && (head.charAt(next) == ' ' || head.charAt(next) == '\t')) {
      end = lineEnd(head, next);
      value.append(head, next, end);
      next = nextLine(head, end);
    }
    return value.toString();
  }

  private static int lineEnd(String head, int from) {
    int at = from;
    while (at < head.length() && head.charAt(at) != '\r' && head.charAt(at) != '\n') {
      at++;
    }
    return at;
  }

  private static int nextLine(String head, int end) {
    boolean pair =
        end + 1 < head.length() && head.charAt(end) == '\r' && head.charAt(end + 1) == '\n';
    return end + (pair ? 2 : 1);
  }

  /** Without brackets, spaces and control characters; the host in lower case. */
  static String normalised(String id) {
    StringBuilder tight = new StringBuilder();
    for (int i = 0; i < id.length() && tight.length() < LONGEST; i++) {
      char c = id.charAt(i);
      if (c > ' ' && c != '<' && c != '>' && !Character.isISOControl(c)) {
        tight.append(c);
      }
    }
    int host = tight.lastIndexOf("@") + 1;
    return tight.substring(0, host) + tight.substring(host).toLowerCase(Locale.ROOT);
  }
}
