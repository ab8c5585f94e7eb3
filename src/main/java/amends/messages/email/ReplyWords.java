package amends.messages.email;

import java.util.List;
import java.util.Locale;
import java.util.Set;

/** The words around a letter, in many languages; see the resource file. */
final class ReplyWords {
  static final List<String> VERBS = list("verbs");
  static final List<String> BEGINNINGS = list("beginnings");

  /** With which somebody tells of their own letter rather than quotes another's. */
  static final List<String> OWN = list("own");

  static final List<String> SEPARATORS = list("separators");
  static final List<String> FORWARDS = list("forwards");
  static final List<String> MOBILE = list("mobile");
  static final List<String> MOBILE_ENDINGS = list("mobile endings");
  static final List<String> DEVICES = list("devices");
  static final List<String> ABOVE = list("above");
  static final Set<String> VALEDICTIONS = Set.copyOf(list("valedictions"));
  static final Set<String> THANKS = Set.copyOf(list("thanks"));
  static final List<String> DISCLAIMERS = list("disclaimers");
  static final List<String> DISCLAIMER_SIGNS = list("disclaimer signs");
  static final List<String> FOOTERS = list("footers");

  private ReplyWords() {}

  static List<String> list(String heading) {
    return WordLists.list("reply-words.txt", heading).stream()
        .map(words -> words.toLowerCase(Locale.ROOT))
        .distinct()
        .toList();
  }

  static boolean startsWithAny(String lower, List<String> words) {
    for (String word : words) {
      if (lower.startsWith(word)) {
        return true;
      }
    }
    return false;
  }

  static boolean containsAny(String lower, List<String> words) {
    for (String word : words) {
      if (lower.contains(word)) {
        return true;
      }
    }
    return false;
  }

  /** The same, and no letter goes on behind the word. */
  static boolean startsWithWord(String lower, List<String> words) {
    for (String word : words) {
      boolean ends =
          lower.length() > word.length() && !Character.isLetter(lower.charAt(word.length()));
      if (ends && lower.startsWith(word)) {
        return true;
      }
    }
    return false;
  }
}
