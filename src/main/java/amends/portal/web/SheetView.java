package amends.portal.web;

import amends.portal.Request;
import amends.shared.Texts.Voice;
import amends.shared.page.Choice;
import amends.shared.page.Clock;
import amends.shared.page.Form;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What a customer's page shows, for the customer and for a colleague. Template {@code
 * portal/sheet.jte}.
 *
 * <pre>
 * POST {at}/words           words, files (customer only)
 * POST {at}/call            call_at, call_number
 * POST {at}/representative  rep_name, rep_reach, rep_scope
 * POST {at}/reach           contact, rhythm
 * POST {at}/moment          moment
 * POST {at}/right           right (yes|no), right_words
 * POST {at}/code            (customer only)
 * POST {at}/choice          {@link RightView}
 * POST {at}/details         do (show|save), code (customer only), phone, address
 * </pre>
 *
 * @param t the customer's language and zone
 * @param at where forms are sent: the page itself
 * @param desk a colleague looks, and acts in the customer's name
 * @param may forms can be sent: by a colleague only once the identity was checked
 * @param seal the hidden field of every form on it
 * @param form what was typed
 * @param booked bookings and deliveries that were agreed with them elsewhere
 * @param act which form was sent and refused, or has just been done; "" for none
 */
public record SheetView(
    Voice t,
    String at,
    boolean desk,
    boolean may,
    String seal,
    Form form,
    String act,
    Top top,
    List<Line> promised,
    Know know,
    List<Said> said,
    Offers offers,
    RightView right,
    List<Line> booked) {

  /**
   * What comes next, in one sentence.
   *
   * @param clock how long until then; null where nothing runs
   * @param who looks after it; "" for a team
   */
  public record Top(
      String number,
      String reference,
      String customer,
      String subject,
      String brand,
      String line,
      String more,
      @Nullable Clock clock,
      String who,
      String initials) {}

  /** One promise: what, how it stands, in a shape, a word and a sentence. */
  public record Line(Clock.State state, String words, String how) {}

  /**
   * @param told what the customer told us, oldest first
   * @param about pairs of what it is and which
   * @param outcome how it was settled; "" while it is not
   * @param why the reasons of a refusal and where they can turn, or who has it now
   */
  public record Know(
      List<Told> told, List<Choice> about, String outcome, String done, List<String> why) {}

  /**
   * What the customer told us.
   *
   * @param written it stands among the letters too
   */
  public record Told(String words, boolean written) {}

  /** One message. */
  public record Said(
      boolean ours, String who, String iso, String at, String text, List<File> files) {}

  public record File(String name, String link) {}

  /**
   * What can be asked for.
   *
   * @param slots by day
   * @param known what we have on file; null until a code or a check has opened it
   * @param codeTo where a code would go, not in full; "" when there is no such address
   * @param moments to choose from since a promise was moved
   * @param broken what is promised to everybody and was not kept, with what happens now
   */
  public record Offers(
      boolean settled,
      boolean closed,
      List<Day> slots,
      String phoneHint,
      boolean hasAddress,
      List<Choice> contacts,
      List<Asked> asked,
      String codeTo,
      @Nullable Held known,
      List<Choice> moments,
      List<Choice> broken) {}

  /** What we have on file. */
  public record Held(String phone, String address) {}

  public record Day(String words, List<Choice> slots) {}

  /**
   * What was asked for, and what became of it.
   *
   * @param named who is to speak for them; null for anything else
   */
  public record Asked(
      long id,
      String kind,
      String words,
      String state,
      boolean open,
      Request.@Nullable Named named) {}
}
