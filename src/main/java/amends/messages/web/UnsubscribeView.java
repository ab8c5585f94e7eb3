package amends.messages.web;

import amends.shared.page.Page;

/**
 * The page behind a link that ends what somebody need not get. Template {@code
 * messages/unsubscribe.jte}.
 *
 * <pre>
 * GET  /unsubscribe/{token}
 * POST /unsubscribe/{token}   (anything)
 * </pre>
 *
 * @param state {@code ask}, {@code done} or {@code gone}
 */
public record UnsubscribeView(Page page, String token, String state) {}
