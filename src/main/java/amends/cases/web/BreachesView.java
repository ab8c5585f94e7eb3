package amends.cases.web;

import amends.shared.page.Form;
import amends.shared.page.Page;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * How often one standing promise was not kept. Template {@code cases/breaches.jte}.
 *
 * <pre>
 * GET  /guarantees/{id}                         state (open|all), before
 * POST /guarantees/{id}/breaches/{part}/case    once
 * </pre>
 *
 * @param open whether only those are shown of which nothing has come yet
 * @param older where the next page is; null on the last one
 */
public record BreachesView(
    Page page,
    Form form,
    long id,
    String title,
    String ifNot,
    boolean open,
    List<Row> rows,
    @Nullable String older) {
  /**
   * Towards one customer.
   *
   * @param link their case; null where there is none
   * @param open whether nothing has come of it yet
   */
  public record Row(
      long id, String customer, @Nullable String link, String state, String at, boolean open) {}
}
