package amends.cases.web;

import amends.shared.page.Choice;
import amends.shared.page.Form;
import amends.shared.page.Page;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Places and days that fail. Template {@code cases/disruptions.jte}.
 *
 * <pre>
 * GET  /disruptions            those that are not over
 * POST /disruptions            reason, team, brand, place, from, until
 * POST /disruptions/{id}/end   (no fields)
 * </pre>
 */
public record DisruptionsView(
    Page page,
    Form form,
    List<Row> rows,
    List<Choice> teams,
    List<Choice> brands,
    List<Choice> moments,
    boolean may) {
  /**
   * @param tell where its customers are told; null when nothing is in danger of it
   */
  public record Row(
      long id, String reason, String span, int promises, @Nullable String tell, boolean ends) {}
}
