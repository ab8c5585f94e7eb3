package amends.remedies;

import org.jspecify.annotations.Nullable;

/**
 * What is known of something wanted, and of the matter that it is for.
 *
 * @param causeStands whether its cause is one that is not retired
 * @param unit what would be sent; null when it names none, or one that nobody knows
 * @param failedKnown whether there is such a unit as it replaces
 */
record Wished(
    Remedy remedy, Footing footing, boolean causeStands, @Nullable Unit unit, boolean failedKnown) {

  /** One piece of a product. */
  record Unit(long productId, String serial) {}
}
