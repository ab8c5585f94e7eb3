package amends.staff.web;

import amends.shared.page.Form;
import amends.shared.page.Page;

/**
 * The first administrator, by the one-time link of the first start. Template {@code
 * staff/start.jte}.
 *
 * <pre>
 * POST /first-start/{token}   name, email, password, password_again
 * </pre>
 *
 * @param valid false when the link was used or is too old: the page then says how to get a new one
 * @param invited false for the first administrator; true for somebody whose address is known
 */
public record FirstStartView(Page page, String token, boolean valid, boolean invited, Form form) {}
