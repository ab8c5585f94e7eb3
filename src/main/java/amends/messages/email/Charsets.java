package amends.messages.email;

import static java.nio.charset.StandardCharsets.UTF_16;
import static java.nio.charset.StandardCharsets.UTF_16BE;
import static java.nio.charset.StandardCharsets.UTF_16LE;
import static java.nio.charset.StandardCharsets.UTF_8;

import com.ibm.icu.text.CharsetDetector;
import com.ibm.icu.text.CharsetMatch;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.Charset;
import java.nio.charset.CodingErrorAction;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Bytes to text, whatever the sender said about them. */
final class Charsets {
  private static final Charset WINDOWS_1252 = Charset.forName("windows-1252");
  private static final Charset ISO_2022_JP = Charset.forName("x-windows-iso2022jp");
  private static final int SAMPLE = 8_192;
  private static final int SURE = 35;
  private static final Map<String, String> NAMES = names();

  private Charsets() {}

  static String decode(byte[] bytes, @Nullable String declared) {
    String name = name(declared);
    if (Utf7.named(name)) {
      return Utf7.decode(bytes);
    }
    if (Hz.named(name)) {
      return Hz.decode(bytes);
    }
    Charset charset = find(declared);
    String text = charset == null || isAscii(charset) ? guess(bytes) : decode(bytes, charset);
    return text.startsWith("\uFEFF") ? text.substring(1) : text;
  }

  private static String decode(byte[] bytes, Charset charset) {
    if (charset.name().startsWith("UTF-16")) {
      return new String(bytes, endian(bytes, charset));
    }
    if (charset.name().startsWith("UTF-32")) {
      return new String(bytes, charset);
    }
    Charset marked = marked(bytes);
    if (marked != null) {
      return new String(bytes, marked);
    }
    // UTF-8 is never right by chance, whatever the label says.
    String utf8 = high(bytes) >= 2 ? strict(bytes, UTF_8) : null;
    if (utf8 != null && !charset.equals(UTF_8) && !isEastern(charset)) {
      return utf8;
    }
    String strict = strict(bytes, charset);
    if (strict != null) {
      return strict;
    }
    String lenient = new String(bytes, charset);
    return brokenMoreThanWhole(lenient) || charset.name().contains("2022") ? guess(bytes) : lenient;
  }

  /** Of two bytes of such text many pairs are UTF-8 too; a longer run hardly ever. */
  private static boolean isEastern(Charset charset) {
    return charset.newEncoder().maxBytesPerChar() > 1 || charset.name().contains("2022");
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

  /** Undeclared: marks and strict UTF-8 first, then what the bytes look like. */
  static String guess(byte[] bytes) {
    return guess(bytes, null);
  }

  /**
   * @param likely what its neighbours were declared as: short texts look like anything
   */
  static String guess(byte[] bytes, @Nullable String likely) {
    Charset marked = marked(bytes);
    if (marked != null) {
      return new String(bytes, marked);
    }
    if (escapes(bytes)) {
      return new String(bytes, ISO_2022_JP);
    }
    String strict = strict(bytes, UTF_8);
    if (strict != null) {
      return strict;
    }
    Charset near = find(likely);
    String nearly =
        near == null || isAscii(near) || near.equals(UTF_8) ? null : strict(bytes, near);
    return nearly == null ? new String(bytes, detected(bytes)) : nearly;
  }

  /** UTF-8 where it is, else Latin: for what is not worth guessing. */
  static String plainly(byte[] bytes) {
    String strict = strict(bytes, UTF_8);
    return strict == null ? new String(bytes, WINDOWS_1252) : strict;
  }

  private static Charset detected(byte[] bytes) {
    byte[] sample = Arrays.copyOf(bytes, Math.min(bytes.length, SAMPLE));
    if (high(sample) < 12) {
      return WINDOWS_1252;
    }
    CharsetMatch match = new CharsetDetector().setText(sample).detect();
    Charset found = match == null || match.getConfidence() < SURE ? null : find(match.getName());
    return found == null || found.name().startsWith("UTF-") ? WINDOWS_1252 : found;
  }

  private static int high(byte[] bytes) {
    int high = 0;
    for (byte b : bytes) {
      high += b < 0 ? 1 : 0;
    }
    return high;
  }

  private static boolean escapes(byte[] bytes) {
    for (int i = 0; i + 2 < bytes.length && i < SAMPLE; i++) {
      if (bytes[i] == 0x1B && bytes[i + 1] == '$' && (bytes[i + 2] == 'B' || bytes[i + 2] == '@')) {
        return true;
      }
    }
    return false;
  }

  /** The byte order mark of 16-bit text; that of UTF-8 is found by decoding. */
  private static @Nullable Charset marked(byte[] bytes) {
    if (bytes.length < 2 || bytes.length % 2 != 0) {
      return null;
    }
    int first = (bytes[0] & 0xFF) << 8 | bytes[1] & 0xFF;
    return first == 0xFEFF || first == 0xFFFE ? UTF_16 : null;
  }

  /** Without a mark most senders are little-endian, and their spaces and letters tell. */
  private static Charset endian(byte[] bytes, Charset declared) {
    if (marked(bytes) != null) {
      return UTF_16;
    }
    int even = 0;
    int odd = 0;
    for (int i = 0; i + 1 < bytes.length && i < SAMPLE; i += 2) {
      even += bytes[i] == 0 ? 1 : 0;
      odd += bytes[i + 1] == 0 ? 1 : 0;
    }
    return odd > even ? UTF_16LE : even > odd ? UTF_16BE : declared;
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

  private static String name(@Nullable String declared) {
    if (declared == null || declared.length() > 60) {
      return "";
    }
    String name = declared.strip().toLowerCase(Locale.ROOT).replace("\"", "").replace("'", "");
    return name.endsWith(";") ? name.substring(0, name.length() - 1).strip() : name;
  }

  static @Nullable Charset find(@Nullable String declared) {
    String name = name(declared);
    for (String form : List.of(name, name.replace('_', '-').replace(" ", ""), afterCp(name))) {
      try {
        if (!form.isEmpty()) {
          return Charset.forName(NAMES.getOrDefault(form, form));
        }
      } catch (IllegalArgumentException e) {
        // Not a name that Java knows; the next form may be.
      }
    }
    return null;
  }

  /** "cp-1251", "codepage1251", "1251". */
  private static String afterCp(String name) {
    int from = name.length();
    while (from > 0 && Character.isDigit(name.charAt(from - 1))) {
      from--;
    }
    String digits = name.substring(from);
    return digits.startsWith("125") && digits.length() == 4 ? "windows-" + digits : "";
  }

  private static Map<String, String> names() {
    Map<String, String> names = new HashMap<>();
    for (String line : WordLists.list("charsets.txt", "")) {
      int space = line.indexOf(' ');
      names.put(line.substring(0, space), line.substring(space + 1).strip());
    }
    return names;
  }
}
