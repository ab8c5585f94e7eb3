package amends.messages.email;

/** Lines that are drawn rather than written. */
final class Separators {
  private Separators() {}

  /** "-----Original Message-----" in many languages: marks on both sides, words we know within. */
  static boolean originalMessage(String line) {
    String bare = line.strip();
    if (bare.length() > 160 || bare.length() < 6) {
      return false;
    }
    String lower = WordLists.plain(bare);
    boolean drawn = mark(bare.charAt(0)) && mark(bare.charAt(1));
    if (drawn) {
      boolean wrote = bare.endsWith("--") && ReplyWords.containsAny(lower, ReplyWords.VERBS);
      return wrote
          || ReplyWords.containsAny(lower, ReplyWords.SEPARATORS)
          || inner(lower).equals("original");
    }
    return bare.length() < 60
        && (bare.endsWith(":") || bare.endsWith("："))
        && ReplyWords.startsWithAny(lower, ReplyWords.FORWARDS);
  }

  /** "Please write your answer above this line", with which ticket systems begin their mail. */
  static boolean answerAbove(String line) {
    String bare = line.strip();
    return bare.length() >= 8
        && bare.length() < 200
        && ReplyWords.containsAny(WordLists.plain(bare), ReplyWords.ABOVE);
  }

  private static String inner(String line) {
    int from = 0;
    int to = line.length();
    while (from < to && (mark(line.charAt(from)) || line.charAt(from) == ' ')) {
      from++;
    }
    while (to > from && (mark(line.charAt(to - 1)) || line.charAt(to - 1) == ' ')) {
      to--;
    }
    return line.substring(from, to);
  }

  /** Three and more dashes, underscores, equals signs or asterisks and nothing else. */
  static boolean rule(String line) {
    String bare = line.strip();
    for (int i = 0; i < bare.length(); i++) {
      if (!mark(bare.charAt(i))) {
        return false;
      }
    }
    return bare.length() >= 3;
  }

  private static boolean mark(char c) {
    return "-_=*—–─━‐‑‒−".indexOf(c) >= 0;
  }
}
