package amends.shared;

import com.ibm.icu.util.TimeZone;
import java.time.DateTimeException;
import java.time.Duration;
import java.time.LocalDateTime;
import java.time.format.DateTimeFormatter;
import java.util.Locale;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * One line of a calendar file (RFC 5545, section 3.1), as its senders really write them. Files are
 * read in one pass over their lines, whatever they hold; a library would unfold rules of repetition
 * and fetch time zones from the network, and neither is wanted here.
 *
 * @param head the name with its parameters
 * @param value as it stands behind the colon
 */
public record ContentLine(String head, String value) {
  private static final int LONGEST = 64 * 1024;
  private static final DateTimeFormatter MOMENT =
      DateTimeFormatter.ofPattern("uuuuMMdd'T'HHmmss", Locale.ROOT);

  /**
   * Reads the lines of a file, those that were folded put together; what is no line is left out,
   * and of longer ones only the beginning is read.
   *
   * @param most how many written lines are looked at
   */
  public static void read(String text, long most, Consumer<ContentLine> each) {
    StringBuilder line = new StringBuilder();
    for (String next : (Iterable<String>) text.lines().limit(most)::iterator) {
      boolean folded = next.startsWith(" ") || next.startsWith("\t");
      if (!folded) {
        tell(line.toString(), each);
        line.setLength(0);
      }
      if (line.length() < LONGEST) {
        line.append(next, folded ? 1 : 0, Math.min(next.length(), LONGEST));
      }
    }
    tell(line.toString(), each);
  }

  private static void tell(String line, Consumer<ContentLine> each) {
    int colon = colon(line);
    if (colon > 0) {
      each.accept(new ContentLine(line.substring(0, colon), line.substring(colon + 1).strip()));
    }
  }

  /** The colon behind the parameters, which may hold others in quotes. */
  private static int colon(String line) {
    boolean quoted = false;
    for (int i = 0; i < line.length(); i++) {
      char c = line.charAt(i);
      quoted ^= c == '"';
      if (c == ':' && !quoted) {
        return i;
      }
    }
    return -1;
  }

  /** In capitals. */
  public String name() {
    return head.split(";", 2)[0].strip().toUpperCase(Locale.ROOT);
  }

  /** The value without its escapes; what breaks the line in it is given. */
  public String text(char lineBreak) {
    StringBuilder out = new StringBuilder();
    for (int i = 0; i < value.length(); i++) {
      char c = value.charAt(i);
      if (c == '\\' && i + 1 < value.length()) {
        char next = value.charAt(++i);
        out.append(next == 'n' || next == 'N' ? lineBreak : next);
      } else {
        out.append(c);
      }
    }
    return out.toString();
  }

  /** Words as they stand in a calendar file (section 3.3.11). */
  public static String escaped(String words) {
    return words
        .replace("\\", "\\\\")
        .replace(";", "\\;")
        .replace(",", "\\,")
        .replaceAll("[\\r\\n]+", "\\\\n");
  }

  /** By the clock of whichever zone; a day alone begins at midnight. Null where it is no moment. */
  public @Nullable LocalDateTime moment() {
    String bare = isUniversal() ? value.substring(0, value.length() - 1) : value;
    try {
      return LocalDateTime.parse(bare.length() == 8 ? bare + "T000000" : bare, MOMENT);
    } catch (DateTimeException e) {
      return null;
    }
  }

  public boolean isUniversal() {
    return value.endsWith("Z");
  }

  /** The moment so long after another; null where it is no length of time. */
  public @Nullable LocalDateTime after(@Nullable LocalDateTime start) {
    try {
      return start == null ? null : start.plus(Duration.parse(value));
    } catch (DateTimeException | ArithmeticException e) {
      return null;
    }
  }

  /** The name of a zone as the IANA writes it, where Outlook names it as Windows does. */
  public static String zone(@Nullable String written) {
    if (written == null || written.length() > 100) {
      return "";
    }
    String known = TimeZone.getIDForWindowsID(written, "001");
    String name = known == null ? written : known;
    return name.substring(
        name.startsWith("/") ? name.lastIndexOf('/', name.lastIndexOf('/') - 1) + 1 : 0);
  }
}
