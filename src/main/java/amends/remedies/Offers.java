package amends.remedies;

import amends.shared.Actor;
import amends.shared.Subject;
import amends.staff.Viewer;
import java.util.List;
import org.springframework.stereotype.Component;

/** What customers can choose from. */
@Component
public final class Offers {
  /**
   * Offers. The largest choice is set aside under the offerer's limit, so that whatever the
   * customer chooses can be given.
   *
   * @throws amends.shared.Refusal when a choice is not within authority or not safe, there are two
   *     currencies, or a law asks for more to choose from
   */
  public Offer offer(Subject about, NewOffer offer, String once, Viewer by) {
    throw new UnsupportedOperationException();
  }

  /**
   * The customer chose. The act of the customer on their page, or of the colleague who heard it.
   *
   * @param on page, message, phone or letter
   * @throws amends.shared.Refusal when it is no longer open, or the choice is not one of it
   */
  public RemedyGrant accept(long offerId, long choiceId, String on, Actor by) {
    throw new UnsupportedOperationException();
  }

  /**
   * The customer wants none of it, and we go on.
   *
   * @param words what they said; may be empty
   */
  public Offer refuse(long offerId, String words, String on, Actor by) {
    throw new UnsupportedOperationException();
  }

  /** The offerer, or a lead, takes back what nobody has chosen yet. */
  public Offer withdraw(long offerId, Viewer by) {
    throw new UnsupportedOperationException();
  }

  /**
   * @throws amends.shared.NotFound when there is none
   */
  public Offer get(long offerId) {
    throw new UnsupportedOperationException();
  }

  /** All offers of a matter, the oldest first; whoever calls has asked whether they may be seen. */
  public List<Offer> of(Subject about) {
    throw new UnsupportedOperationException();
  }
}
