package amends.staff.web;

import amends.shared.page.Form;
import amends.shared.page.Page;
import org.jspecify.annotations.Nullable;

/**
 * The second step of signing in. Template {@code staff/second.jte}.
 *
 * <pre>
 * GET  /sign-in/second
 * POST /sign-in/second             code    from the app, or a recovery code
 * POST /sign-in/second/enrolment   code    the first one, of a new app
 * </pre>
 *
 * @param offer the secret to be put into an app; null when the person has one
 */
public record SecondStepView(Page page, Form form, @Nullable OfferView offer) {}
