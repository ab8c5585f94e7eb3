package amends.messages.email;

import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** The properties within a winmail.dat, by their numbers (MS-OXPROPS). */
final class MapiProperties {
  static final int BODY = 0x1000;
  static final int RTF = 0x1009;
  static final int HTML = 0x1013;
  static final int CODE_PAGE = 0x3FDE;
  static final int DATA = 0x3701;
  static final int LONG_NAME = 0x3707;
  static final int MIME_TYPE = 0x370E;
  static final int CONTENT_ID = 0x3712;

  private static final int UNICODE = 0x001F;
  private static final int MOST = 2_000;

  private final Map<Integer, byte[]> values = new HashMap<>();
  private final Map<Integer, Integer> types = new HashMap<>();
  private final Charset charset;

  private MapiProperties(Charset charset) {
    this.charset = charset;
  }

  static MapiProperties read(byte[] data, Charset charset) {
    MapiProperties properties = new MapiProperties(charset);
    LittleEndian in = new LittleEndian(data);
    int count = Math.clamp(in.int4(), 0, MOST);
    for (int i = 0; i < count && in.left() > 4; i++) {
      properties.property(in);
    }
    return properties;
  }

  byte @Nullable [] bytes(int id) {
    return values.get(id);
  }

  @Nullable String string(int id) {
    byte[] value = values.get(id);
    if (value == null) {
      return null;
    }
    boolean unicode = types.getOrDefault(id, 0) == UNICODE;
    String text = new String(value, unicode ? StandardCharsets.UTF_16LE : charset);
    int end = text.indexOf('\0');
    return end < 0 ? text : text.substring(0, end);
  }

  /** Written in the code page that the message names for the internet. */
  @Nullable String html() {
    byte[] value = values.get(HTML);
    if (value == null) {
      return null;
    }
    if (types.getOrDefault(HTML, 0) == UNICODE) {
      return string(HTML);
    }
    byte[] page = values.get(CODE_PAGE);
    int number = page == null ? 0 : new LittleEndian(page).int4();
    return Charsets.decode(value, number == 0 || number == 65001 ? null : "cp" + number);
  }

  private void property(LittleEndian in) {
    int type = in.int2();
    int id = in.int2();
    if (id >= 0x8000) {
      in.skip(16);
      boolean named = in.int4() != 0;
      int length = in.int4();
      if (named) {
        in.skip(padded(length));
      }
    }
    boolean many = (type & 0x1000) != 0;
    int base = type & 0xFFF;
    boolean variable = base == 0x1E || base == UNICODE || base == 0x102 || base == 0x0D;
    int count = many || variable ? Math.clamp(in.int4(), 0, MOST) : 1;
    for (int i = 0; i < count && in.left() > 0; i++) {
      int length = variable ? in.int4() : width(base);
      byte[] value = in.bytes(length);
      in.skip(padded(length) - length);
      values.putIfAbsent(id, value);
      types.putIfAbsent(id, base);
    }
  }

  private static int padded(int length) {
    return length < 0 || length > 1 << 30 ? 0 : (length + 3) / 4 * 4;
  }

  private static int width(int base) {
    return switch (base) {
      case 0x05, 0x06, 0x07, 0x14, 0x40 -> 8;
      case 0x48 -> 16;
      default -> 4;
    };
  }
}
