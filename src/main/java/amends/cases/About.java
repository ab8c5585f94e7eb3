package amends.cases;

import org.jspecify.annotations.Nullable;

/**
 * What a case is about, as a colleague understood it. What is null is not known.
 *
 * @param asks what the customer asks for
 * @param mood angry, afraid, letdown, calm or relieved
 */
public record About(
    @Nullable String asks, @Nullable String mood, @Nullable Long orderId, @Nullable Long unitId) {}
