package amends.messages.email;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.Charset;
import java.nio.charset.CodingErrorAction;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Bytes to text, whatever the sender said about them. */
final class Charsets {
  private static final Charset WINDOWS_1252 = Charset.forName("windows-1252");

  // What senders write is often narrower than what they send: the superset reads both.
  private static final Map<String, String> SUPERSETS =
      Map.ofEntries(
          Map.entry("iso-8859-1", "windows-1252"),
          Map.entry("latin1", "windows-1252"),
          Map.entry("iso8859-1", "windows-1252"),
          Map.entry("iso-8859-9", "windows-1254"),
          Map.entry("iso-8859-8-i", "iso-8859-8"),
          Map.entry("gb2312", "gb18030"),
          Map.entry("gbk", "gb18030"),
          Map.entry("x-gbk", "gb18030"),
          Map.entry("shift_jis", "windows-31j"),
          Map.entry("shift-jis", "windows-31j"),
          Map.entry("x-sjis", "windows-31j"),
          Map.entry("iso-2022-jp", "x-windows-iso2022jp"),
          Map.entry("ks_c_5601-1987", "x-windows-949"),
          Map.entry("euc-kr", "x-windows-949"),
          Map.entry("cp-850", "ibm850"),
          Map.entry("macintosh", "x-macroman"),
          Map.entry("utf8", "utf-8"),
          Map.entry("utf-8mb4", "utf-8"));

  private Charsets() {}

  static String decode(byte[] bytes, @Nullable String declared) {
    Charset charset = find(declared);
    String text = charset == null || isAscii(charset) ? guess(bytes) : decode(bytes, charset);
    return text.startsWith("\uFEFF") ? text.substring(1) : text;
  }

  private static String decode(byte[] bytes, Charset charset) {
    if (!charset.equals(UTF_8)) {
      return new String(bytes, charset);
    }
    String strict = strict(bytes, UTF_8);
    if (strict != null) {
      return strict;
    }
    String lenient = new String(bytes, UTF_8);
    return brokenMoreThanWhole(lenient) ? new String(bytes, WINDOWS_1252) : lenient;
  }

  private static boolean brokenMoreThanWhole(String text) {
    int broken = 0;
    int whole = 0;
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      if (c == '\uFFFD') {
        broken++;
      } else if (c > 127) {
        whole++;
      }
    }
    return broken > whole;
  }

  /** Undeclared: strict UTF-8 is never right by chance, everything else is read as windows-1252. */
  static String guess(byte[] bytes) {
    for (int i = 0; i + 2 < bytes.length && i < 4_096; i++) {
      if (bytes[i] == 0x1B && bytes[i + 1] == '$' && (bytes[i + 2] == 'B' || bytes[i + 2] == '@')) {
        return new String(bytes, Charset.forName("x-windows-iso2022jp"));
      }
    }
    String strict = strict(bytes, UTF_8);
    return strict == null ? new String(bytes, WINDOWS_1252) : strict;
  }

  private static @Nullable String strict(byte[] bytes, Charset charset) {
    try {
      return charset
          .newDecoder()
          .onMalformedInput(CodingErrorAction.REPORT)
          .onUnmappableCharacter(CodingErrorAction.REPORT)
          .decode(ByteBuffer.wrap(bytes))
          .toString();
    } catch (CharacterCodingException e) {
      return null;
    }
  }

  private static boolean isAscii(Charset charset) {
    return charset.name().equals("US-ASCII");
  }

  static @Nullable Charset find(@Nullable String declared) {
    if (declared == null || declared.length() > 60) {
      return null;
    }
    String name = declared.strip().toLowerCase(Locale.ROOT).replace("\"", "").replace("'", "");
    try {
      return Charset.forName(SUPERSETS.getOrDefault(name, name));
    } catch (IllegalArgumentException e) {
      return null;
    }
  }
}
