package amends.cases.web;

import amends.shared.page.Choice;
import amends.shared.page.Form;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Where one writes in a case; one form at a time, chosen by {@code ?compose=}.
 *
 * <pre>
 * POST /cases/{id}/replies     text, next, by, nothing_more
 * POST /cases/{id}/notes       text
 * POST /cases/{id}/statements  teller (customer|colleague), who, text
 * POST /cases/{id}/calls       direction (in|out), minutes, text, next, by, nothing_more
 * GET  /cases/{id}/next-read?next=…&amp;by=…&amp;nothing_more=…   the line {@link NextRead}, as a fragment
 * </pre>
 *
 * {@code nothing_more} is "yes" when ticked; {@code next} and {@code by} may then be empty. {@code
 * by} is free text ("today 17:00", "2026-05-12 17:00").
 *
 * @param mode reply, note, statement, call; or none when nothing can be written
 * @param action the first part of the URLs: "/cases/12"
 * @param customer whom a reply goes to
 * @param to "by e-mail to ruth@adeyemi.example"; or why no reply can be sent
 * @param canReply false when there is no address that we may write to
 * @param read how "what happens next" was understood; null before anything was typed
 * @param moments offers for "by when"
 */
public record Composer(
    String mode,
    String action,
    String customer,
    String to,
    boolean canReply,
    Form form,
    @Nullable NextRead read,
    List<Choice> moments) {}
