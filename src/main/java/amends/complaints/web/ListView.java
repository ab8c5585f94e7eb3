package amends.complaints.web;

import amends.shared.page.Choice;
import amends.shared.page.Clock;
import amends.shared.page.Form;
import amends.shared.page.Page;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Formal complaints that the viewer may see, and the rules that the house is under.
 *
 * @param rules for the return of a period
 * @param keeps whether the viewer may switch rules and export a return
 */
public record ListView(
    Page page, List<Row> rows, List<RuleLine> rules, boolean keeps, Form form, String refused) {

  /**
   * One complaint.
   *
   * @param clock the next thing that is owed under the rules; null when nothing is
   */
  public record Row(
      long caseId,
      String subject,
      String customer,
      String rules,
      @Nullable Clock clock,
      String state) {}

  /**
   * One set of rules.
   *
   * @param since since when the house is under it; "" while it is not
   * @param clocks what has to be sent by when, in words
   */
  public record RuleLine(
      String code, String name, String words, String source, String since, List<Choice> clocks) {}
}
