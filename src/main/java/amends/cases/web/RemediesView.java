package amends.cases.web;

import amends.shared.page.Clock;
import amends.shared.page.Page;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Everything that was given, asked for, offered and is still to be checked in one case. Template
 * {@code cases/remedies.jte}.
 *
 * <pre>
 * GET  /cases/{id}/remedies                      this page
 * GET  /cases/{id}/remedies/new?remedy=7         give or ask: {@link RemedyView}
 * GET, POST /cases/{id}/remedies/{part}/check    whether it arrived and works
 * GET, POST /cases/{id}/offers/new               a choice for the customer
 * POST /cases/{id}/offers/{part}/withdrawal      the choice is offered no longer
 * </pre>
 */
public record RemediesView(
    Page page,
    long id,
    String number,
    String subject,
    String customer,
    String ruling,
    List<Row> rows,
    List<Offer> offers,
    List<Like> like,
    boolean works) {
  /**
   * What was given or asked for.
   *
   * @param what "Refund, 44.50 £"
   * @param lines how it stands, one sentence each: by whom, paid, checked, backed
   * @param clock the check or the decision that is next; null for none
   * @param links to what is done with it, as words and address
   */
  public record Row(
      String anchor,
      String what,
      String state,
      List<String> lines,
      @Nullable Clock clock,
      List<Link> links) {}

  public record Link(String words, String to) {}

  /**
   * A choice.
   *
   * @param ways what can be chosen
   * @param open whether the customer can still choose
   */
  public record Offer(
      long id, String state, List<String> ways, @Nullable Clock clock, boolean open) {}

  /** What like cases received: of which remedy, in how many cases, and how much. */
  public record Like(String what, String words) {}
}
