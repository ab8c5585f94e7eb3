package amends.cases.web;

import amends.shared.page.Choice;
import amends.shared.page.Form;
import amends.shared.page.Page;
import java.util.List;

/**
 * What stands on a customer's card, to be changed. Template {@code cases/card.jte}.
 *
 * <pre>
 * GET  /customers/{id}/card
 * POST /customers/{id}/card                    name, language, zone, quiet_from, quiet_to
 * POST /customers/{id}/companies               company
 * POST /customers/{id}/companies/{part}/end    (no fields)
 * </pre>
 *
 * @param person whether it is a person; a company shows the people who act for it
 * @param ties the companies that they act for, or the people who act for it
 */
public record CardView(
    Page page,
    long id,
    String name,
    boolean person,
    List<Tie> ties,
    List<Choice> zones,
    boolean mayChange,
    Form form) {
  /** The other side of it. */
  public record Tie(long id, String name) {}
}
