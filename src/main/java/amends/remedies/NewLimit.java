package amends.remedies;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** A limit to be set; as {@link Limit}, whose fields these are. */
public record NewLimit(
    Limit.Holder holder,
    Remedy.@Nullable Kind kind,
    String currency,
    long perGrant,
    @Nullable Long perMatter,
    @Nullable Long perDay,
    @Nullable Long perPeriod,
    Limit.Period period,
    int answerMinutes,
    @Nullable Instant until) {

  NewLimit until(Instant end) {
    return new NewLimit(
        holder, kind, currency, perGrant, perMatter, perDay, perPeriod, period, answerMinutes, end);
  }
}
