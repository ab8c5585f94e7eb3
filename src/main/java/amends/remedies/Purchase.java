package amends.remedies;

import amends.shared.Money;
import org.jspecify.annotations.Nullable;

/**
 * The order that a matter is about.
 *
 * @param payment the number of its payment, as the provider knows it; null where nobody told
 * @param paid what was paid by it; null where nobody told
 */
public record Purchase(long orderId, @Nullable String payment, @Nullable Money paid) {}
