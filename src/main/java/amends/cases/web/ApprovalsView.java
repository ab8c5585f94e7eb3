package amends.cases.web;

import amends.shared.page.Clock;
import amends.shared.page.Page;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Remedies above a colleague's limit that the viewer is asked for: one look, one word. Template
 * {@code cases/approvals.jte}.
 *
 * <pre>
 * GET  /remedies/asked
 * POST /remedies/asked/{id}   do (grant|refuse), word, amount (as the page showed it)
 * </pre>
 *
 * @param rows asked of the viewer, the earliest due first
 * @param undos what they approved a moment ago and can still undo
 */
public record ApprovalsView(Page page, List<Row> rows, List<CaseView.Undo> undos) {
  /**
   * @param what "Refund, 240.00 £"
   * @param amount in minor units, with the currency: what is decided about
   * @param who "For Ruth Adeyemi, asked by Tom Okafor at 14:05"
   * @param why in the words of whoever asks
   * @param facts what one needs to decide: like cases, what was given before, whose limit
   * @param matter "Case 12: The jug"; null when the viewer may not see it
   * @param told what the customer was told
   * @param trouble why the decision was refused; null for none
   */
  public record Row(
      long id,
      String what,
      String amount,
      String who,
      String why,
      List<String> facts,
      Clock clock,
      @Nullable String matter,
      @Nullable String link,
      String told,
      @Nullable String trouble,
      String word) {}
}
