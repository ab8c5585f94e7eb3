package amends.staff.web;

import amends.shared.page.Choice;
import amends.shared.page.Form;
import amends.shared.page.Page;
import amends.shared.page.Rest;
import java.util.List;

/**
 * What administrators did. Template {@code staff/audit.jte}.
 *
 * <pre>
 * GET /audit       area, person, from, until, before
 * GET /audit.csv   the same, as a file
 * </pre>
 *
 * @param csv the link to the same as a file
 */
public record AuditView(
    Page page, Form form, Choices choices, List<Row> rows, Rest rest, String csv) {

  /** What can be asked for. */
  public record Choices(List<Choice> areas, List<Choice> people) {}

  /**
   * One entry.
   *
   * @param who who did it
   * @param what in words
   * @param whom to whom or what; "" for nothing in particular
   * @param detail the role, the team, the rule; "" for none
   */
  public record Row(String when, String who, String what, String whom, String detail) {}
}
