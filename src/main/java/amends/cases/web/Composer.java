package amends.cases.web;

import amends.cases.Blank;
import amends.shared.page.Choice;
import amends.shared.page.Form;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Where one writes in a case; one form at a time, chosen by {@code ?compose=}.
 *
 * <pre>
 * POST /cases/{id}/replies     text, next, by, done, nothing_more, purpose, way, later, seen, draft_version
 * POST /cases/{id}/previews    the fields of a reply: how it will look, as a fragment
 * POST /cases/{id}/drafts      mode, draft_version and the fields of the form; /drafts/typing the same, as JSON
 * POST /cases/{id}/drafts/discarding   mode, draft_version
 * POST /cases/{id}/notes       text
 * POST /cases/{id}/statements  teller (customer|colleague), who, text
 * POST /cases/{id}/calls       direction (in|out), minutes, settled, text, next, by, nothing_more
 * POST /cases/{id}/macros      macro, and the fields of the form
 * GET  /cases/{id}/next-read?next=…&amp;by=…&amp;nothing_more=…   the line {@link NextRead}, as a fragment
 * </pre>
 *
 * {@code nothing_more} is "yes" when ticked; {@code next} and {@code by} may then be empty. {@code
 * by} is free text ("today 17:00", "2026-05-12 17:00").
 *
 * @param mode reply, note, statement, call; or none when nothing can be written
 * @param action the first part of the URLs: "/cases/12"
 * @param customer whom a reply goes to
 * @param to "by e-mail to ruth@adeyemi.example"; or why no reply can be sent
 * @param canReply false when there is no address that we may write to
 * @param read how "what happens next" was understood; null before anything was typed
 * @param moments offers for "by when"
 * @param wish that they want to hear only when something changes; "" when they hear as promised
 */
public record Composer(
    String mode,
    String action,
    String customer,
    String to,
    boolean canReply,
    Form form,
    @Nullable NextRead read,
    List<Choice> moments,
    Kept kept,
    Help help,
    String wish,
    Road road) {

  /** No place to write. */
  static Composer none() {
    return new Composer("none", "", "", "", false, Form.blank(), null, List.of());
  }

  /** Nothing kept, nobody answered. */
  public Composer(
      String mode,
      String action,
      String customer,
      String to,
      boolean canReply,
      Form form,
      @Nullable NextRead read,
      List<Choice> moments) {
    this(
        mode,
        action,
        customer,
        to,
        canReply,
        form,
        read,
        moments,
        Kept.NOTHING,
        Help.NOTHING,
        "",
        Road.NONE);
  }

  /**
   * What was kept of it, and what the page knows of the others.
   *
   * @param version of the draft; 0 for none
   * @param words "Draft of 14:32, restored"; "" when nothing was restored
   * @param begun the forms in which something is begun
   * @param seen the last message on this page
   * @param since what colleagues have answered while this was being written
   */
  public record Kept(int version, String words, Set<String> begun, long seen, List<Since> since) {
    static final Kept NOTHING = new Kept(0, "", Set.of(), 0, List.of());
  }

  /**
   * What helps to write; what is empty is not shown.
   *
   * @param macros kept words to insert
   * @param colleagues who can be named in a note: the name, and the address
   * @param owners whom it can be handed to on sending
   * @param whom for whom it can wait on sending
   * @param rests whose word the promise can rest on
   * @param blanks what the chosen macro asks for
   * @param settles promised words that a call may have settled
   */
  public record Help(
      List<Choice> macros,
      List<Choice> colleagues,
      List<Choice> owners,
      List<Choice> whom,
      List<Choice> rests,
      List<Blank> blanks,
      List<Choice> settles) {
    static final Help NOTHING =
        new Help(List.of(), List.of(), List.of(), List.of(), List.of(), List.of(), List.of());

    Help settling(List<Choice> promised) {
      return new Help(macros, colleagues, owners, whom, rests, blanks, promised);
    }
  }

  /**
   * How a reply goes.
   *
   * @param ways those that there are, the usual one first
   * @param first why one of them comes before another; "" where none does
   * @param avoided those that are part of what went wrong here
   */
  public record Road(List<Lane> ways, String chosen, String first, List<Choice> avoided) {
    static final Road NONE = new Road(List.of(), "", "", List.of());
  }

  /**
   * @param shut why it cannot be used, in words; "" when it can
   */
  public record Lane(String code, String words, String shut) {}

  /** A colleague's answer. */
  public record Since(String who, String at, String text) {}
}
