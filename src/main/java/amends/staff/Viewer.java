package amends.staff;

import amends.shared.Actor;
import java.time.ZoneId;
import java.util.List;
import java.util.Locale;
import java.util.Set;

/**
 * The colleague who is signed in, as of this request: a role taken away or a person let go is felt
 * at the next click. Controllers get one by naming it as a parameter.
 *
 * @param teams the teams whose queue the person shares
 */
public record Viewer(
    long id,
    String name,
    String email,
    Locale locale,
    ZoneId zone,
    List<Grant> grants,
    Set<Long> teams) {
  public Viewer {
    grants = List.copyOf(grants);
    teams = Set.copyOf(teams);
  }

  public Actor actor() {
    return Actor.person(id);
  }

  /** At most two letters: the first of the first and of the last word. */
  public String initials() {
    String[] words = name.strip().split("\\s+", -1);
    String first = letter(words[0]);
    return words.length == 1 ? first : first + letter(words[words.length - 1]);
  }

  private static String letter(String word) {
    return word.isEmpty()
        ? ""
        : word.substring(0, word.offsetByCodePoints(0, 1)).toUpperCase(Locale.ROOT);
  }
}
