package amends.messages.web;

import amends.shared.page.Clock;
import amends.shared.page.Form;
import amends.shared.page.Page;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * One held message. Template {@code messages/held-item.jte}.
 *
 * <pre>
 * GET  /held/{id}
 * POST /held/{id}/case        (no fields)        opens a case from it
 * POST /held/{id}/match       case (a number)    puts it into that case
 * POST /held/{id}/dismissal   reason             not for us
 * POST /held/{id}/not-ours    (no fields)        not for us, nor what comes like it
 * </pre>
 *
 * @param reasons why it is held, in whole sentences
 * @param headers the headers that matter, name and value
 * @param text its words, plain
 * @param html link to the sanitised HTML for a sandboxed frame; null when it came as text only
 * @param raw link to the stored bytes, as a download
 * @param likely number of the case that it seems to belong to; null when none
 * @param decided what was done with it; null while it waits
 * @param notOurs which mail is left in its mailbox when it is not ours; null when it lay in none
 */
public record HeldItemView(
    Page page,
    long id,
    boolean tray,
    String sender,
    String subject,
    String at,
    Clock clock,
    List<String> reasons,
    List<Header> headers,
    String text,
    @Nullable String html,
    List<File> files,
    @Nullable String raw,
    @Nullable String likely,
    @Nullable String decided,
    @Nullable String notOurs,
    Form form) {

  public record Header(String name, String value) {}

  public record File(String name, String size, String link) {}
}
