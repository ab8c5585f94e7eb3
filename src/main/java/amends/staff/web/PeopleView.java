package amends.staff.web;

import amends.shared.page.Choice;
import amends.shared.page.Form;
import amends.shared.page.Page;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * People and teams. Template {@code staff/people.jte}.
 *
 * <pre>
 * GET  /people
 * POST /people                name, email, role (agent|lead|manager|administrator), team
 * POST /people/{id}/leaving   (no fields)  signs out everywhere and lets nobody sign in
 * POST /teams                 team_name
 * POST /teams/{id}/name       team_name
 * </pre>
 *
 * @param invitation the one-time link for the person just added; null else
 * @param mayAdd false for leads, who only read
 */
public record PeopleView(
    Page page,
    List<Person> people,
    List<Team> teams,
    List<Choice> roles,
    Form form,
    @Nullable String invitation,
    boolean mayAdd) {

  /**
   * A colleague.
   *
   * @param seen "today 14:02", "never signed in"
   */
  public record Person(
      long id,
      String name,
      String email,
      String role,
      List<String> teams,
      String seen,
      boolean left,
      boolean you) {}

  /**
   * A team.
   *
   * @param staffed false when nobody is in it: cases must not wait there
   */
  public record Team(long id, String name, int people, boolean staffed) {}
}
