package amends.cases.web;

import amends.shared.page.Choice;
import amends.shared.page.Clock;
import amends.shared.page.Form;
import amends.shared.page.Page;
import java.util.List;

/**
 * The end of a shift. Template {@code cases/shift.jte}.
 *
 * <pre>
 * GET  /shift?back=…               what falls due before then
 * POST /shift                      back, owner, words, case_12=yes, word_12, away=yes
 * GET  /handovers                  what waits to be accepted ({@link Offered})
 * POST /handovers/{id}/acceptance  (no fields)
 * </pre>
 *
 * @param back "Wednesday 13 May, 09:00"
 */
public record ShiftView(
    Page page, Form form, String back, List<Row> rows, List<Choice> owners, List<Choice> moments) {

  /** A case that falls due. */
  public record Row(long id, String number, String customer, String subject, Clock clock) {}

  /** What waits to be accepted. Template {@code cases/handovers.jte}. */
  public record Offered(Page page, List<Offer> offers) {}

  /**
   * @param from "Priya Nair hands you 3 cases, and is back Wednesday 13 May, 09:00."
   * @param words for all of it; "" for none
   * @param late the lead has heard
   */
  public record Offer(
      long id, String from, String words, String until, boolean late, List<Item> items) {}

  /**
   * @param words for this case; "" for none
   */
  public record Item(Row row, String words) {}
}
