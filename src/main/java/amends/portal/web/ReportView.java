package amends.portal.web;

import amends.shared.Texts.Voice;
import amends.shared.page.Form;
import amends.shared.page.Page;

/**
 * The form to report a problem. Template {@code portal/report.jte}.
 *
 * <pre>
 * POST /report/{brand}   name, email, subject, order, words, files, website (left empty), seal
 * </pre>
 *
 * @param state form, taken (it has arrived), confirm (a link was opened), confirmed, or gone (it
 *     has run out)
 * @param at where the form is sent
 */
public record ReportView(
    Page page, Voice t, String state, String brand, String at, String seal, Form form) {}
