package amends.messages.email;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The transfer encoding from before MIME; old scanners and fax machines still send it. */
final class UuEncoding {
  private static final int LONGEST_LINE = 70;

  private UuEncoding() {}

  /** A file within a text. */
  record Found(String name, byte[] bytes) {}

  /** The words of a text without the files in it, which go into the list. */
  static String taken(String text, List<Found> files) {
    if (!text.contains("begin ")) {
      return text;
    }
    List<String> lines = text.lines().toList();
    StringBuilder words = new StringBuilder();
    for (int i = 0; i < lines.size(); i++) {
      int end = name(lines.get(i)) == null ? -1 : end(lines, i + 1);
      if (end < 0) {
        words.append(lines.get(i)).append('\n');
        continue;
      }
      ByteArrayOutputStream out = new ByteArrayOutputStream();
      lines.subList(i + 1, end).forEach(line -> line(line, out));
      files.add(new Found(String.valueOf(name(lines.get(i))), out.toByteArray()));
      i = end;
    }
    return files.isEmpty() ? text : words.toString();
  }

  static byte[] decode(byte[] bytes) {
    List<Found> files = new ArrayList<>();
    taken(new String(bytes, StandardCharsets.ISO_8859_1), files);
    return files.isEmpty() ? bytes : files.getFirst().bytes();
  }

  /** "begin 644 jug.jpg"; null for every other line. */
  private static @Nullable String name(String line) {
    String[] words = line.split(" ", 3);
    boolean begins =
        words.length == 3
            && words[0].equals("begin")
            && (words[1].length() == 3 || words[1].length() == 4)
            && words[1].chars().allMatch(c -> c >= '0' && c <= '7');
    return begins ? words[2].strip() : null;
  }

  /** The line that ends the file; what was cut off on the way ends with the text. */
  private static int end(List<String> lines, int from) {
    for (int i = from; i < lines.size(); i++) {
      String line = lines.get(i).stripTrailing();
      if (line.equals("end")) {
        return i;
      }
      boolean encoded = line.isEmpty() || line.length() <= LONGEST_LINE && fits(line);
      if (!encoded) {
        return -1;
      }
    }
    return lines.size() > from ? lines.size() : -1;
  }

  private static boolean fits(String line) {
    int wanted = (value(line, 0) + 2) / 3 * 4 + 1;
    return line.charAt(0) <= '`' && line.length() <= wanted + 2 && line.length() >= wanted - 12;
  }

  private static void line(String line, ByteArrayOutputStream out) {
    int left = line.isEmpty() ? 0 : value(line, 0);
    for (int at = 1; left > 0 && at < line.length(); at += 4) {
      int four =
          value(line, at) << 18
              | value(line, at + 1) << 12
              | value(line, at + 2) << 6
              | value(line, at + 3);
      for (int shift = 16; shift >= 0 && left > 0; shift -= 8, left--) {
        out.write(four >> shift);
      }
    }
  }

  private static int value(String line, int at) {
    return at < line.length() ? (line.charAt(at) - ' ') & 63 : 0;
  }
}
