package amends.messages.email;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Machines' answers that carry no header to say so, by their subject and their first words. A
 * person is away too and says it: words alone count only where they say that a machine wrote them,
 * or read from end to end like the note of somebody absent.
 */
final class AutomaticWords {
  private static final List<String> SUBJECTS = list("subjects");
  private static final List<String> FOLLOWED_BY = list("followed by");
  private static final List<String> RECEIPTS = list("receipts");
  private static final List<String> STATEMENTS = list("statements");
  private static final List<String> ABSENCE = list("absence");
  private static final List<String> CLAIMS = list("claims");
  private static final List<String> CALENDAR = list("calendar answers");
  private static final List<String> RETURN = list("return or deputy");
  private static final int NOTE = 900;

  private AutomaticWords() {}

  static @Nullable String reason(String subject, String newWords) {
    String lower = WordLists.plain(subject);
    if (answer(lower)) {
      return "Its subject is that of an automatic answer.";
    }
    String words = WordLists.plain(Cleaning.cut(newWords, 4 * NOTE)).strip();
    if (ReplyWords.startsWithAny(lower, RECEIPTS) && receipt(words)) {
      return "It is a receipt for a message that was read or deleted.";
    }
    boolean asks = words.indexOf('?') >= 0 || words.indexOf('？') >= 0;
    if (asks || words.length() > NOTE) {
      return null;
    }
    if (ReplyWords.containsAny(words, STATEMENTS)) {
      return "Its words say that a machine wrote them.";
    }
    boolean absent =
        ReplyWords.containsAny(Cleaning.cut(words, NOTE / 3), ABSENCE)
            && ReplyWords.containsAny(words, RETURN)
            && digits(words) > 0
            && !claims(words);
    return absent ? "Its words are the note of somebody who is away." : null;
  }

  /** A note says nothing about what was bought, broken or owed. */
  private static boolean claims(String words) {
    return ReplyWords.containsAny(words, CLAIMS);
  }

  /** Hardly a word, such as calendars send with their answers. */
  static boolean few(String words) {
    return WordLists.plain(words).strip().length() < 3
        || WordLists.plain(words).contains("calendar.google.com")
        || ReplyWords.containsAny(WordLists.plain(Cleaning.cut(words, 400)), CALENDAR);
  }

  private static boolean answer(String lower) {
    for (String begin : SUBJECTS) {
      if (lower.startsWith(begin)
          && (begin.endsWith(":") || ends(lower.substring(begin.length())))) {
        return true;
      }
    }
    return false;
  }

  private static boolean ends(String rest) {
    String bare = rest.strip();
    if (bare.isEmpty() || !Character.isLetterOrDigit(bare.codePointAt(0))) {
      return true;
    }
    boolean apart = rest.charAt(0) == ' ';
    String first = bare.split("[ :]", 2)[0];
    return apart && (FOLLOWED_BY.contains(first) || Character.isDigit(bare.charAt(0)));
  }

  private static boolean receipt(String words) {
    return words.length() < NOTE
        && words.indexOf('?') < 0
        && (words.isEmpty() || digits(words) > 3);
  }

  private static int digits(String words) {
    return (int) words.chars().filter(Character::isDigit).count();
  }

  private static List<String> list(String heading) {
    return WordLists.list("automatic-words.txt", heading);
  }
}
