package amends.staff.web;

import amends.shared.page.Page;
import java.util.List;

/**
 * Recovery codes, shown this once. Template {@code staff/codes.jte}.
 *
 * @param next where to go when they are put away
 */
public record CodesView(Page page, List<String> codes, String next) {}
