package amends.staff.web;

import amends.shared.Refusal;
import amends.shared.page.Form;
import amends.shared.page.Page;
import java.util.Map;

/** What was typed into a form of this room. */
final class Typed {
  private Typed() {}

  /**
   * @throws Refusal when both passwords are not the same
   */
  static String password(Map<String, String> typed) {
    String password = typed.getOrDefault("password", "");
    if (!password.equals(typed.getOrDefault("password_again", ""))) {
      throw new Refusal("password_again", "staff.refused.password_again");
    }
    return password;
  }

  static Form refused(Page page, Form form, Refusal refusal) {
    return form.refused(page, refusal);
  }
}
