package amends.remedies;

import amends.shared.Actor;
import amends.shared.Acts;
import amends.shared.NotFound;
import amends.shared.Refusal;
import amends.shared.Subject;
import java.time.Instant;
import java.util.Optional;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Component;

/**
 * What a customer chose is taken back, as long as nothing of it has begun to leave and the time to
 * choose is not over: the offer stands again as it did.
 */
@Component
public final class Unchoosing {
  private final OfferRows offers;
  private final GrantRows grants;
  private final Matters matters;
  private final Undone undone;
  private final Again again;

  Unchoosing(OfferRows offers, GrantRows grants, Matters matters, Undone undone, Again again) {
    this.offers = offers;
    this.grants = grants;
    this.matters = matters;
    this.undone = undone;
    this.again = again;
  }

  /** How an offer stands again, and who hears of it. */
  @Component
  record Again(
      Acts acts, Offering offering, Refundable refundable, ApplicationEventPublisher events) {}

  /** The offer of which they chose last, while that can be taken back. */
  public Optional<Offer> open(Subject about) {
    Instant now = again.offering().now();
    return offers.of(about).reversed().stream()
        .filter(offer -> offer.acceptedAt() != null)
        .findFirst()
        .filter(offer -> now.isBefore(offer.validUntil()))
        .filter(offer -> given(offer).filter(undone::waits).isPresent());
  }

  private Optional<RemedyGrant> given(Offer offer) {
    return grants.of(offer.about()).reversed().stream()
        .filter(grant -> grant.packageId() == null && grant.fate().undoneAt() == null)
        .filter(grant -> grant.offerId() != null && grant.offerId() == offer.id())
        .findFirst();
  }

  /**
   * The act of the customer, or of the colleague who heard it; whoever calls has asked who that is.
   *
   * @throws Refusal when it has begun to leave, the time to choose is over, or what was kept for
   *     the offer has been given otherwise since
   */
  public Offer takeBack(long offerId, Actor by) {
    Offer known =
        offers.find(offerId).orElseThrow(() -> new NotFound(Subject.of("remedy_offer", offerId)));
    return again
        .acts()
        .call(() -> {
          RemedyGrant seen = given(known).orElseThrow(Unchoosing::left);
          if (!undone.withdraw(seen, by)) {
            throw left();
          }
          Matter matter = matters.held(known.about());
          Offer offer = offers.held(offerId).orElseThrow();
          RemedyGrant grant = grants.held(seen.id()).orElseThrow();
          if (offer.acceptedAt() == null || grant.state() != RemedyGrant.State.GRANTED) {
            throw left();
          }
          Instant now = again.offering().now();
          if (!now.isBefore(offer.validUntil())) {
            throw new Refusal("", "remedies.refusal.offer-lapsed", offer.validUntil());
          }
          undone.write(grant, now);
          again.refundable().hold(matter);
          Offer stands = again.offering().standsAgain(offer, by);
          if (again.refundable().isOver(matter)) {
            throw Offering.usedMeanwhile();
          }
          again.events().publishEvent(new RemedyUndone(grants.find(grant.id()).orElseThrow()));
          return stands;
        });
  }

  private static Refusal left() {
    return new Refusal("", "remedies.refusal.unchoose-left");
  }
}
