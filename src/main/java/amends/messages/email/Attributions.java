package amends.messages.email;

import java.util.List;
import java.util.Locale;

/**
 * The line "On 3 May 2026 at 10:12, Ann Lee wrote:", which many mailers wrap, in many languages.
 */
final class Attributions {
  private static final int MOST_LINES = 4;
  private static final int LONGEST = 400;

  private Attributions() {}

  /**
   * How many lines, from this one on, introduce a quotation; 0 for none. Marked lines right below
   * are proof enough for "Ann wrote:"; without them a moment or an address must be named.
   */
  static int length(List<String> lines, int at) {
    if (!canBegin(lines.get(at))) {
      return 0;
    }
    if (introducesMarked(lines, at)) {
      return 1;
    }
    StringBuilder joined = new StringBuilder();
    for (int i = at; i < lines.size() && i < at + MOST_LINES; i++) {
      String line = lines.get(i).strip();
      // Some mailers wrap an address just before its closing bracket.
      boolean bracket = line.startsWith(">") && joined.lastIndexOf("<") > joined.lastIndexOf(">");
      boolean over = line.isEmpty() || (line.startsWith(">") && !bracket);
      if (over || joined.length() + line.length() > LONGEST) {
        return 0;
      }
      joined.append(joined.isEmpty() ? "" : " ").append(line);
      if (complete(joined.toString())) {
        return i - at + 1;
      }
      // Only a wrapped line goes on; a sentence that has ended does not.
      if (line.endsWith(".") || line.endsWith("!") || line.endsWith("?")) {
        return 0;
      }
    }
    return 0;
  }

  private static boolean introducesMarked(List<String> lines, int at) {
    String lower = lines.get(at).strip().toLowerCase(Locale.ROOT);
    int next = at + 1;
    while (next < lines.size() && next < at + 3 && lines.get(next).isBlank()) {
      next++;
    }
    boolean marked = next < lines.size() && ReplyText.quoted(lines.get(next));
    boolean colon = lower.endsWith(":") || lower.endsWith("：");
    return marked && colon && lower.length() < 160 && lastVerb(lower) >= 0;
  }

  private static boolean canBegin(String line) {
    String lower = line.strip().toLowerCase(Locale.ROOT);
    if (lower.isEmpty() || lower.length() > LONGEST) {
      return false;
    }
    return ReplyWords.startsWithWord(lower, ReplyWords.BEGINNINGS)
        || digits(lower) >= 4
        || lower.indexOf('@') >= 0
        || ReplyWords.containsAny(lower, ReplyWords.VERBS);
  }

  private static boolean complete(String candidate) {
    String lower = candidate.toLowerCase(Locale.ROOT);
    boolean colon = lower.endsWith(":") || lower.endsWith("：");
    boolean address = lower.indexOf('@') >= 0;
    int digits = digits(lower);
    if (ReplyWords.containsAny(lower, ReplyWords.OWN)) {
      return false;
    }
    // Zoho draws its line in a rule: "---- On Mon, … wrote ----", whatever the language.
    if (lower.startsWith("--") && lower.endsWith("--") && address) {
      return digits >= 4 || lastVerb(lower) >= 0;
    }
    int verb = lastVerb(lower);
    if (verb >= 0) {
      boolean closes = colon || lower.length() - verb <= 14;
      boolean begins = ReplyWords.startsWithWord(lower, ReplyWords.BEGINNINGS);
      return closes
          && (address ? colon || digits >= 4 : digits >= 3 && colon && (begins || digits >= 6));
    }
    return colon && address && digits >= 6;
  }

  private static int lastVerb(String lower) {
    int last = -1;
    for (String verb : ReplyWords.VERBS) {
      last = Math.max(last, lower.lastIndexOf(verb));
    }
    return last;
  }

  private static int digits(String line) {
    int digits = 0;
    for (int i = 0; i < line.length(); i++) {
      digits += Character.isDigit(line.charAt(i)) ? 1 : 0;
    }
    return digits;
  }
}
