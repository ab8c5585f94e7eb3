package amends.staff.web;

import amends.shared.page.Choice;
import amends.shared.page.Form;
import amends.shared.page.Page;
import java.util.List;

/**
 * The brands, and the form for one of them. Template {@code staff/brands.jte}.
 *
 * <pre>
 * GET  /brands
 * POST /brands        name, sender_address, language, zone, calendar
 * GET  /brands/{id}   the same page with the form filled
 * POST /brands/{id}   as above
 * </pre>
 *
 * @param changed the brand that the form changes; 0 for a new one
 */
public record BrandsView(
    Page page,
    List<Row> brands,
    long changed,
    Form form,
    List<Choice> zones,
    List<Choice> calendars) {

  /**
   * A brand.
   *
   * @param says language, zone and calendar in one line
   */
  public record Row(long id, String name, String address, String says) {}
}
