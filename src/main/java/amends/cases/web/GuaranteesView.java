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
 * POST /guarantees            brand, title, words, scope, if_not, cover_…, countries, channel_…,
 *                             products, remedy, amount, currency, step
 * POST /guarantees/{id}/end   (no fields)
 * </pre>
 *
 * @param covers the names of the fields that say which promises it stands for
 * @param channels the names of the fields that say by which way a case came that it is for
 * @param remedies what is proposed when it is not kept, by its code
 */
public record GuaranteesView(
    Page page,
    Form form,
    List<Row> rows,
    List<Choice> brands,
    List<Choice> covers,
    List<Choice> channels,
    List<Choice> remedies,
    List<Choice> steps,
    boolean keeps) {
  /**
   * @param limits to whom it is given, a sentence each; none where to all
   * @param covers the promises that it stands for
   * @param since whose and since when, and how often it was broken lately
   * @param open of how many of these nothing has come yet
   */
  public record Row(
      long id,
      String title,
      String words,
      String scope,
      List<String> limits,
      String ifNot,
      String covers,
      String since,
      String open) {}
}
