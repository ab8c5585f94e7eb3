package amends.remedies.fulfilment;

import org.jspecify.annotations.Nullable;

/**
 * Who does what: what is null fits everything.
 *
 * @param what {@code money}, {@code shipment} or {@code task}
 * @param remedy a remedy's code
 * @param currency ISO 4217
 */
public record PayRoute(
    long id,
    String what,
    @Nullable String remedy,
    @Nullable Long brandId,
    @Nullable String currency,
    long connectionId) {}
