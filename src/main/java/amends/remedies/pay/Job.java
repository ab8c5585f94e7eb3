package amends.remedies.pay;

import amends.shared.Money;
import org.jspecify.annotations.Nullable;

/**
 * One thing to be done, as a provider is told of it: numbers and codes, no name and no word of a
 * customer.
 *
 * @param key unguessable, ours, and never used for anything else
 * @param what {@code money}, {@code shipment} or {@code task}
 * @param money what is paid; null when nothing is
 * @param reference their number of the payment that it goes back to, or of what is sent; may be
 *     empty
 * @param theirId their number of what they did; null until they told it
 */
public record Job(
    String key,
    String what,
    long grantId,
    long customerId,
    @Nullable Money money,
    String reference,
    @Nullable String theirId) {}
