package amends.cases.web;

import amends.shared.page.Clock;
import amends.shared.page.Page;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What the viewer is asked to do for customers. Template {@code cases/asked.jte}.
 *
 * <pre>
 * GET  /undertakings
 * POST /undertakings/{id}/acceptance
 * POST /undertakings/{id}/refusal      reason
 * POST /undertakings/{id}/done
 * </pre>
 */
public record AskedView(Page page, List<Row> asked, List<Row> accepted) {
  /**
   * @param matter "Case 12: The jug"; null when the viewer may not see it
   * @param reason what was typed when it was refused; "" else
   */
  public record Row(
      long id,
      String words,
      String by,
      Clock clock,
      @Nullable String matter,
      @Nullable String link,
      @Nullable String trouble,
      String reason) {}
}
