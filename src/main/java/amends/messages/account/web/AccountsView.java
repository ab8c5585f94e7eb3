package amends.messages.account.web;

import amends.shared.page.Choice;
import amends.shared.page.Form;
import amends.shared.page.Page;
import java.util.List;

/**
 * Mail accounts. Templates {@code messages/accounts.jte}, {@code messages/account.jte} and {@code
 * messages/consented.jte}.
 *
 * <pre>
 * GET  /mail-accounts
 * POST /mail-accounts               kind, name, login, client_id, tenant, secret, ends
 * GET  /mail-accounts/{id}
 * POST /mail-accounts/{id}          the same fields; an empty secret keeps the one that is there
 * POST /mail-accounts/{id}/consent  (no fields)  on to the provider
 * GET  /mail-accounts/back          state, code, error   where the provider sends back to
 * POST /mail-accounts/back          state, code
 * POST /mail-accounts/{id}/test     (no fields)
 * POST /mail-accounts/{id}/removal  (no fields)
 * </pre>
 */
public record AccountsView(
    Page page, List<Row> rows, Form form, List<Choice> kinds, String tested, boolean testedBad) {
  public Row one() {
    return rows.getFirst();
  }

  /**
   * One account.
   *
   * @param state how it goes, in a sentence
   * @param trouble what is wrong and how to mend it; "" when all is well
   * @param soon what will be wrong soon; ""
   * @param consent the button that asks for consent; "" for an application
   */
  public record Row(
      long id,
      String name,
      String what,
      String state,
      String trouble,
      String soon,
      String consent) {}

  /** What somebody brings back from the provider. */
  public record Back(Page page, String state, String code) {}
}
