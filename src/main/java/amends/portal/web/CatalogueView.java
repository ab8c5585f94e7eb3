package amends.portal.web;

import amends.cases.GuaranteeLimits;
import amends.promises.Guarantee;
import amends.shared.Texts.Voice;
import amends.shared.page.Page;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * What a brand promises to everybody. Template {@code portal/catalogue.jte}.
 *
 * <pre>
 * GET /our-promises, /our-promises/{brand}
 * </pre>
 */
public record CatalogueView(Page page, Voice t, String brand, List<Guarantee> standing) {
  /** To whom it is given, after the words of its scope. */
  public String scope(Guarantee one) {
    return Stream.concat(Stream.of(one.scope()), GuaranteeLimits.said(t, one).stream())
        .collect(Collectors.joining(" "));
  }
}
