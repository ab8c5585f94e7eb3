package amends.cases.web;

import amends.cases.Case;
import amends.shared.page.Choice;
import amends.shared.page.Form;
import amends.staff.Permission;
import java.util.List;

/** What the page of one act on a case has of its own: who may, what it shows, what it does. */
interface Deed {
  Permission permission();

  /** What stands in the form before anybody has typed. */
  default Form offered(Ask ask, Case matter) {
    return Form.blank();
  }

  Sheet sheet(Ask ask, Case matter);

  /**
   * Does it.
   *
   * @return key of the sentence that says so
   */
  String act(Ask ask);

  /**
   * What the page shows.
   *
   * @param template below {@code cases/}
   * @param note one sentence about where the case stands; "" for none
   * @param fields of the house that are filled here too
   */
  record Sheet(String template, String note, List<Choice> choices, List<FieldInput> fields) {
    Sheet(String template, String note, List<Choice> choices) {
      this(template, note, choices, List.of());
    }
  }
}
