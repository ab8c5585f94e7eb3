package amends.messages;

import amends.shared.Refusal;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Words with places in braces that are filled for each person: those of a list, no others.
 *
 * @param known in the order in which they are offered
 */
public record Places(List<String> known) {
  public static final String FIRST_NAME = "first name";
  public static final String NAME = "name";

  private static final Pattern PLACE = Pattern.compile("\\{([^{}]*)}");

  public Places {
    known = List.copyOf(known);
  }

  /**
   * @throws Refusal when a place is not on the list, or a brace stands alone
   */
  public void check(String field, String words) {
    Matcher places = PLACE.matcher(words);
    while (places.find()) {
      if (!known.contains(plain(places.group(1)))) {
        throw new Refusal(field, "messages.places.unknown", places.group(), list());
      }
    }
    String rest = PLACE.matcher(words).replaceAll("");
    if (rest.contains("{") || rest.contains("}")) {
      throw new Refusal(field, "messages.places.brace", list());
    }
  }

  /** Which of them these words name. */
  public static Set<String> in(String words) {
    Set<String> names = new TreeSet<>();
    Matcher places = PLACE.matcher(words);
    while (places.find()) {
      names.add(plain(places.group(1)));
    }
    return names;
  }

  /** A place without a value stays as it stands. */
  public static String fill(String words, Map<String, String> values) {
    if (words.indexOf('{') < 0) {
      return words;
    }
    return PLACE
        .matcher(words)
        .replaceAll(place ->
            Matcher.quoteReplacement(values.getOrDefault(plain(place.group(1)), place.group())));
  }

  /** The name by which somebody is called: a company by its whole one. */
  public static String firstName(String name, boolean company) {
    String whole = name.strip();
    return company ? whole : whole.split("\\s+", 2)[0];
  }

  /** As it is compared. */
  public static String plain(String typed) {
    return typed.strip().toLowerCase(Locale.ROOT).replaceAll("\\s+", " ");
  }

  /** In braces, as they are typed. */
  public String list() {
    return list(known);
  }

  private static String list(Collection<String> names) {
    return names.stream().map(name -> "{" + name + "}").reduce((a, b) -> a + ", " + b).orElse("");
  }
}
