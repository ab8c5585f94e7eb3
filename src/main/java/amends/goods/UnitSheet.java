package amends.goods;

import org.jspecify.annotations.Nullable;

/**
 * A unit as another system tells of it.
 *
 * @param product the product's external id
 * @param lot the lot's code within the product; a new lot is noted by the way
 */
public record UnitSheet(
    String product, String serial, @Nullable String lot, @Nullable String externalId) {}
