package amends.messages.email;

import java.util.List;
import java.util.Locale;

/**
 * The line "On 3 May 2026 at 10:12, Ann Lee wrote:", which many mailers wrap, in many languages.
 */
final class Attributions {
  private static final int MOST_LINES = 4;
  private static final int LONGEST = 400;

  private static final List<String> BEGINNINGS =
      List.of(
          "on ", "le ", "am ", "el ", "il ", "em ", "op ", "den ", "dne ", "dnia ", "w dniu ",
          "ke ", "pe ", "ma ", "ti ", "to ", "la ", "su ", "at ", "в ", "на ", "vào ", "pada ",
          "a ");

  private static final List<String> VERBS =
      List.of(
          "wrote",
          "a écrit",
          "schrieb",
          "escribió",
          "ha scritto",
          "scrisse",
          "escreveu",
          "schreef",
          "skrev",
          "napisał",
          "napsal",
          "написал",
          "пишет",
          "писал",
          "пише",
          "kirjoitti",
          "írta",
          "yazdı",
          "şunu yazdı",
          "a scris",
          "đã viết",
          "έγραψε",
          "menulis",
          "のメール",
          "書きました",
          "写道",
          "寫道",
          "작성");

  private Attributions() {}

  /** How many lines, from this one on, introduce a quotation; 0 for none. */
  static int length(List<String> lines, int at) {
    if (!canBegin(lines.get(at))) {
      return 0;
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

  private static boolean canBegin(String line) {
    String lower = line.strip().toLowerCase(Locale.ROOT);
    if (lower.isEmpty() || lower.length() > LONGEST) {
      return false;
    }
    return BEGINNINGS.stream().anyMatch(lower::startsWith)
        || digits(lower) >= 4
        || lower.indexOf('@') >= 0
        || VERBS.stream().anyMatch(lower::contains);
  }

  private static boolean complete(String candidate) {
    String lower = candidate.toLowerCase(Locale.ROOT);
    boolean colon = lower.endsWith(":") || lower.endsWith("：");
    boolean address = lower.indexOf('@') >= 0;
    int digits = digits(lower);
    int verb = lastVerb(lower);
    if (verb >= 0) {
      boolean closes = colon || lower.length() - verb <= 14;
      boolean begins = BEGINNINGS.stream().anyMatch(lower::startsWith);
      return closes
          && (address ? colon || digits >= 4 : digits >= 3 && colon && (begins || digits >= 6));
    }
    return colon && address && digits >= 6;
  }

  private static int lastVerb(String lower) {
    int last = -1;
    for (String verb : VERBS) {
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
