package amends.cases.web;

import amends.shared.page.Choice;
import amends.shared.page.Form;
import amends.shared.page.Page;
import java.util.List;

/**
 * The rhythms of the house, and the form for a new one. Template {@code cases/cadences.jte}.
 *
 * <pre>
 * GET  /cadences
 * POST /cadences            name, audience, severity, channel, hours (all|working), safety,
 *                           every1 unit1 times1 … every3 unit3 times3
 * POST /cadences/{id}/end   it is offered no more
 * </pre>
 */
public record CadencesView(
    Page page,
    List<Row> rows,
    Form form,
    List<Choice> audiences,
    List<Choice> severities,
    List<Choice> channels,
    List<Choice> units) {

  /**
   * @param rhythm "every 24 hours, once; then every 3 days"
   * @param more who hears, and when
   */
  public record Row(long id, String name, String rhythm, String more) {}
}
