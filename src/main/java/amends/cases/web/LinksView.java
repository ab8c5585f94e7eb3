package amends.cases.web;

import amends.shared.page.Choice;
import amends.shared.page.Form;
import amends.shared.page.Page;
import java.util.List;

/**
 * What belongs to a case. Template {@code cases/links.jte}.
 *
 * <pre>
 * POST /cases/{id}/links              other (a case number), role (related|parent|child)
 * POST /cases/{id}/links/{link}/end   (no fields)
 * </pre>
 *
 * @param merged it was made part of another case
 * @param closed it can be linked, but not split or merged
 */
public record LinksView(
    Page page,
    long id,
    String subject,
    Form form,
    List<Choice> roles,
    List<Kin> kin,
    boolean merged,
    boolean closed) {}
