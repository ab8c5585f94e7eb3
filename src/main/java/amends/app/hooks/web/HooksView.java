package amends.app.hooks.web;

import amends.shared.page.Choice;
import amends.shared.page.Form;
import amends.shared.page.Page;
import java.util.List;

/**
 * All web hooks, one of them, or the calls that were given up. Templates {@code app/hooks.jte},
 * {@code app/hook.jte} and {@code app/hook-dead.jte}.
 *
 * <pre>
 * GET  /hooks
 * POST /hooks                   name, url, group.X (several), kinds, brand
 * GET  /hooks/{id}
 * POST /hooks/{id}              the same fields
 * POST /hooks/{id}/secret       (no fields)  answers with the page that shows it
 * POST /hooks/{id}/switch       on = yes or nothing
 * POST /hooks/{id}/replay       seal
 * GET  /hooks/dead              after
 * POST /hooks/dead/{id}/resend  (no fields)
 * </pre>
 *
 * @param rows the hooks; one of them on its own page, none on the page of the dead
 * @param calls the last of the one, or those that were given up
 * @param secret shown once; "" else
 */
public record HooksView(
    Page page, List<Row> rows, List<Call> calls, Fields fields, String secret, boolean dead) {

  /** What can be chosen. */
  public record Fields(List<String> groups, List<Choice> brands, Form form) {}

  public Row one() {
    return rows.getFirst();
  }

  /**
   * One hook.
   *
   * @param off why it is off, in a sentence; "" while it is on
   * @param seal the number up to which it was told
   */
  public record Row(long id, String name, String url, String kinds, String off, String seal) {}

  /**
   * One call.
   *
   * @param when when it was tried last, or is tried next
   * @param trouble in plain words; ""
   * @param answer the beginning of what came back; ""
   */
  public record Call(
      long id,
      String hook,
      String seal,
      String kind,
      String state,
      int attempts,
      String when,
      String trouble,
      String answer) {}
}
