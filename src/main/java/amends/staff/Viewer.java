package amends.staff;

import amends.shared.Actor;
import java.time.ZoneId;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * The colleague who is signed in, or the program that came with a token, as of this request: a role
 * taken away or a person let go is felt at the next click. Controllers get one by naming it as a
 * parameter.
 *
 * @param id the person's; a token's is negative, so that it is nobody's
 * @param teams the teams whose queue the person shares
 * @param scopes what a token may be used for; null for a person, whom no scope limits
 */
public record Viewer(
    long id,
    String name,
    String email,
    Locale locale,
    ZoneId zone,
    List<Grant> grants,
    Set<Long> teams,
    @Nullable Set<String> scopes) {
  public Viewer {
    grants = List.copyOf(grants);
    teams = Set.copyOf(teams);
    scopes = scopes == null ? null : Set.copyOf(scopes);
  }

  /** A person. */
  public Viewer(
      long id,
      String name,
      String email,
      Locale locale,
      ZoneId zone,
      List<Grant> grants,
      Set<Long> teams) {
    this(id, name, email, locale, zone, grants, teams, null);
  }

  public Actor actor() {
    return id < 0 ? Actor.token(-id) : Actor.person(id);
  }

  public boolean isPerson() {
    return id > 0;
  }

  /** For a column that names a person; null when it is a token that acts. */
  public @Nullable Long personOrNull() {
    return id > 0 ? id : null;
  }

  /** For the column beside it; null when it is a person who acts. */
  public @Nullable Long tokenOrNull() {
    return id < 0 ? -id : null;
  }

  boolean mayBeUsedFor(Permission permission) {
    return scopes == null || ApiScope.permissions(scopes).contains(permission);
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
