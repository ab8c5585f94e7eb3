package amends.portal.web;

import amends.shared.Texts.Voice;
import amends.shared.page.Page;

/**
 * A link that opens nothing. Template {@code portal/closed.jte}.
 *
 * @param why unknown, expired, revoked or sent: a new one is on its way
 * @param at where a new one can be asked for
 */
public record ClosedView(Page page, Voice t, String why, String at) {}
