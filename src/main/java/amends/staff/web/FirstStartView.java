package amends.staff.web;

import amends.shared.page.Form;
import amends.shared.page.Page;

/**
 * The first administrator, by the one-time link of the first start. Template {@code
 * staff/first-start.jte}.
 *
 * <pre>
 * POST /first-start/{token}   name, email, password, password_again
 * </pre>
 *
 * @param valid false when the link was used or is too old: the page then says how to get a new one
 */
public record FirstStartView(Page page, String token, boolean valid, Form form) {}
