package amends.remedies.web;

import amends.shared.page.Form;
import amends.shared.page.Page;
import java.util.List;
import java.util.Map;

/**
 * From how many on grants look odd together. Template {@code remedies/patternrules.jte}.
 *
 * <pre>
 * GET  /remedies/patterns/rules
 * POST /remedies/patterns/rules/{code}   hours, at_least, counts
 * </pre>
 *
 * @param keeps whether the viewer may change them
 * @param code the rule whose form was refused; "" for none
 */
public record PatternRulesView(Page page, boolean keeps, List<Row> rows, String code, Form form) {
  /**
   * @param what what it counts
   * @param now from how many in which time
   * @param before how it counted until then, the newest first
   */
  public record Row(
      String code,
      String what,
      String now,
      String hours,
      String atLeast,
      boolean counts,
      List<String> before) {}

  /** What stands in the form of a rule: as it is, or as it was typed. */
  public Form form(Row row) {
    if (code.equals(row.code())) {
      return form;
    }
    return Form.of(
        Map.of(
            "hours", row.hours(), "at_least", row.atLeast(), "counts", row.counts() ? "yes" : ""));
  }
}
