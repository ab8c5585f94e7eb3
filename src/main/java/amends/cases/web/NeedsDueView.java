package amends.cases.web;

import amends.shared.page.Page;
import java.util.List;

/**
 * Needs that somebody should look at again. Template {@code cases/needsdue.jte}.
 *
 * <pre>
 * GET /needs
 * </pre>
 */
public record NeedsDueView(Page page, List<Row> rows) {
  /** One need, and whose it is. */
  public record Row(long customer, String name, String words, String says) {}
}
