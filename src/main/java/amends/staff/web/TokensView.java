package amends.staff.web;

import amends.shared.page.Choice;
import amends.shared.page.Form;
import amends.shared.page.Page;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * What other programs come in with. Template {@code staff/tokens.jte}.
 *
 * <pre>
 * GET  /tokens
 * POST /tokens                  name, scopes (several), brand, team, days
 * POST /tokens/{id}/revocation  (no fields)  it opens nothing from now on
 * </pre>
 *
 * @param scopes what can be chosen
 * @param chosen the scopes that were ticked when the form came back
 * @param made the words of the token just made; null else
 */
public record TokensView(
    Page page,
    List<Token> tokens,
    List<String> scopes,
    Set<String> chosen,
    List<Choice> brands,
    List<Choice> teams,
    Form form,
    @Nullable String made) {

  /**
   * One token.
   *
   * @param reach "all brands and teams", "only Fernhill"
   * @param used "last used 14:02", "never used"
   * @param state live, expired or revoked
   * @param until "until 12 May 2027"; empty when it does not expire
   */
  public record Token(
      long id,
      String name,
      List<String> scopes,
      String reach,
      String madeBy,
      String used,
      String state,
      String until) {
    public boolean live() {
      return state.equals("live");
    }
  }
}
