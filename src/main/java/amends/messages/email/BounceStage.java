package amends.messages.email;

/**
 * At which command a server said its words. Reports tell the words in one place and the command in
 * another: behind them in brackets, or above them in a transcript.
 */
final class BounceStage {
  /** Of the words' end, by which they are found again. */
  private static final int NEEDLE = 40;

  private static final int LEAST = 8;
  private static final int LONGEST_KIND = 16;
  private static final int NEAR = 160;
  private static final int PLACES = 6;

  private BounceStage() {}

  /**
   * @param words what the server said
   * @param notice the whole of the report's words
   * @return such as {@code in reply to end of data command)}, in lower case; empty when it is told
   *     nowhere
   */
  static String of(String words, String notice) {
    String said = withoutKind(WordLists.plain(words));
    String needle = said.substring(Math.max(0, said.length() - NEEDLE)).strip();
    if (needle.length() < LEAST) {
      return "";
    }
    String all = WordLists.plain(notice);
    int at = all.indexOf(needle);
    for (int i = 0; i < PLACES && at >= 0; i++) {
      String stage = behind(all, at + needle.length());
      if (stage.isEmpty()) {
        stage = atOnce(all, at + needle.length()) ? "" : above(all, at);
      }
      if (!stage.isEmpty()) {
        return stage;
      }
      at = all.indexOf(needle, at + 1);
    }
    return "";
  }

  /** A report says {@code smtp; 550 no} of what the server said. */
  private static String withoutKind(String said) {
    int kind = said.indexOf(';');
    return kind >= 0 && kind < LONGEST_KIND ? said.substring(kind + 1).strip() : said;
  }

  /** Postfix: {@code said: 550 no (in reply to RCPT TO command)}. */
  private static String behind(String all, int end) {
    String rest = all.substring(end, Math.min(all.length(), end + NEAR)).stripLeading();
    int close = rest.indexOf(')');
    return rest.startsWith("(in reply to ") && close > 0 ? rest.substring(1, close) : "";
  }

  /** Whoever says all commands at once hears of the recipient when it has said DATA already. */
  private static boolean atOnce(String all, int end) {
    String rest = all.substring(end, Math.min(all.length(), end + NEAR));
    int next = rest.indexOf("<<< ");
    return next >= 0
        && (rest.startsWith("503", next + 4) || rest.indexOf("no valid recipients", next) > 0);
  }

  /** Sendmail and Courier: {@code >>> DATA}, and on the next line {@code <<< 550 no}. */
  private static String above(String all, int at) {
    String before = all.substring(Math.max(0, at - NEAR), at);
    int asked = before.lastIndexOf(">>> ");
    int answered = before.lastIndexOf("<<< ");
    if (asked < 0 || answered < asked || before.indexOf("<<< ", asked) != answered) {
      return "";
    }
    String command = before.substring(asked + 4, answered);
    return command.startsWith("data") || command.startsWith(". ") || command.equals(".")
        ? "in reply to data command"
        : command.startsWith("mail from") ? "in reply to mail from command" : "";
  }
}
