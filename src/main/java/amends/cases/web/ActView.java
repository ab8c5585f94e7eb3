package amends.cases.web;

import amends.shared.page.Choice;
import amends.shared.page.Form;
import amends.shared.page.Page;
import java.util.List;

/**
 * One act on a case, on a page of its own. Templates {@code cases/settlement.jte}, {@code
 * owner.jte}, {@code follow-up.jte}, {@code closure.jte}, {@code reopening.jte}.
 *
 * <pre>
 * POST /cases/{id}/settlement   outcome (made_right|partly|refused|unanswered|withdrawn|duplicate|forwarded),
 *                               done, reasons and turn_to (refused), survivor (duplicate: a case number),
 *                               forwarded_to (forwarded), follow_up (when), channel
 * POST /cases/{id}/owner        owner ("person:7", "team:2"), word
 * POST /cases/{id}/follow-ups   result (right|not_right|no_answer), channel, words, next, by
 * POST /cases/{id}/closure      (no fields)
 * POST /cases/{id}/reopening    why, next, by
 * </pre>
 *
 * @param number as people say it
 * @param note one sentence about where the case stands: the follow-up that is promised, how often
 *     it was tried; "" for none
 * @param choices owners for a hand-over, channels for a follow-up; empty else
 * @param moments offers for "by when"
 * @param fields of the house that are filled here too
 */
public record ActView(
    Page page,
    long id,
    String number,
    String subject,
    String customer,
    Form form,
    String note,
    List<Choice> choices,
    List<Choice> moments,
    List<FieldInput> fields) {

  /** Without fields of the house. */
  public ActView(
      Page page,
      long id,
      String number,
      String subject,
      String customer,
      Form form,
      String note,
      List<Choice> choices,
      List<Choice> moments) {
    this(page, id, number, subject, customer, form, note, choices, moments, List.of());
  }
}
