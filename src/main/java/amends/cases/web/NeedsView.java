package amends.cases.web;

import amends.shared.page.Choice;
import amends.shared.page.Form;
import amends.shared.page.Page;
import java.util.List;

/**
 * What must be done differently for one customer. Template {@code cases/needs.jte}.
 *
 * <pre>
 * GET  /customers/{id}/needs
 * POST /customers/{id}/needs                  driver, words, told_by, review
 * POST /customers/{id}/needs/{part}/review    again.{part}
 * POST /customers/{id}/needs/{part}/end       (no fields)
 * </pre>
 */
public record NeedsView(
    Page page,
    long id,
    String name,
    List<Row> rows,
    List<Choice> drivers,
    boolean mayChange,
    Form form) {
  /**
   * One that holds.
   *
   * @param driver what lies behind it
   * @param says who told it when, and by when somebody looks again
   * @param late whether somebody should have looked by now
   */
  public record Row(long id, String driver, String words, String says, boolean late) {}
}
