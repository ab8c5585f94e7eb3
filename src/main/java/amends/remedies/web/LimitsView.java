package amends.remedies.web;

import amends.shared.page.Choice;
import amends.shared.page.Form;
import amends.shared.page.Page;
import java.util.List;

/**
 * Who may give how much without asking. Template {@code remedies/limits.jte}.
 *
 * <pre>
 * GET  /remedies/limits
 * POST /remedies/limits              holder ("role:agent", "team:2", "person:7"), kind, currency,
 *                                    per_grant, per_matter, per_day, per_period, period,
 *                                    answer_minutes, until
 * POST /remedies/limits/{id}/end
 * POST /remedies/emergencies         the same, with team and reason
 * </pre>
 *
 * @param keeps whether the viewer may set limits
 * @param lends whether the viewer may grant emergency authority
 * @param form of the limit; {@code emergency} of the emergency authority
 */
public record LimitsView(
    Page page,
    boolean keeps,
    boolean lends,
    List<Row> rows,
    List<Row> emergencies,
    Form form,
    Form emergency,
    List<Choice> holders,
    List<Choice> people,
    List<Choice> kinds,
    List<Choice> periods,
    List<Choice> teams) {
  /**
   * @param who "Every agent", "Team Returns", "Priya Nair"
   * @param what "Any remedy: up to 150.00 £ at a time"
   */
  public record Row(long id, String who, String what, List<String> more) {}
}
