package amends.cases.web;

import amends.shared.page.Choice;
import amends.shared.page.Clock;
import amends.shared.page.Page;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The ledger of promises. Template {@code cases/ledger.jte}.
 *
 * <pre>
 * GET /promises?state=owed|danger|broken|kept|moved|agreed|released|made_good&amp;who=7&amp;customer=17&amp;after=…
 * </pre>
 *
 * @param to the one customer whose promises these are; null for everybody's
 * @param people whose promises can be asked for
 * @param more where the next page is; null on the last
 * @param tally how many were kept by the moment that was promised first
 */
public record LedgerView(
    Page page,
    String state,
    List<String> states,
    String who,
    @Nullable To to,
    List<Choice> people,
    List<Cause> causes,
    List<Row> rows,
    @Nullable String more,
    Tally tally) {

  /** Whom they were given to. */
  public record To(long id, String name) {}

  /** The rest of a link that stays with the same people. */
  public String same() {
    return (who.isEmpty() ? "" : "&who=" + who) + (to == null ? "" : "&customer=" + to.id());
  }

  /**
   * What puts promises in danger.
   *
   * @param words "Tom Okafor is away: 4 promises, the first due today 17:00"
   * @param link to the prepared notices
   */
  public record Cause(String words, String link) {}

  /**
   * One promise.
   *
   * @param many whether others were promised the same by the same words
   * @param dangers why it is in danger, a word each
   * @param first when it was due as first promised; null when it was not moved
   * @param at its due moment, short
   */
  public record Row(
      long id,
      String link,
      String customer,
      String words,
      String owner,
      boolean many,
      List<String> dangers,
      Clock clock,
      Instant due,
      String at,
      @Nullable String first) {}

  /**
   * @param share "92 %", or "" when nothing was due
   */
  public record Tally(
      String span,
      String share,
      int due,
      int kept,
      int moved,
      int agreed,
      int released,
      int broken) {}
}
