package amends.remedies;

/** A customer was offered a choice of remedies. */
public record RemedyOffered(Offer offer) {}
