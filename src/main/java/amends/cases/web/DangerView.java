package amends.cases.web;

import amends.cases.Forewarnings.Prepared;
import amends.shared.page.Choice;
import amends.shared.page.Form;
import amends.shared.page.Page;
import java.util.List;

/**
 * Notices for everybody whom one cause endangers. Template {@code cases/danger.jte}.
 *
 * <pre>
 * GET  /promises/dangers/{kind}/{id}   the notices, prepared
 * POST /promises/dangers/{kind}/{id}   why, instead, by, later, pick…; look=yes shows them anew,
 *                                      without it they are sent
 * </pre>
 *
 * @param cause what puts them in danger
 * @param later how much later, to choose from
 */
public record DangerView(
    Page page,
    String here,
    String cause,
    Form form,
    List<Choice> later,
    List<Choice> moments,
    List<Notice> ready,
    List<Notice> left) {

  /**
   * One customer's notice.
   *
   * @param head "Ruth Adeyemi: was due today 17:00, now Friday 17:00"
   * @param hindrance what stands against it, as a sentence; "" for none
   */
  public record Notice(
      Prepared notice, String head, String way, String hindrance, boolean ticked) {}
}
