package amends.cases.web;

import amends.shared.page.Choice;
import amends.shared.page.Form;
import amends.shared.page.Page;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Giving one remedy. What is decided stands at the top, before anything is promised; above the
 * limit it says who is asked and by when they decide. Template {@code cases/remedy.jte}.
 *
 * <pre>
 * GET  /cases/{id}/remedies/new?remedy=7       with the amount ready
 * POST /cases/{id}/remedies/new   remedy, seen (within|above: what the page said), amount, currency,
 *                                 pick, serial, interim_reason, until, why, cause, severity, once
 * </pre>
 *
 * @param what "Refund", as a title
 * @param fields what this remedy needs to know
 * @param asking who decides, where the viewer's limit does not reach; null else
 * @param refused why it cannot be given so; null when it can
 * @param open whether something that can be changed here would mend that
 * @param others what else can be given, with what is decided about it
 */
public record RemedyView(
    Page page,
    long id,
    String number,
    String subject,
    String customer,
    Form form,
    String what,
    String ruling,
    List<String> notes,
    Fields fields,
    @Nullable Asking asking,
    @Nullable String refused,
    boolean open,
    List<Choice> causes,
    List<Choice> severities,
    List<Choice> others) {
  /**
   * What this remedy needs.
   *
   * @param currency of the amount; null where no amount is asked for
   * @param paid whether the amount is what they get; else it is what it costs us
   * @param unit whether something is sent
   * @param units what can be sent and is not stopped, the likeliest first
   * @param stopped what must not be sent, with the reason
   * @param interim whether it is for a time only: then why, and until when
   */
  public record Fields(
      @Nullable String currency,
      boolean paid,
      boolean unit,
      List<Choice> units,
      List<String> stopped,
      boolean interim) {}

  /**
   * The one who decides.
   *
   * @param words who and by when
   * @param told what the customer is told
   */
  public record Asking(String words, String told) {}
}
