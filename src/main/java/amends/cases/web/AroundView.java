package amends.cases.web;

import amends.shared.page.Choice;
import amends.shared.page.Form;
import amends.shared.page.Page;
import java.util.List;
import java.util.Set;

/**
 * The people around a case, and what stands in the place of the usual contact. Template {@code
 * cases/around.jte}.
 *
 * <pre>
 * GET  /cases/{id}/people?add=…         this page; add opens one form: representative, quiet,
 *                                       agreement, unreachable, restricted
 * POST /cases/{id}/rules                kind, reason, by, until, all; speaker (name), email, phone,
 *                                       affiliation, evidence, may, manner; channel, person, every
 * POST /cases/{id}/rules/{part}/review  by
 * POST /cases/{id}/rules/{part}/end     (no fields)
 * POST /cases/{id}/restriction          named-7=yes for each person, by
 * POST /cases/{id}/restriction/people   named-7=yes for each person
 * POST /cases/{id}/restriction/end      (no fields)
 * POST /cases/{id}/conduct              person, named-7=yes for each handler, happened, by
 * POST /cases/{id}/wordings             text
 * POST /cases/{id}/wordings/{part}/approval   (no fields)
 * </pre>
 *
 * @param add which form is open; "" for none
 * @param restricted whether the case is restricted
 * @param everybody who can be named
 * @param namedIds who alone knows of it
 * @param people to choose from, without the viewer
 * @param linked complaints about colleagues that came up here, or the case that this one came up in
 */
public record AroundView(
    Page page,
    long id,
    String customer,
    String add,
    Form form,
    List<Rule> rules,
    boolean restricted,
    List<Choice> everybody,
    Set<Long> namedIds,
    List<Wording> wordings,
    List<Choice> people,
    List<Choice> moments,
    List<Long> linked,
    boolean works,
    boolean settles) {

  public boolean isNamed(Choice person) {
    return namedIds.contains(Long.valueOf(person.value()));
  }

  /** The names of those who alone know of it; whoever has left is no longer among them. */
  public List<String> named() {
    return everybody.stream().filter(this::isNamed).map(Choice::words).toList();
  }

  /**
   * A rule that stands.
   *
   * @param says what it is: "Anna Adeyemi (daughter) is written to instead"
   * @param why the reason, and what was shown
   * @param since who decided it when, and when somebody looks again
   */
  public record Rule(long id, String kind, String says, String why, String since, boolean here) {}

  /**
   * Words for a restricted case.
   *
   * @param by who wrote them, and who approved them
   */
  public record Wording(long id, String words, String by, boolean approved, boolean mine) {}
}
