package amends.cases.web;

import amends.shared.page.Choice;
import amends.shared.page.Form;
import amends.shared.page.Page;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * One field of the house. Template {@code cases/field.jte}.
 *
 * <pre>
 * GET  /fields                    all ({@link Listed})
 * GET  /fields/new                a fresh one
 * POST /fields                    name, hint, kind, choices, brand, team, required, position, also
 * GET  /fields/{id}               POST to change
 * POST /fields/{id}/retirement    asked no longer
 * POST /fields/{id}/return        asked again
 * </pre>
 *
 * @param id null for a fresh one
 * @param kind of one that is kept; "" for a fresh one
 * @param brands with all first; empty when there is only one
 */
public record FieldsView(
    Page page,
    @Nullable Long id,
    String kind,
    boolean retired,
    Form form,
    List<Choice> kinds,
    List<Choice> brands,
    List<Choice> teams) {

  /**
   * All of them. Template {@code cases/fieldlist.jte}.
   *
   * @param arranges whoever looks may add one
   */
  public record Listed(Page page, boolean arranges, List<Row> rows) {}

  /**
   * @param link where it is changed; null when the viewer may not
   * @param where "Fernhill, Front line", or "All"
   * @param choices "glass, china, wood"; "" unless something is chosen
   */
  public record Row(
      String name,
      String key,
      @Nullable String link,
      String kind,
      String where,
      String choices,
      boolean required,
      boolean retired) {}
}
