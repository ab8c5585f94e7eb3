package amends.messages.sender.web;

import amends.shared.page.Choice;
import amends.shared.page.Form;
import amends.shared.page.Page;
import java.util.List;

/**
 * Which mail server takes what each brand sends. Template {@code messages/senders.jte}.
 *
 * <pre>
 * GET  /mail-servers
 * POST /mail-servers/{brand}          host, port, tls, login, account, password
 * POST /mail-servers/{brand}/test     (no fields)
 * POST /mail-servers/{brand}/removal  (no fields)
 * </pre>
 */
public record ServersView(
    Page page, List<Row> rows, List<Choice> protections, List<Choice> accounts) {
  /**
   * One brand.
   *
   * @param uses in a sentence: its own server, or the house's
   * @param own whether it has one of its own
   * @param tested what came of the test; "" when it was not tested
   */
  public record Row(
      long brand,
      String name,
      String sender,
      String uses,
      boolean own,
      Form form,
      String tested,
      boolean testedBad) {}
}
