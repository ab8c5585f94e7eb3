package amends.cases.web;

import amends.shared.page.Choice;
import amends.shared.page.Form;
import amends.shared.page.Page;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * One rule of routing. Template {@code cases/rule.jte}.
 *
 * <pre>
 * GET  /routing                      all ({@link Listed})
 * GET  /routing/new                  a fresh one
 * POST /routing                      name, brand, language, channel, words, product, field, field_value,
 *                                    need, harm, tag, team, skill, minutes, again
 * GET  /routing/{id}                 POST to change
 * POST /routing/{id}/earlier, /later, /on, /off, /ending
 * GET  /routing/trial                a sample; POST to try it ({@link Trial})
 * </pre>
 *
 * @param id null for a fresh one
 */
public record RoutingView(Page page, @Nullable Long id, Form form, Lists lists) {

  /** What the fields offer. */
  public record Lists(
      List<Choice> brands,
      List<Choice> languages,
      List<Choice> channels,
      List<Choice> fields,
      List<Choice> needs,
      List<Choice> teams,
      List<Choice> skills) {}

  /**
   * All of them, in their order. Template {@code cases/routing.jte}.
   *
   * @param arranges whoever looks may change them
   */
  public record Listed(Page page, boolean arranges, List<Row> rows) {}

  /**
   * @param when "subject says glass, in German"
   * @param then "to Workshop, answered within 60 minutes"
   */
  public record Row(long id, String name, String when, String then, boolean on, boolean tried) {}

  /**
   * What would happen to a sample. Template {@code cases/trial.jte}.
   *
   * @param said what happens, a sentence each; empty before anything was tried
   * @param verdicts what each rule says of it
   * @param warned of rules that catch as good as everything
   */
  public record Trial(
      Page page,
      Form form,
      Lists lists,
      List<String> said,
      List<Verdict> verdicts,
      List<String> warned) {}

  public record Verdict(String name, boolean on, boolean catches, String words) {}
}
