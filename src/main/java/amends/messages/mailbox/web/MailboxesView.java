package amends.messages.mailbox.web;

import amends.shared.page.Choice;
import amends.shared.page.Form;
import amends.shared.page.Page;
import java.util.List;

/**
 * All mailboxes, or one of them. Templates {@code messages/mailboxes.jte} and {@code
 * messages/mailbox.jte}.
 *
 * <pre>
 * GET  /mailboxes
 * POST /mailboxes                 name, host, port, tls, login, account, password, folder,
 *                                 address, start
 * GET  /mailboxes/{id}
 * POST /mailboxes/{id}            the same fields; an empty password keeps the one that is there
 * POST /mailboxes/{id}/test       (no fields)
 * POST /mailboxes/{id}/switch     on = yes or nothing
 * POST /mailboxes/{id}/again      (no fields)
 * POST /mailboxes/{id}/removal    (no fields)
 * POST /mailboxes/not-ours/{part} (no fields)   takes that sender or list in again
 * </pre>
 *
 * @param rows the mailboxes; one of them on its own page
 * @param tested what came of the test, in a sentence; "" when it was not tested
 * @param testedBad whether that is trouble
 */
public record MailboxesView(
    Page page,
    List<Row> rows,
    List<Left> left,
    Form form,
    List<Choice> protections,
    List<Choice> accounts,
    String tested,
    boolean testedBad) {
  public Row one() {
    return rows.getFirst();
  }

  /**
   * One mailbox.
   *
   * @param where folder and server
   * @param state how it goes, in a sentence
   * @param trouble what is wrong and how to mend it; "" when all is well
   * @param failed what could not be fetched, in a sentence; "" when nothing
   */
  public record Row(
      long id,
      String name,
      String where,
      String state,
      String ok,
      String counts,
      String trouble,
      String failed,
      boolean paused) {}

  /** Whose mail is left in the mailboxes. */
  public record Left(long id, String words) {}
}
