package amends.messages.email;

import java.nio.charset.StandardCharsets;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Parts whose boundary was lost or misspelt on the way: what stands between them still tells. */
final class Boundaries {
  private static final int MOST_LINES = 2_000;
  private static final int LONGEST = 200;

  private Boundaries() {}

  /** The same parts with a header that names their boundary; null where there are none. */
  static byte @Nullable [] repaired(byte[] body) {
    String text = new String(body, StandardCharsets.ISO_8859_1);
    List<String> lines = text.lines().limit(MOST_LINES).toList();
    for (int i = 0; i + 1 < lines.size(); i++) {
      String line = lines.get(i).stripTrailing();
      boolean marks = line.startsWith("--") && line.length() > 2 && line.length() < LONGEST;
      if (marks && lines.get(i + 1).regionMatches(true, 0, "content-", 0, 8)) {
        String boundary = line.substring(2).replace("\\", "\\\\").replace("\"", "\\\"");
        String head = "Content-Type: multipart/mixed; boundary=\"" + boundary + "\"\r\n\r\n";
        return (head + text).getBytes(StandardCharsets.ISO_8859_1);
      }
    }
    return null;
  }
}
