package amends.cases.web;

import amends.shared.page.Choice;
import amends.shared.page.Form;
import amends.shared.page.Page;
import java.util.List;

/**
 * A choice for the customer, put together. Template {@code cases/offer.jte}.
 *
 * <pre>
 * POST /cases/{id}/offers/new   way (as often as chosen), amount-{way}, by (until when), law,
 *                               single, once
 * </pre>
 *
 * @param ruling how far the viewer may go here
 * @param ways what can be offered, with what is decided about it
 * @param laws that give a choice, and how many of which kinds; empty for none
 * @param told how the customer hears of it
 * @param chosen the ways that were ticked
 */
public record OfferView(
    Page page,
    long id,
    String number,
    String subject,
    String customer,
    Form form,
    String ruling,
    List<Way> ways,
    List<Choice> laws,
    String told,
    List<String> chosen) {
  /**
   * One way.
   *
   * @param currency of its amount; "" where it has none
   */
  public record Way(Choice choice, String currency) {}
}
