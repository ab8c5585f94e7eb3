package amends.staff.web;

import amends.shared.page.Choice;
import amends.shared.page.Form;
import amends.shared.page.Page;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * One colleague: roles and teams. Template {@code staff/person.jte}.
 *
 * <pre>
 * GET  /people/{id}
 * POST /people/{id}/roles                role, team     one more role
 * POST /people/{id}/roles/ending         role, team     a role less
 * POST /people/{id}/teams                team           shares its queue from now on
 * POST /people/{id}/teams/ending         team
 * POST /people/{id}/invitation           (no fields)    a new one-time link
 * POST /people/{id}/second-factor/ending (no fields)    for who has lost phone and paper
 * POST /people/{id}/leaving              (no fields)
 * </pre>
 *
 * @param invitation the one-time link just made; null else
 * @param factor "since Monday 11 May, 08:58"; "" when there is no second factor
 */
public record PersonView(
    Page page,
    long id,
    String name,
    String email,
    boolean left,
    boolean you,
    List<Held> roles,
    List<Choice> teams,
    Choices choices,
    Form form,
    @Nullable String invitation,
    String factor) {

  /**
   * A role that the person holds.
   *
   * @param team the id of the only team; "" for all
   * @param where "in Front line", "everywhere"
   */
  public record Held(String role, String team, String where) {}

  /**
   * What else could be chosen.
   *
   * @param others teams whose queue the person does not share yet
   */
  public record Choices(List<Choice> roles, List<Choice> teams, List<Choice> others) {}
}
