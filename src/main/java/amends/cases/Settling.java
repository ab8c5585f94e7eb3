package amends.cases;

import amends.customers.Channel;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * How a matter is to be settled.
 *
 * @param done what was done, in words that the customer could read
 * @param reasons why it was refused, and {@code turnTo} where the customer can turn; else null
 * @param survivor the case that stands for a duplicate; else null
 * @param forwardedTo who has it now; else null
 * @param followUpAt when somebody asks whether it is right; null for a duplicate
 * @param channel how they are asked; null when it was not said
 */
public record Settling(
    Outcome outcome,
    String done,
    @Nullable String reasons,
    @Nullable String turnTo,
    @Nullable Long survivor,
    @Nullable String forwardedTo,
    @Nullable Instant followUpAt,
    @Nullable Channel channel) {}
