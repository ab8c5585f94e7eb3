package amends.cases.web;

import amends.shared.page.Page;
import java.util.List;

/**
 * What making it right has cost, by what went wrong. Template {@code cases/costs.jte}.
 *
 * <pre>
 * GET /remedies/costs
 * </pre>
 *
 * @param span which days it is about
 * @param tables one for each currency: nothing is added over currencies
 */
public record CostsView(Page page, String span, List<Table> tables) {
  /**
   * @param verdict the main figure in words
   * @param total of all rows
   */
  public record Table(
      String currency, String verdict, List<Row> rows, String grants, String total) {}

  /**
   * One cause.
   *
   * @param share of the dearest one, in percent
   */
  public record Row(String what, String grants, String amount, int share) {}
}
