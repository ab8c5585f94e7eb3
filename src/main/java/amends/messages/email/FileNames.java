package amends.messages.email;

import java.text.Normalizer;
import org.jspecify.annotations.Nullable;

/** Names of attachments: shown and offered, never used as a path by us. */
final class FileNames {
  private static final int LONGEST = 200;

  private FileNames() {}

  static String clean(@Nullable String written, String otherwise) {
    if (written == null) {
      return otherwise;
    }
    String composed = Normalizer.normalize(Cleaning.cut(written, 4_000), Normalizer.Form.NFC);
    StringBuilder name = new StringBuilder();
    composed.codePoints().filter(FileNames::visible).forEach(name::appendCodePoint);
    String visible = name.toString();
    visible = visible.substring(Math.max(visible.lastIndexOf('/'), visible.lastIndexOf('\\')) + 1);
    int from = 0;
    // ".htaccess", "..": a leading dot means something to file systems and nothing to people.
    while (from < visible.length()
        && (visible.charAt(from) == '.' || visible.charAt(from) == ' ')) {
      from++;
    }
    int to = visible.length();
    while (to > from && (visible.charAt(to - 1) == '.' || visible.charAt(to - 1) == ' ')) {
      to--;
    }
    String bare = shortened(visible.substring(from, to));
    return bare.isEmpty() ? otherwise : bare;
  }

  private static boolean visible(int c) {
    return switch (Character.getType(c)) {
      case Character.CONTROL,
          Character.FORMAT,
          Character.SURROGATE,
          Character.PRIVATE_USE,
          Character.UNASSIGNED,
          Character.LINE_SEPARATOR,
          Character.PARAGRAPH_SEPARATOR ->
          false;
      default -> true;
    };
  }

  /** Keeps the ending, by which people know what it is. */
  private static String shortened(String name) {
    if (name.length() <= LONGEST) {
      return name;
    }
    int dot = name.lastIndexOf('.');
    String ending = dot > 0 && name.length() - dot <= 12 ? name.substring(dot) : "";
    return Cleaning.cut(name, LONGEST - ending.length()) + ending;
  }
}
