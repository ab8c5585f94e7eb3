package amends.honesty.rules;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;

/**
 * Who does something where in a sentence: the house, the reader, a colleague, somebody else. "You
 * forgot the key" and "we forgot your key" share their words and not their subject. Subjects are
 * data of a language ({@code subject NAME PATTERN}); a part that begins with none of them belongs
 * to the one before it.
 */
final class Clauses {
  /** Behind what a part with a subject of its own can begin. */
  private static final Way JOINT =
      new Way(
          0,
          "[;:,.!?()\u2013\u2014\"]\\s*(?:(?:and|but|so|or|yet|then)\\s+)?"
              + "|\\b(?:and|but|so|or|yet|because|since|as|which|that|if|when|while|although"
              + "|though|after|before|until|unless|whereas|hence|whose|had)\\s+",
          false,
          List.of());

  private final Map<String, Wording> subjects = new LinkedHashMap<>();

  /** A part of a sentence from its joint on; an empty name where it is not known by whom it is. */
  record Clause(int start, int end, String subject) {}

  /** The first subject that fits is the one, so the narrower ones stand first. */
  void add(String name, Wording words) {
    subjects.put(name, words);
  }

  /** The subject of that name, which must have been told before. */
  String known(String name) {
    if (!subjects.containsKey(name)) {
      throw new IllegalStateException("No subject is called " + name);
    }
    return name;
  }

  List<Clause> of(Reading read) {
    List<Clause> found = new ArrayList<>();
    int begun = 0;
    String by = subject(read, 0);
    Matcher joint = read.matcher(JOINT);
    while (joint.find()) {
      String next = subject(read, joint.end());
      if (!next.isEmpty()) {
        if (joint.start() > begun) {
          found.add(new Clause(begun, joint.start(), by));
        }
        begun = joint.start();
        by = next;
      }
    }
    found.add(new Clause(begun, read.text.length(), by));
    return List.copyOf(found);
  }

  private String subject(Reading read, int at) {
    for (Map.Entry<String, Wording> one : subjects.entrySet()) {
      if (read.begins(one.getValue(), at)) {
        return one.getKey();
      }
    }
    return "";
  }
}
