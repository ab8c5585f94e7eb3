package amends.messages.email;

import java.io.ByteArrayOutputStream;
import java.nio.charset.Charset;
import java.util.Set;

/** RFC 1843: Chinese in seven bits between "~{" and "~}". */
final class Hz {
  private static final Set<String> NAMES = Set.of("hz-gb-2312", "hz", "hz-gb2312");
  private static final Charset GB18030 = Charset.forName("gb18030");

  private Hz() {}

  static boolean named(String charset) {
    return NAMES.contains(charset);
  }

  static String decode(byte[] bytes) {
    ByteArrayOutputStream out = new ByteArrayOutputStream(bytes.length);
    boolean chinese = false;
    for (int i = 0; i < bytes.length; i++) {
      int next = i + 1 < bytes.length ? bytes[i + 1] : -1;
      if (bytes[i] == '~' && (next == '{' || next == '}' || next == '~' || next == '\n')) {
        chinese = next == '{' || chinese && next != '}';
        if (next == '~') {
          out.write('~');
        }
        i++;
      } else if (chinese && bytes[i] != '\n') {
        out.write(bytes[i] | 0x80);
      } else {
        chinese = chinese && bytes[i] != '\n';
        out.write(bytes[i]);
      }
    }
    return out.toString(GB18030);
  }
}
