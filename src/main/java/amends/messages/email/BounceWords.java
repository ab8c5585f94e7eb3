package amends.messages.email;

import java.util.List;
import org.jspecify.annotations.Nullable;

/** The words with which mail servers refuse, and the reason behind each; see the resource file. */
final class BounceWords {
  private static final int NEAR = 80;
  private static final String LAST = ", if nothing else tells";
  private static final List<Rule> RULES = load(false);
  private static final List<Rule> LAST_RESORT = load(true);

  /** The first piece, the second one near behind it where there is one, and what they mean. */
  private record Rule(String reason, String first, @Nullable String second) {
    boolean occursIn(String lower) {
      for (int at = lower.indexOf(first); at >= 0; at = lower.indexOf(first, at + 1)) {
        if (second == null) {
          return true;
        }
        int then = lower.indexOf(second, at + first.length());
        if (then < 0) {
          return false;
        }
        if (then - at - first.length() <= NEAR) {
          return true;
        }
      }
      return false;
    }
  }

  private BounceWords() {}

  /** Null where none of the words occurs. */
  static @Nullable String reason(String words) {
    return reason(words, RULES);
  }

  /** The same by words that mean little: asked when neither these nor a code told anything. */
  static @Nullable String lastResort(String words) {
    return reason(words, LAST_RESORT);
  }

  private static @Nullable String reason(String words, List<Rule> rules) {
    String lower = WordLists.plain(BounceCodes.joined(words));
    for (Rule rule : rules) {
      if (rule.occursIn(lower)) {
        return rule.reason();
      }
    }
    return null;
  }

  private static List<Rule> load(boolean last) {
    return WordLists.read("bounce-words.txt").stream()
        .filter(entry -> entry.heading().endsWith(LAST) == last)
        .map(entry -> rule(entry.heading().replace(LAST, ""), entry.words()))
        .toList();
  }

  private static Rule rule(String reason, String phrase) {
    int star = phrase.indexOf('*');
    return star < 0
        ? new Rule(reason, phrase, null)
        : new Rule(
            reason,
            phrase.substring(0, star).stripTrailing(),
            phrase.substring(star + 1).stripLeading());
  }
}
