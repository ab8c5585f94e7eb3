package amends.goods.web;

import amends.shared.page.Choice;
import amends.shared.page.Form;
import amends.shared.page.Page;
import java.util.List;

/**
 * What must not leave any more: products, lots and units. Template {@code goods/stops.jte}.
 *
 * <pre>
 * GET  /stops
 * POST /stops                 product, lot, serial, reason, words, evidence
 * POST /stops/{id}/lifting    lift_words
 * </pre>
 *
 * @param keeps whether the viewer may set and lift them
 * @param lifting the mark whose lifting was refused; 0 for none
 */
public record StopsView(
    Page page,
    boolean keeps,
    List<Row> rows,
    List<Row> lifted,
    Form form,
    List<Choice> reasons,
    long lifting) {
  /**
   * @param name how people call it
   * @param of product, lot or unit
   * @param set who set it and when
   * @param lift who lifted it, when and why; "" while it stands
   */
  public record Row(
      long id,
      String name,
      String of,
      String reason,
      String words,
      String evidence,
      String set,
      String lift) {}
}
