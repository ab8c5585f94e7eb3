package amends.cases;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * A contact rule about to stand. Fields as in {@link ContactRule}.
 *
 * @param reviewAt when somebody looks whether it still holds, ahead
 */
public record NewRule(
    ContactRule.Kind kind,
    boolean allCases,
    @Nullable String reason,
    Instant reviewAt,
    @Nullable Instant untilAt,
    ContactRule.@Nullable Speaker speaker,
    ContactRule.@Nullable Agreement agreement) {}
