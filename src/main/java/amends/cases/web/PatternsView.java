package amends.cases.web;

import amends.shared.page.Page;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Grants that look odd together, for the few who look into it: a pattern is a question, not a
 * finding. Template {@code cases/patterns.jte}.
 *
 * <pre>
 * GET  /remedies/patterns
 * POST /remedies/patterns/{id}   do (clear|confirm), words (what was found)
 * </pre>
 */
public record PatternsView(Page page, List<Row> rows) {
  /**
   * @param what what is odd about it, in a sentence
   * @param grants the grant that it is about, with its case
   * @param found what somebody wrote after looking; "" while nobody has
   */
  public record Row(
      long id,
      String what,
      String since,
      List<RemediesView.Link> grants,
      @Nullable String trouble,
      String found) {}
}
