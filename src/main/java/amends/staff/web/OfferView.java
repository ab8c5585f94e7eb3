package amends.staff.web;

import amends.staff.SecondFactors.Offer;

/**
 * A secret for an app: to be looked at, or to be typed.
 *
 * @param key in groups of four
 */
public record OfferView(KeyPicture picture, String key) {
  static OfferView of(Offer offer) {
    return new OfferView(KeyPicture.of(offer.uri()), offer.key().replaceAll("(.{4})(?!$)", "$1 "));
  }
}
