package amends.messages.email;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;

/** The transfer encoding from before MIME; old scanners and fax machines still send it. */
final class UuEncoding {
  private UuEncoding() {}

  static byte[] decode(byte[] bytes) {
    ByteArrayOutputStream out = new ByteArrayOutputStream(bytes.length);
    boolean inside = false;
    for (String line :
        (Iterable<String>) new String(bytes, StandardCharsets.ISO_8859_1).lines()::iterator) {
      if (!inside) {
        inside = line.startsWith("begin ");
      } else if (line.equals("end")) {
        break;
      } else if (!line.isEmpty()) {
        line(line, out);
      }
    }
    return out.size() == 0 ? bytes : out.toByteArray();
  }

  private static void line(String line, ByteArrayOutputStream out) {
    int left = value(line, 0);
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
