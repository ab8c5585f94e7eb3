package amends.cases.web;

import amends.shared.page.Page;
import java.time.Instant;
import java.util.List;

/**
 * Notes that name the viewer. Template {@code cases/mentions.jte}.
 *
 * <pre>
 * GET  /mentions?done=yes   those that are done; without, those that are not
 * POST /mentions/{id}/done  done (yes|no)
 * </pre>
 */
public record MentionsView(Page page, boolean done, List<Row> rows) {

  /**
   * @param who who wrote the note
   * @param at when, in words
   */
  public record Row(
      long id, long caseId, String matter, String who, Instant moment, String at, String words) {}
}
