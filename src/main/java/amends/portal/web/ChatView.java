package amends.portal.web;

import amends.shared.Texts.Voice;
import amends.shared.page.Form;
import amends.shared.page.Page;
import java.util.List;

/**
 * The chat on a customer's own page. Templates {@code portal/chat.jte} and, of its words alone,
 * {@code portal/chatwords.jte}.
 *
 * <pre>
 * GET  /c/{token}/chat
 * GET  /c/{token}/chat/words    what was said and who is here, as a fragment
 * GET  /c/{token}/chat/events   tells the page to look again
 * POST /c/{token}/chat          words, seen
 * POST /c/{token}/chat/here     seen, gone (yes)
 * </pre>
 *
 * @param at where the customer's page is
 * @param seen the newest message that stands here
 * @param who who is here, or when they are answered
 * @param said oldest first
 */
public record ChatView(
    Page page,
    Voice t,
    String at,
    String brand,
    String subject,
    String seal,
    long seen,
    boolean here,
    String who,
    List<SheetView.Said> said,
    Form form,
    String until) {}
