package amends.cases.web;

import amends.shared.page.Form;
import amends.shared.page.Page;
import org.jspecify.annotations.Nullable;

/**
 * Showing that an address is a customer's. Template {@code cases/verification.jte}.
 *
 * <pre>
 * POST /customers/{id}/contacts/{part}/code           (no fields) sends one
 * POST /customers/{id}/contacts/{part}/verification   code (e-mail), checked: how we know who said it
 * </pre>
 *
 * @param byCode a code can be sent there; else we call and they answer
 * @param sent since when a code is out; null for none
 */
public record VerificationView(
    Page page,
    long id,
    long contact,
    String name,
    String address,
    boolean byCode,
    @Nullable String sent,
    Form form) {}
