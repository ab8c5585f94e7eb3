package amends.cases.web;

import amends.shared.page.Choice;
import amends.shared.page.Form;
import amends.shared.page.Page;
import java.util.List;

/**
 * What is promised to everybody. Template {@code cases/guarantees.jte}.
 *
 * <pre>
 * GET  /guarantees            those that stand
 * POST /guarantees            brand, title, words, scope, if_not
 * POST /guarantees/{id}/end   (no fields)
 * </pre>
 */
public record GuaranteesView(
    Page page, Form form, List<Row> rows, List<Choice> brands, boolean keeps) {
  /**
   * @param since whose and since when, and how often it was broken lately
   */
  public record Row(
      long id, String title, String words, String scope, String ifNot, String since) {}
}
