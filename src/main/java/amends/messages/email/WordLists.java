package amends.messages.email;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Objects;

/**
 * Words that mailers write, as data beside the code: lines under {@code [headings]}, {@code #} for
 * remarks. New languages and servers are new lines.
 */
final class WordLists {
  private WordLists() {}

  /** One line and the heading that it stands under; empty before the first heading. */
  record Entry(String heading, String words) {}

  /** All lines in the file's order; a heading may come again. */
  static List<Entry> read(String file) {
    List<Entry> entries = new ArrayList<>();
    String heading = "";
    for (String line : (Iterable<String>) text(file).lines()::iterator) {
      if (line.startsWith("[") && line.endsWith("]")) {
        heading = line.substring(1, line.length() - 1);
      } else if (!line.isBlank() && !line.startsWith("#")) {
        entries.add(new Entry(heading, line.strip()));
      }
    }
    return entries;
  }

  /** The lines under one heading. */
  static List<String> list(String file, String heading) {
    return read(file).stream()
        .filter(entry -> entry.heading().equals(heading))
        .map(Entry::words)
        .toList();
  }

  /** Lower case, with one space where there was any white space, and one shape of apostrophe. */
  static String plain(String words) {
    StringBuilder out = new StringBuilder(words.length());
    String lower = words.toLowerCase(Locale.ROOT);
    for (int i = 0; i < lower.length(); i++) {
      char c = lower.charAt(i);
      boolean space = c <= ' ' || c == '\u00A0' || c == '\u202F' || c == '\u3000';
      if (!space) {
        out.append(c == '’' || c == '`' || c == '´' ? '\'' : c);
      } else if (!out.isEmpty() && out.charAt(out.length() - 1) != ' ') {
        out.append(' ');
      }
    }
    return out.toString().stripTrailing();
  }

  private static String text(String file) {
    try (InputStream in = WordLists.class.getResourceAsStream(file)) {
      return new String(Objects.requireNonNull(in, file).readAllBytes(), UTF_8);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
