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
    return fromHtml.isEmpty() && body.plainSent() ? fromText : fromHtml;
  }

  static String trim(String text) {
    List<String> lines = text.lines().map(ReplyText::spaced).toList();
    List<String> kept = withoutQuotation(lines);
    int end = Signatures.start(kept);
    List<String> words = kept.subList(0, end);
    return String.join("\n", withoutEdges(words));
  }

  private static String spaced(String line) {
    return line.replace('\u00A0', ' ').replace('\u202F', ' ').stripTrailing();
  }

  private static List<String> withoutQuotation(List<String> lines) {
    List<String> kept = new ArrayList<>();
    boolean dropped = false;
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
      if (QuotedHeaders.starts(lines, i) || Separators.originalMessage(line)) {
        dropSeparators(kept);
        return kept;
      }
      int attribution = Attributions.length(lines, i);
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
      dropped = false;
    }
    return kept;
  }

  private static boolean quoted(String line) {
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
