package amends.staff.web;

import amends.shared.page.Form;
import amends.shared.page.Page;

/**
 * Proves once more who one is. Template {@code staff/proof.jte}.
 *
 * <pre>
 * GET  /profile/proof   next
 * POST /profile/proof   next, proof   the password, or a code
 * </pre>
 *
 * @param email whose password it is, for the browser that keeps it
 * @param next the path to come back to
 */
public record ProofView(Page page, Form form, String email, String next) {}
