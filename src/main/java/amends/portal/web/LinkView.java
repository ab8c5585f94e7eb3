package amends.portal.web;

import amends.shared.page.Page;

/**
 * A customer's page. Template {@code portal/page.jte}.
 *
 * @param done one sentence about what was just done; "" for nothing
 * @param until the day on which the link ends
 */
public record LinkView(Page page, SheetView sheet, String done, String until) {}
