package amends.app.web;

import amends.shared.page.Page;
import amends.shared.page.Rest;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What customers would have received; demo only. Template {@code app/catcher.jte}.
 *
 * <pre>
 * GET /catcher?after=…     the list
 * GET /catcher/{id}        the list with one mail open
 * </pre>
 *
 * @param open the mail that is read; null on the plain list
 */
public record CatcherView(Page page, List<Mail> mails, @Nullable OpenMail open, Rest rest) {

  /** A caught mail in the list. */
  public record Mail(long id, String to, String subject, String at, boolean current) {}

  /**
   * A caught mail.
   *
   * @param html link to its HTML for a sandboxed frame; null when it is text only
   * @param headers those that matter, name and value
   */
  public record OpenMail(
      String to,
      String subject,
      String at,
      List<Header> headers,
      String text,
      @Nullable String html) {}

  public record Header(String name, String value) {}
}
