package amends.remedies;

import amends.remedies.Deciding.Reserved;
import amends.remedies.Offer.Choice;
import amends.remedies.OfferRows.End;
import amends.shared.Actor;
import amends.shared.Acts;
import amends.shared.NotFound;
import amends.shared.Refusal;
import amends.shared.Subject;
import amends.staff.Permission;
import amends.staff.Viewer;
import java.util.List;
import java.util.Set;
import org.springframework.stereotype.Component;

/** What customers can choose from. */
@Component
public final class Offers {
  private static final Set<String> WAYS = Set.of("page", "message", "phone", "letter");

  private final Acts acts;
  private final OfferRows rows;
  private final Matters matters;
  private final Offering offering;
  private final Deciding deciding;

  Offers(Acts acts, OfferRows rows, Matters matters, Offering offering, Deciding deciding) {
    this.acts = acts;
    this.rows = rows;
    this.matters = matters;
    this.offering = offering;
    this.deciding = deciding;
  }

  /**
   * Offers. The largest choice is set aside under the offerer's limit, so that whatever the
   * customer chooses can be given.
   *
   * @param once of the form; the same once again answers the same offer; empty for none
   * @throws Refusal when a choice is not within authority or not safe, there are two currencies, or
   *     a law asks for more to choose from
   */
  public Offer offer(Subject about, NewOffer offer, String once, Viewer by) {
    return acts.call(() -> {
      Matter matter = matters.permittedAndHeld(about, Permission.GRANT_REMEDY, by);
      return offering.offer(matter, offer, once, by);
    });
  }

  /**
   * The customer chose. The act of the customer on their page, or of the colleague who heard it;
   * whoever calls has asked who that is.
   *
   * @param on page, message, phone or letter
   * @throws Refusal when it is no longer open, or the choice is not one of it
   */
  public RemedyGrant accept(long offerId, long choiceId, String on, Actor by) {
    return acts.call(() -> {
      Matter matter = matters.held(get(offerId).about());
      Offer offer = open(offerId, on);
      Choice choice =
          offer.choices().stream()
              .filter(one -> one.id() == choiceId)
              .findFirst()
              .orElseThrow(() -> new Refusal("choice", "remedies.refusal.choice"));
      Reserved reserved = rows.reserved(offer);
      RemedyGrant grant = deciding.giveReserved(matter, choice.wanted(), reserved, by);
      end(offer, new End("accepted", choiceId, null, on), by);
      return grant;
    });
  }

  /**
   * The customer wants none of it, and we go on.
   *
   * @param words what they said; may be empty
   */
  public Offer refuse(long offerId, String words, String on, Actor by) {
    Length.atMost(Length.TEXT, words, "words");
    return acts.call(() -> {
      Offer offer = open(offerId, on);
      offering.giveBack(rows.reserved(offer));
      return end(offer, new End("refused", null, words.strip(), on), by);
    });
  }

  /**
   * The offerer, or a lead, takes back what nobody has chosen yet.
   *
   * @throws Refusal when it is no longer open
   */
  public Offer withdraw(long offerId, Viewer by) {
    return acts.call(() -> {
      Offer offer = open(offerId, "page");
      boolean own = offer.offeredBy() == by.id();
      matters.permitted(offer.about(), own ? Permission.GRANT_REMEDY : Permission.BACK_REMEDY, by);
      offering.giveBack(rows.reserved(offer));
      return end(offer, new End("withdrawn", null, null, null), by.actor());
    });
  }

  private Offer open(long offerId, String on) {
    if (!WAYS.contains(on)) {
      throw new Refusal("on", "remedies.refusal.on");
    }
    Offer offer = rows.held(offerId).orElseThrow(() -> missing(offerId));
    if (!offer.open()) {
      throw new Refusal("", "remedies.refusal.offer-over");
    }
    if (!offering.now().isBefore(offer.validUntil())) {
      throw new Refusal("", "remedies.refusal.offer-lapsed", offer.validUntil());
    }
    return offer;
  }

  private Offer end(Offer offer, End end, Actor by) {
    return offering.ended(offer, end, by);
  }

  /**
   * @throws NotFound when there is none
   */
  public Offer get(long offerId) {
    return rows.find(offerId).orElseThrow(() -> missing(offerId));
  }

  private static NotFound missing(long id) {
    return new NotFound(Subject.of("remedy_offer", id));
  }

  /** All offers of a matter, the oldest first; whoever calls has asked whether they may be seen. */
  public List<Offer> of(Subject about) {
    return rows.of(about);
  }
}
