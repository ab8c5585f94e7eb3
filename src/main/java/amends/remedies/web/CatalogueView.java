package amends.remedies.web;

import amends.shared.page.Choice;
import amends.shared.page.Form;
import amends.shared.page.Page;
import java.util.List;

/**
 * What can be given, and what the law says must be. Template {@code remedies/catalogue.jte}.
 *
 * <pre>
 * GET  /remedies/catalogue
 * GET  /remedies/catalogue/new, /remedies/catalogue/{id}   {@link Sheet}
 * POST /remedies/catalogue, /remedies/catalogue/{id}
 * </pre>
 *
 * @param keeps whether the viewer may change it
 * @param tables the law's, as dated data with their source
 */
public record CatalogueView(Page page, boolean keeps, List<Row> rows, List<Table> tables) {
  /**
   * @param more cost, brand, country and dates, in words
   * @param over whether it is no longer given
   */
  public record Row(
      long id, String name, String means, String kind, List<String> more, boolean over) {}

  /**
   * A table of the law.
   *
   * @param source where it comes from
   * @param since from when on it holds
   */
  public record Table(
      String name, String source, String since, List<String> heads, List<List<String>> rows) {}

  /**
   * One remedy, as a form. Template {@code remedies/remedy.jte}.
   *
   * @param id 0 for a new one
   * @param parts what a package can be made of
   * @param chosen those it is made of
   */
  public record Sheet(
      Page page,
      long id,
      String name,
      Form form,
      List<Choice> kinds,
      List<Choice> brands,
      List<Choice> parts,
      List<String> chosen) {}
}
