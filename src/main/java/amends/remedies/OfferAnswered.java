package amends.remedies;

/** An offer was accepted, refused or withdrawn, or it lapsed unanswered, as it says. */
public record OfferAnswered(Offer offer) {}
