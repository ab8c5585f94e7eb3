package amends.messages;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Locale;
import java.util.Set;

/**
 * What a mail says, as a hash, without the traces of its way: the same mail by two ways has other
 * Received fields and other line ends, and is one mail all the same.
 */
final class Gist {
  private static final Set<String> SAID =
      Set.of(
          "from",
          "to",
          "cc",
          "reply-to",
          "sender",
          "subject",
          "date",
          "in-reply-to",
          "references",
          "auto-submitted",
          "content-type",
          "content-transfer-encoding");

  private final byte[] raw;
  private final MessageDigest digest;
  private int at;

  /** Whether it has a header at all; without one every line of it is what it says. */
  private boolean headed;

  private Gist(byte[] raw) {
    this.raw = raw;
    try {
      this.digest = MessageDigest.getInstance("SHA-256");
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("this JDK has no SHA-256", e);
    }
  }

  static byte[] of(byte[] raw) {
    Gist gist = new Gist(raw);
    gist.head();
    if (!gist.headed) {
      gist.at = 0;
    }
    gist.body();
    return gist.digest.digest();
  }

  private void head() {
    StringBuilder field = new StringBuilder();
    while (at < raw.length) {
      String line = line();
      boolean folded = line.startsWith(" ") || line.startsWith("\t");
      if (!folded) {
        add(field);
        field.setLength(0);
      }
      if (line.isEmpty()) {
        return;
      }
      field.append(line);
    }
    add(field);
    // A header that never ends may be words: those count.
    headed = false;
  }

  private String line() {
    int from = at;
    while (at < raw.length && raw[at] != '\r' && raw[at] != '\n') {
      at++;
    }
    String line = new String(raw, from, at - from, StandardCharsets.ISO_8859_1);
    lineEnd();
    return line;
  }

  private void lineEnd() {
    if (at < raw.length && raw[at] == '\r') {
      at++;
    }
    if (at < raw.length && raw[at] == '\n') {
      at++;
    }
  }

  private void add(StringBuilder field) {
    int colon = field.indexOf(":");
    if (colon < 1) {
      digest.update(field.toString().getBytes(StandardCharsets.ISO_8859_1));
      return;
    }
    String name = field.substring(0, colon).strip().toLowerCase(Locale.ROOT);
    if (SAID.contains(name)) {
      headed = true;
      String value = field.substring(colon + 1).replaceAll("[ \t]+", " ").strip();
      digest.update((name + ":" + value + "\n").getBytes(StandardCharsets.ISO_8859_1));
    }
  }

  /** Line ends as one kind; those at the very end do not count. */
  private void body() {
    int ends = 0;
    int from = at;
    while (at < raw.length) {
      if (raw[at] == '\r' || raw[at] == '\n') {
        if (at > from) {
          write(ends, from, at);
          ends = 0;
        }
        lineEnd();
        ends++;
        from = at;
      } else {
        at++;
      }
    }
    if (at > from) {
      write(ends, from, at);
    }
  }

  private void write(int ends, int from, int to) {
    for (int i = 0; i < ends; i++) {
      digest.update((byte) '\n');
    }
    digest.update(raw, from, to - from);
  }
}
