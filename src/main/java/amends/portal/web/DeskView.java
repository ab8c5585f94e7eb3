package amends.portal.web;

import amends.shared.page.Choice;
import amends.shared.page.Form;
import amends.shared.page.Page;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The customer's page as a colleague sees it, and what can be done in the customer's name. Template
 * {@code portal/desk.jte}.
 *
 * <pre>
 * POST /cases/{id}/customer/identity              way (phone|letter|in_person), fact (several)
 * POST /cases/{id}/customer/requests/{number}     do (accept|confirm|decline), why; to confirm: who,
 *                                                 reach, affiliation, evidence, scope, may, manner,
 *                                                 by, until, all
 * POST /cases/{id}/customer/links                 a new link to the address on file
 * POST /cases/{id}/customer/links/end             every link to this case stops
 * </pre>
 *
 * @param work the viewer may act in this case
 * @param checked by which way it was made sure who it is; "" while it was not
 * @param facts what can be asked, with the answer
 * @param to where a new link would go; "" for nowhere
 */
public record DeskView(
    Page page,
    long id,
    SheetView sheet,
    boolean work,
    String checked,
    List<Choice> facts,
    List<LinkLine> links,
    String to,
    Form form) {

  /** The first of those whom they named and nobody has confirmed: one form at a time. */
  public SheetView.@Nullable Asked confirms() {
    return sheet.offers().asked().stream()
        .filter(one -> one.open() && one.named() != null)
        .findFirst()
        .orElse(null);
  }

  /** One link, without the link. */
  public record LinkLine(String address, String state, boolean opens) {}
}
