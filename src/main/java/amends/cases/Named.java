package amends.cases;

import amends.shared.Refusal;
import amends.staff.Person;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * Who is named in words by an @: the whole name as it stands among the people, or one word that
 * only one of them answers to. An @ within an address, or before no letter, names nobody.
 */
final class Named {
  private static final Pattern AT = Pattern.compile("(?<![\\p{L}\\p{N}._%+@-])@(?=\\p{L})");
  private static final Pattern WORD = Pattern.compile("\\p{L}[\\p{L}\\p{N}.'’-]*");
  private static final Pattern ENDING = Pattern.compile("(['’]s|[.'’-]+)$");

  private Named() {}

  static boolean anybody(String words) {
    return AT.matcher(words).find();
  }

  /**
   * @throws Refusal when nobody answers to a name, or several do
   */
  static Set<Person> in(String words, List<Person> people) {
    Set<Person> named = new LinkedHashSet<>();
    Matcher at = AT.matcher(words);
    while (at.find()) {
      named.add(one(words.substring(at.end()), people));
    }
    return named;
  }

  private static Person one(String rest, List<Person> people) {
    List<Person> whole = wholly(rest, people);
    String word = word(rest);
    List<Person> found = whole.isEmpty() ? answering(word, people) : whole;
    if (found.isEmpty()) {
      throw new Refusal("text", "cases.refusal.mention-unknown", word);
    }
    if (found.size() > 1) {
      String names =
          found.stream()
              .map(p -> p.name() + " (@" + local(p) + ")")
              .collect(Collectors.joining(", "));
      throw new Refusal("text", "cases.refusal.mention-many", word, names);
    }
    return found.getFirst();
  }

  /** The longest name that the words begin with, so that Ann Lee is not taken for Ann. */
  private static List<Person> wholly(String rest, List<Person> people) {
    List<Person> begun = people.stream().filter(p -> begins(rest, p.name())).toList();
    int longest = begun.stream().mapToInt(p -> p.name().length()).max().orElse(0);
    return begun.stream().filter(p -> p.name().length() == longest).toList();
  }

  private static boolean begins(String rest, String name) {
    return name.contains(" ")
        && rest.regionMatches(true, 0, name, 0, name.length())
        && (rest.length() == name.length()
            || !Character.isLetterOrDigit(rest.charAt(name.length())));
  }

  private static List<Person> answering(String word, List<Person> people) {
    List<Person> byAddress = people.stream().filter(p -> local(p).equalsIgnoreCase(word)).toList();
    return byAddress.isEmpty()
        ? people.stream()
            .filter(
                p -> List.of(p.name().split("\\s+", -1)).stream().anyMatch(word::equalsIgnoreCase))
            .toList()
        : byAddress;
  }

  private static String word(String rest) {
    Matcher word = WORD.matcher(rest);
    return word.lookingAt() ? ENDING.matcher(word.group()).replaceFirst("") : rest;
  }

  private static String local(Person person) {
    return person.email().replaceFirst("@.*", "");
  }
}
