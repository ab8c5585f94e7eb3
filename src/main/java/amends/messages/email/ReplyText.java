package amends.messages.email;

import java.util.ArrayList;
import java.util.List;
import org.jsoup.nodes.Document;

/**
 * The new words of a message: without quotation, without signature. Three steps, each of its own
 * class and each free to grow: what the mailer marked in HTML ({@link QuotedHtml}), how quotation
 * begins in text ({@link Attributions}, {@link QuotedHeaders}), and how a letter ends ({@link
 * Signatures}). Every line is looked at a bounded number of times.
 */
final class ReplyText {
  private static final int WRAPPED = 55;

  private ReplyText() {}

  static String of(BodyText body) {
    String fromText = trim(body.text());
    Document page = body.page();
    if (page == null || !QuotedHtml.cut(page)) {
      return fromText;
    }
    String fromHtml = trim(HtmlText.of(page));
    return fromHtml.isEmpty() ? fromText : fromHtml;
  }

  static String trim(String text) {
    List<String> lines = ClearSigned.within(text.lines().map(ReplyText::spaced).toList());
    List<String> kept = withoutQuotation(lines);
    int end = Signatures.start(kept);
    List<String> words = kept.subList(0, end);
    return String.join("\n", withoutEdges(words));
  }

  /** Without the marks of writing direction and the like, which stand around names and moments. */
  private static String spaced(String line) {
    StringBuilder out = new StringBuilder(line.length());
    for (int i = 0; i < line.length(); i++) {
      char c = line.charAt(i);
      boolean invisible =
          c == '\u200B'
              || c == '\u200E'
              || c == '\u200F'
              || c == '\uFEFF'
              || c == '\u00AD'
              || c >= '\u202A' && c <= '\u202E'
              || c >= '\u2066' && c <= '\u2069';
      if (!invisible) {
        out.append(c == '\u00A0' || c == '\u202F' ? ' ' : c);
      }
    }
    return out.toString().stripTrailing();
  }

  private static List<String> withoutQuotation(List<String> lines) {
    List<String> kept = new ArrayList<>();
    boolean dropped = false;
    boolean said = false;
    for (int i = 0; i < lines.size(); i++) {
      String line = lines.get(i);
      if (quoted(line)) {
        if (!dropped) {
          dropSeparators(kept);
          kept.add("");
        }
        dropped = true;
        i = afterWrapped(lines, i);
        continue;
      }
      if (dropped && line.isBlank()) {
        continue;
      }
      if (Separators.answerAbove(line)) {
        if (!said) {
          continue;
        }
        dropSeparators(kept);
        return kept;
      }
      int attribution = introduction(lines, i);
      if (attribution > 0) {
        int next = nextWords(lines, i + attribution);
        if (next == lines.size() || !quoted(lines.get(next))) {
          dropSeparators(kept);
          return kept;
        }
        i = next - 1;
        continue;
      }
      kept.add(line);
      said |= !line.isBlank();
      dropped = false;
    }
    return kept;
  }

  /** How many lines say that a quotation follows. */
  private static int introduction(List<String> lines, int at) {
    if (!Separators.originalMessage(lines.get(at))) {
      return QuotedHeaders.starts(lines, at)
          ? QuotedHeaders.length(lines, at)
          : Attributions.length(lines, at);
    }
    int next = nextWords(lines, at + 1);
    if (next == lines.size()) {
      return 1;
    }
    int more = Math.max(QuotedHeaders.length(lines, next), Attributions.length(lines, next));
    return more == 0 ? 1 : next - at + more;
  }

  static boolean quoted(String line) {
    if (line.startsWith("&gt;")) {
      return true;
    }
    for (int i = 0; i < line.length() && i < 4; i++) {
      char c = line.charAt(i);
      if (c == '>' || c == '＞') {
        return true;
      }
      if (c != ' ' && c != '\t') {
        return false;
      }
    }
    return false;
  }

  /** Mailers wrap quoted lines without marking the rest; that rest stands between two marks. */
  private static int afterWrapped(List<String> lines, int quoted) {
    boolean rest =
        quoted + 2 < lines.size()
            && lines.get(quoted).length() >= WRAPPED
            && !lines.get(quoted + 1).isBlank()
            && lines.get(quoted + 1).length() < WRAPPED
            && quoted(lines.get(quoted + 2));
    return rest ? quoted + 1 : quoted;
  }

  private static int nextWords(List<String> lines, int from) {
    int at = from;
    while (at < lines.size() && lines.get(at).isBlank()) {
      at++;
    }
    return at;
  }

  /** A rule drawn above the quotation belongs to it. */
  private static void dropSeparators(List<String> kept) {
    while (!kept.isEmpty() && (kept.getLast().isBlank() || Separators.rule(kept.getLast()))) {
      kept.removeLast();
    }
  }

  private static List<String> withoutEdges(List<String> lines) {
    int from = 0;
    int to = lines.size();
    while (from < to && lines.get(from).isBlank()) {
      from++;
    }
    while (to > from && lines.get(to - 1).isBlank()) {
      to--;
    }
    List<String> words = new ArrayList<>();
    int blank = 0;
    for (String line : lines.subList(from, to)) {
      blank = line.isBlank() ? blank + 1 : 0;
      // Where a quotation stood in the middle, one empty line is enough.
      if (blank <= 2) {
        words.add(line);
      }
    }
    return words;
  }
}
