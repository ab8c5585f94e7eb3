package amends.staff.web;

import amends.shared.page.Form;
import amends.shared.page.Page;
import java.util.List;

/**
 * What colleagues are good at. Template {@code staff/skills.jte}.
 *
 * <pre>
 * GET  /people/skills
 * POST /people/{id}/skills   skills ("glass, french"), most_open
 * </pre>
 *
 * @param known every skill that somebody has, for typing
 */
public record SkillsView(Page page, List<Row> rows, List<String> known, int enough, Form form) {

  /**
   * @param mostOpen "" where nobody has said
   * @param away "" for who is at work
   */
  public record Row(
      long id, String name, String teams, String skills, String mostOpen, String away) {}
}
