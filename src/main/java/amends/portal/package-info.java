/**
 * Room for what customers see and do by themselves: each customer's own page behind a link, the
 * same by a colleague's hand for those who phone or write, and the form to report a problem.
 *
 * <p>Owns: {@code portal_link}, {@code step_up}, {@code portal_request}, {@code portal_wish},
 * {@code identity_check}, {@code report_confirmation}, {@code portal_enclosure}, {@code
 * portal_once}, {@code portal_knock}.
 */
@ApplicationModule(
    allowedDependencies = {
      "shared",
      "shared :: page",
      "shared :: api",
      "time",
      "journal",
      "staff",
      "customers",
      "goods",
      "messages",
      "promises",
      "remedies",
      "remedies :: fulfilment",
      "cases"
    })
@NullMarked
package amends.portal;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
