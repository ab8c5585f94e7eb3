package amends.messages.email;

import java.util.List;

/**
 * Where a letter's words end and its signature, the mailer's own line or a lawyer's begin. What may
 * be a person's words stays: a telephone number in the last lines is often the answer itself.
 */
final class Signatures {
  private static final int LONGEST_MOBILE = 90;
  private static final int FEW_LINES = 12;

  private Signatures() {}

  /** The first line that belongs to the signature; the number of lines where there is none. */
  static int start(List<String> lines) {
    int end = lines.size();
    boolean said = false;
    for (int i = 0; i < end; i++) {
      String line = lines.get(i);
      // A letter that begins with two dashes is no signature.
      boolean signs = delimiter(line) && (said || few(lines, i + 1, FEW_LINES / 2));
      if (signs || (drawn(line) || mobile(line)) && few(lines, i + 1, FEW_LINES)) {
        end = i;
      }
      said |= !line.isBlank();
    }
    end = Footers.start(lines.subList(0, end));
    end = Farewells.start(lines.subList(0, end));
    return dashedName(lines.subList(0, end));
  }

  /** "-- " on a line of its own (RFC 3676), and what is typed in its stead. */
  private static boolean delimiter(String line) {
    return switch (line.strip()) {
      case "--", "- --", "-- --", "—" -> true;
      default -> false;
    };
  }

  private static boolean drawn(String line) {
    String bare = line.strip();
    return bare.equals("–")
        || bare.length() > 1 && bare.chars().allMatch(c -> c == '_' || c == '—' || c == '–');
  }

  /** Whether no more than this many lines with words follow; looks no further than it must. */
  private static boolean few(List<String> lines, int from, int most) {
    int words = 0;
    for (int i = from; i < lines.size() && words <= most; i++) {
      words += lines.get(i).isBlank() ? 0 : 1;
    }
    return words <= most;
  }

  /** A mailer's line has no comma and no full stop; a person's sentence mostly has. */
  static boolean mobile(String line) {
    String bare = line.replace("*", "").strip();
    if (bare.length() < 6 || bare.length() > LONGEST_MOBILE * 3) {
      return false;
    }
    int link = Math.max(bare.indexOf('<'), bare.indexOf("(http"));
    String words = WordLists.plain(trimmed(link > 0 ? bare.substring(0, link) : bare));
    boolean device = ReplyWords.containsAny(words, ReplyWords.DEVICES);
    boolean stop = words.endsWith(".") && !words.endsWith("inc.");
    boolean sentence = words.indexOf(',') >= 0 && (stop || spaces(words) > 7) || stop && !device;
    if (sentence || words.length() > LONGEST_MOBILE || spaces(words) > 11) {
      return false;
    }
    boolean begins =
        ReplyWords.startsWithAny(words, ReplyWords.MOBILE)
            && (device || words.startsWith("sent from "));
    boolean german = words.startsWith("von mein") && !words.contains("gesendet");
    return begins && !german || device && spaces(words) < 12 && ends(words);
  }

  private static boolean ends(String words) {
    String bare = words.endsWith(".") ? words.substring(0, words.length() - 1) : words;
    return ReplyWords.MOBILE_ENDINGS.stream().anyMatch(bare::endsWith);
  }

  /** Some mailers put quotation marks or dashes around their line. */
  private static String trimmed(String line) {
    int from = 0;
    int to = line.length();
    while (from < to && "\"'[(-–—•·<".indexOf(line.charAt(from)) >= 0) {
      from++;
    }
    while (to > from && "\"'])-–—!".indexOf(line.charAt(to - 1)) >= 0) {
      to--;
    }
    return line.substring(from, to).strip();
  }

  private static int spaces(String words) {
    return (int) words.chars().filter(c -> c == ' ').count();
  }

  /** "-Ann Lee" as the last words, with an empty line above. */
  private static int dashedName(List<String> lines) {
    int last = lines.size() - 1;
    while (last > 0 && lines.get(last).isBlank()) {
      last--;
    }
    if (last < 1 || !lines.get(last - 1).isBlank()) {
      return lines.size();
    }
    String line = lines.get(last);
    boolean name =
        line.length() > 2
            && line.length() < 40
            && line.charAt(0) == '-'
            && Character.isUpperCase(line.charAt(1))
            && line.split(" ", 5).length <= 3;
    return name ? last : lines.size();
  }
}
