package amends.cases.web;

import amends.shared.page.Choice;
import amends.shared.page.Clock;
import amends.shared.page.Form;
import amends.shared.page.Page;
import java.util.List;

/**
 * Somebody is on the phone. Template {@code cases/call.jte}.
 *
 * <pre>
 * GET  /calls/new                   this page, with what was begun
 * GET  /calls/found?find=…          who it could be, as a fragment ({@code cases/callfound.jte})
 * GET  /calls/known?customer=…      what there is with them, as a fragment ({@code cases/callknown.jte})
 * POST /calls/drafts                every field; keeps them, and shows the page anew without JavaScript
 * POST /calls/drafts/discarding     (no fields)
 * POST /calls                       customer (an id, or "new"), name, email, phone, matter (a case
 *                                   number, or 0 for a new one), settled, subject, text, agreed, minutes,
 *                                   next, by, nothing_more, owner
 * GET  /cases/{id}/calls/words   the confirmation to read out, where no e-mail can be sent
 * </pre>
 *
 * @param found who it could be; value is the id, hint an address
 * @param known what there is with whoever was chosen
 * @param kept "Kept at 14:32"; "" when nothing is
 */
public record CallView(
    Page page,
    Form form,
    List<Choice> found,
    Known known,
    List<Choice> owners,
    List<Choice> moments,
    String kept) {

  /**
   * What there is with a customer.
   *
   * @param id 0 when nobody was chosen
   * @param needs what must be done differently for them
   * @param settles promised words that this call may have settled
   */
  public record Known(
      long id,
      String name,
      List<String> needs,
      List<Owed> owed,
      List<Choice> settles,
      List<Choice> matters) {
    static final Known NOBODY = new Known(0, "", List.of(), List.of(), List.of(), List.of());
  }

  /** A promise that they wait for. */
  public record Owed(long caseId, String words, Clock clock) {}

  /** The confirmation, to read out. Template {@code cases/callwords.jte}. */
  public record Words(Page page, long id, String customer, String text) {}
}
