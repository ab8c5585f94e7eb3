package amends.cases.web;

import amends.shared.page.Clock;
import amends.shared.page.Form;
import amends.shared.page.Page;
import java.util.List;

/**
 * What suppliers promised us. Template {@code cases/suppliers.jte}.
 *
 * <pre>
 * GET  /promises/suppliers
 * POST /promises/suppliers/{id}/chase   (no fields)
 * </pre>
 */
public record SuppliersView(Page page, Form form, List<Row> rows) {
  /**
   * One word of theirs.
   *
   * @param state by when, or that it comes later and why
   * @param rests how many promises to customers rest on it
   * @param chased when they were reminded last
   */
  public record Row(
      long id,
      String supplier,
      String words,
      String state,
      String rests,
      String chased,
      String link,
      String matter,
      Clock clock) {}
}
