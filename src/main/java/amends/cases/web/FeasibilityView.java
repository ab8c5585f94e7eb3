package amends.cases.web;

import amends.shared.page.Choice;
import amends.shared.page.Form;
import amends.shared.page.Page;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Whether a rhythm can be kept. Template {@code cases/feasibility.jte}.
 *
 * <pre>
 * GET /feasibility   team, customers, every, contact, text (minutes), lasts (hours), assigned, working
 * </pre>
 *
 * @param verdict null before anything was asked
 */
public record FeasibilityView(Page page, Form form, List<Choice> teams, @Nullable Verdict verdict) {

  /**
   * @param instead what can be kept, the least change first
   */
  public record Verdict(boolean keeps, String said, String people, List<String> instead) {}
}
