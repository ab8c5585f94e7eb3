package amends.messages.email;

import java.util.List;
import java.util.Locale;

/**
 * "Kind regards, Ann" and the block of titles, numbers and links below. Numbers go only where a
 * farewell stands above them: without one they may be what was asked for. Thanks are words; the
 * name below them stays with them.
 */
final class Farewells {
  private static final int MOST_BELOW = 20;
  private static final int LONGEST_LINE = 90;

  private Farewells() {}

  /** The first line of the farewell; the number of lines where there is none. */
  static int start(List<String> lines) {
    for (int i = lines.size() - 1; i > 0 && i >= lines.size() - MOST_BELOW; i--) {
      String bare = bare(lines.get(i));
      boolean thanks = ReplyWords.THANKS.contains(bare);
      if (thanks || ReplyWords.VALEDICTIONS.contains(bare) || withName(lines.get(i), bare)) {
        return thanks ? belowThanks(lines, i) : alone(lines, i);
      }
    }
    return lines.size();
  }

  /** Where words follow it, it is no end; where none came before, it is all there is. */
  private static int alone(List<String> lines, int farewell) {
    boolean first = lines.subList(0, farewell).stream().allMatch(String::isBlank);
    boolean more = lines.subList(farewell + 1, lines.size()).stream().anyMatch(Farewells::sentence);
    return first || more ? lines.size() : farewell;
  }

  private static int belowThanks(List<String> lines, int thanks) {
    int name = next(lines, thanks + 1);
    if (name >= lines.size() || !name(lines.get(name))) {
      return lines.size();
    }
    List<String> below = lines.subList(name + 1, lines.size());
    boolean over = below.stream().noneMatch(Farewells::sentence);
    return over && below.stream().anyMatch(Farewells::contact) ? name + 1 : lines.size();
  }

  /** "Viele Grüße Ann", "Best regards, Ann Lee". */
  private static boolean withName(String line, String bare) {
    for (int at = bare.indexOf(' '); at > 0; at = bare.indexOf(' ', at + 1)) {
      String words = bare(bare.substring(0, at));
      String name = bare.substring(at + 1);
      boolean clear = words.indexOf(' ') > 0 || words.length() <= 3 || words.equals("regards");
      if (clear && ReplyWords.VALEDICTIONS.contains(words)) {
        return name.length() < 40 && name.split(" ", 5).length <= 3 && capital(line, name);
      }
    }
    return false;
  }

  private static boolean capital(String line, String name) {
    String written = line.strip();
    int at = written.toLowerCase(Locale.ROOT).lastIndexOf(name);
    return at > 0
        && at < written.length()
        && !Character.isLowerCase(written.codePointAt(at))
        && name.chars().noneMatch(c -> Character.isDigit(c) || c == '?' || c == ':');
  }

  /** In lower case, without what is drawn around it. */
  private static String bare(String line) {
    String lower = WordLists.plain(line);
    int to = lower.length();
    while (to > 0 && !Character.isLetter(lower.codePointBefore(to))) {
      to -= Character.charCount(lower.codePointBefore(to));
    }
    int from = 0;
    while (from < to && (lower.charAt(from) == '*' || lower.charAt(from) == ' ')) {
      from++;
    }
    return to - from > 60 ? "" : lower.substring(from, to);
  }

  private static int next(List<String> lines, int from) {
    int at = from;
    while (at < lines.size() && lines.get(at).isBlank()) {
      at++;
    }
    return at;
  }

  private static boolean name(String line) {
    String bare = line.strip();
    return bare.length() < 50
        && bare.chars().noneMatch(Character::isDigit)
        && bare.indexOf('@') < 0
        && bare.split(" ", 8).length <= 5;
  }

  private static boolean sentence(String line) {
    String bare = line.strip();
    String lower = bare.toLowerCase(Locale.ROOT);
    boolean postscript =
        lower.startsWith("ps") || lower.startsWith("p.s") || lower.startsWith("p. s");
    boolean ended = bare.endsWith(".") && bare.split(" ", 9).length > 6;
    return bare.length() > LONGEST_LINE
        || postscript
        || bare.endsWith("?")
        || bare.endsWith("？")
        || bare.endsWith("。")
        || ended;
  }

  private static boolean contact(String line) {
    String lower = line.strip().toLowerCase(Locale.ROOT);
    long digits = line.chars().filter(Character::isDigit).count();
    return digits >= 6
        || line.indexOf('@') > 0
        || lower.contains("www.")
        || lower.contains("http")
        || line.indexOf('|') > 0
        || List.of(" gmbh", " ltd", " ltd.", " inc.", " inc").stream().anyMatch(lower::endsWith);
  }
}
