package amends.messages.email;

import java.util.List;

/** Paragraphs that lawyers, virus scanners and mailing lists put below a letter. */
final class Footers {
  private static final int LONG = 60;

  private Footers() {}

  /** The first line of the footers at the end; the number of lines where there are none. */
  static int start(List<String> lines) {
    int end = lines.size();
    for (int from = paragraph(lines, end); from > 0; from = paragraph(lines, from)) {
      if (!footer(lines, from, end)) {
        break;
      }
      end = from;
    }
    return rest(lines, end);
  }

  /** Where the last paragraph before {@code end} begins; 0 where it is the first one. */
  private static int paragraph(List<String> lines, int end) {
    int at = end;
    while (at > 0 && lines.get(at - 1).isBlank()) {
      at--;
    }
    while (at > 0 && !lines.get(at - 1).isBlank()) {
      at--;
    }
    return at;
  }

  private static boolean footer(List<String> lines, int from, int end) {
    String words = WordLists.plain(String.join(" ", lines.subList(from, end))).strip();
    String bare = words;
    while (!bare.isEmpty() && "*_-=[]().! ".indexOf(bare.charAt(0)) >= 0) {
      bare = bare.substring(1);
    }
    if (bare.isEmpty()) {
      return !words.isEmpty();
    }
    if (ReplyWords.containsAny(bare, ReplyWords.FOOTERS)) {
      return true;
    }
    boolean begins = ReplyWords.startsWithAny(bare, ReplyWords.DISCLAIMERS);
    boolean signs = ReplyWords.containsAny(bare, ReplyWords.DISCLAIMER_SIGNS);
    boolean heading = begins && bare.length() < 40 && end < lines.size();
    return begins && signs && bare.length() >= LONG || heading || begins && scanner(bare);
  }

  private static boolean scanner(String words) {
    return words.contains("avast")
        || words.contains("avg.com")
        || words.contains("before print")
        || words.contains("environment")
        || words.contains("before you print");
  }

  /** A rule drawn above the footers belongs to them. */
  private static int rest(List<String> lines, int end) {
    int at = end;
    while (at > 0
        && at <= lines.size()
        && end < lines.size()
        && (lines.get(at - 1).isBlank() || Separators.rule(lines.get(at - 1)))) {
      at--;
    }
    return at;
  }
}
