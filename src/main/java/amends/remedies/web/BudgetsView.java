package amends.remedies.web;

import amends.shared.page.Choice;
import amends.shared.page.Form;
import amends.shared.page.Page;
import java.util.List;

/**
 * What is set aside for a cause or a matter, and what people call the causes. A budget warns; it
 * never refuses a customer anything. Template {@code remedies/budgets.jte}.
 *
 * <pre>
 * GET  /remedies/budgets
 * POST /remedies/budgets             cause, amount, currency, from, to
 * POST /remedies/causes              code, name
 * POST /remedies/causes/{code}/end
 * </pre>
 *
 * @param keeps whether the viewer may change them
 */
public record BudgetsView(
    Page page,
    boolean keeps,
    List<Row> rows,
    List<Cause> causes,
    Form form,
    Form cause,
    List<Choice> choices) {
  /**
   * @param what for which cause or matter
   * @param words spent of it, in which days
   * @param spent in percent, no more than a hundred
   * @param over whether more was spent
   */
  public record Row(String what, String words, int spent, boolean over) {}

  public record Cause(String code, String name, boolean active) {}
}
