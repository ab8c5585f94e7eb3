package amends.portal.web;

import amends.promises.Guarantee;
import amends.shared.Texts.Voice;
import amends.shared.page.Page;
import java.util.List;

/**
 * What a brand promises to everybody. Template {@code portal/catalogue.jte}.
 *
 * <pre>
 * GET /our-promises, /our-promises/{brand}
 * </pre>
 */
public record CatalogueView(Page page, Voice t, String brand, List<Guarantee> standing) {}
