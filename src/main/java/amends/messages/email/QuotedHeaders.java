package amends.messages.email;

import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** The block "From: / Sent: / To: / Subject:" with which Outlook and its kin begin a quotation. */
final class QuotedHeaders {
  private enum Kind {
    FROM,
    SENT,
    TO,
    SUBJECT
  }

  private static final int LONGEST_LABEL = 24;
  private static final int MOST_LINES = 9;

  private static final Map<Kind, Set<String>> LABELS =
      Map.of(
          Kind.FROM, Set.copyOf(ReplyWords.list("from")),
          Kind.SENT, Set.copyOf(ReplyWords.list("sent")),
          Kind.TO, Set.copyOf(ReplyWords.list("to")),
          Kind.SUBJECT, Set.copyOf(ReplyWords.list("subject")));

  private QuotedHeaders() {}

  /**
   * A customer may write "From: Bonn, To: Kiel" too; a subject or an address tells the two apart.
   */
  static boolean starts(List<String> lines, int at) {
    Kind first = kind(lines.get(at));
    if (first == null || first == Kind.TO || first == Kind.SUBJECT) {
      return false;
    }
    EnumSet<Kind> seen = EnumSet.of(first);
    boolean address = lines.get(at).indexOf('@') >= 0;
    int misses = 0;
    boolean valueBelow = bare(lines.get(at));
    for (int i = at + 1; i < lines.size() && i <= at + MOST_LINES && misses < 2; i++) {
      String line = lines.get(i);
      Kind kind = kind(line);
      if (kind != null) {
        seen.add(kind);
        address |= line.indexOf('@') >= 0;
        valueBelow = bare(line);
      } else if (!line.isBlank()) {
        // Where the value stands below its label, that line is part of the block.
        address |= valueBelow && line.indexOf('@') >= 0;
        misses += valueBelow ? 0 : 1;
        valueBelow = false;
      }
    }
    return seen.contains(Kind.FROM)
        && (seen.size() >= 3 || (seen.size() == 2 && address && seen.contains(Kind.SENT)))
        && (address || seen.contains(Kind.SUBJECT));
  }

  /** How many lines the block takes that begins here; 0 where this is no line of one. */
  static int length(List<String> lines, int at) {
    int end = at;
    for (int i = at; i < lines.size() && i <= at + MOST_LINES; i++) {
      boolean valueBelow = i > at && i == end && bare(lines.get(i - 1)) && !lines.get(i).isBlank();
      if (kind(lines.get(i)) != null || valueBelow) {
        end = i + 1;
      }
    }
    return end - at;
  }

  private static boolean bare(String line) {
    String end = line.replace("*", "").strip();
    return end.endsWith(":") || end.endsWith("：");
  }

  private static @Nullable Kind kind(String line) {
    int from = 0;
    while (from < line.length() && " \t*|_".indexOf(line.charAt(from)) >= 0) {
      from++;
    }
    int colon = colon(line, from);
    if (colon < 0) {
      return null;
    }
    String label = line.substring(from, colon).replace("*", "").strip().toLowerCase(Locale.ROOT);
    for (Map.Entry<Kind, Set<String>> labels : LABELS.entrySet()) {
      if (labels.getValue().contains(label)) {
        return labels.getKey();
      }
    }
    return null;
  }

  /** A table drawn with bars has one between the label and its value. */
  private static int colon(String line, int from) {
    boolean table = line.startsWith("|");
    for (int i = from; i < line.length() && i <= from + LONGEST_LABEL; i++) {
      char c = line.charAt(i);
      if (c == ':' || c == '：' || c == '|' && table) {
        return i;
      }
    }
    return -1;
  }
}
