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
 * POST /guarantees            brand, title, words, scope, if_not, cover_…, remedy, amount, currency, step
 * POST /guarantees/{id}/end   (no fields)
 * </pre>
 *
 * @param covers the names of the fields that say which promises it stands for
 * @param remedies what is proposed when it is not kept, by its code
 */
public record GuaranteesView(
    Page page,
    Form form,
    List<Row> rows,
    List<Choice> brands,
    List<Choice> covers,
    List<Choice> remedies,
    List<Choice> steps,
    boolean keeps) {
  /**
   * @param covers the promises that it stands for
   * @param since whose and since when, and how often it was broken lately
   * @param open of how many of these nothing has come yet
   */
  public record Row(
      long id,
      String title,
      String words,
      String scope,
      String ifNot,
      String covers,
      String since,
      String open) {}
}
