package amends.messages.email;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;

/** Exchange's compression of rich text (MS-OXRTFCP): a window that begins with common words. */
final class CompressedRtf {
  private static final int COMPRESSED = 0x75465A4C;
  private static final int STORED = 0x414C454D;
  private static final int WINDOW = 4096;
  private static final int MOST = 16 * 1024 * 1024;

  /** Given by the specification; every reader begins with it. */
  private static final String BEGINNING =
      "{\\rtf1\\ansi\\mac\\deff0\\deftab720{\\fonttbl;}{\\f0\\fnil \\froman \\fswiss \\fmodern "
          + "\\fscript \\fdecor MS Sans SerifSymbolArialTimes New RomanCourier{\\colortbl\\red0"
          + "\\green0\\blue0\r\n\\par \\pard\\plain\\f0\\fs20\\b\\i\\u\\tab\\tx";

  private CompressedRtf() {}

  static byte[] decompress(byte[] packed) {
    LittleEndian in = new LittleEndian(packed);
    in.skip(4);
    int size = in.int4();
    int kind = in.int4();
    in.skip(4);
    if (kind == STORED) {
      return in.bytes(in.left());
    }
    return kind == COMPRESSED ? window(in, Math.clamp(size, 0, MOST)) : new byte[0];
  }

  private static byte[] window(LittleEndian in, int size) {
    byte[] window = new byte[WINDOW];
    byte[] beginning = BEGINNING.getBytes(StandardCharsets.US_ASCII);
    System.arraycopy(beginning, 0, window, 0, beginning.length);
    int at = beginning.length;
    ByteArrayOutputStream out = new ByteArrayOutputStream(Math.min(size, 65_536));
    while (in.left() > 0 && out.size() < size) {
      int flags = in.int1();
      for (int bit = 0; bit < 8 && in.left() > 0 && out.size() < size; bit++) {
        if ((flags >> bit & 1) == 0) {
          at = put(window, at, in.int1(), out);
          continue;
        }
        int reference = in.int1() << 8 | in.int1();
        int from = reference >> 4;
        if (from == at) {
          return out.toByteArray();
        }
        for (int i = 0; i < (reference & 0xF) + 2; i++) {
          at = put(window, at, window[(from + i) % WINDOW], out);
        }
      }
    }
    return out.toByteArray();
  }

  private static int put(byte[] window, int at, int value, ByteArrayOutputStream out) {
    out.write(value);
    window[at] = (byte) value;
    return (at + 1) % WINDOW;
  }
}
