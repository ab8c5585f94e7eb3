package amends.cases.web;

import amends.shared.page.Choice;
import amends.shared.page.Form;
import amends.shared.page.Page;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * One macro. Template {@code cases/macro.jte}.
 *
 * <pre>
 * GET  /macros              all ({@link Listed})
 * GET  /macros/new          a fresh one
 * POST /macros              name, team, words_en, next_en, … by, tags, owner, wait_whom, wait_words, wait_look
 * GET  /macros/{id}         POST to change, POST /macros/{id}/ending to end
 * POST /cases/{id}/macros   macro, mode, draft_version and the fields of the composer
 * </pre>
 *
 * @param id null for a fresh one
 * @param languages codes, with their names
 */
public record MacroView(
    Page page,
    @Nullable Long id,
    Form form,
    List<Choice> languages,
    List<Choice> teams,
    List<Choice> owners,
    List<Choice> whom,
    List<Choice> moments) {

  /**
   * All of them. Template {@code cases/macros.jte}.
   *
   * @param keeps whoever looks may change them
   */
  public record Listed(Page page, boolean keeps, List<Row> rows) {}

  /**
   * @param what what it does besides words, in words; "" for a template
   * @param used "12 times in 30 days, last today 14:02"
   */
  public record Row(
      long id,
      String name,
      String team,
      String languages,
      String what,
      String used,
      String begin) {}
}
