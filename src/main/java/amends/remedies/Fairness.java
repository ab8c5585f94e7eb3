package amends.remedies;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Whether like cases got like remedies. It compares cases, never people who give. */
@Component
public final class Fairness {
  /**
   * What like cases received, in minor units.
   *
   * @param kinds the kinds that were given, the most frequent first
   */
  public record Like(
      long count, long median, long lower, long upper, String currency, List<Remedy.Kind> kinds) {}

  /**
   * One group of like cases.
   *
   * @param ratio its median by that of all cases of the cause and severity
   * @param flagged outside 0.8 to 1.25 with at least 30 of them
   */
  public record Group(
      String cause,
      Severity severity,
      String segment,
      String currency,
      long count,
      long median,
      long lower,
      long upper,
      double ratio,
      boolean flagged) {}

  /** For the agent: what was given in cases like this in the last year; count 0 for none. */
  public Like like(@Nullable String cause, Severity severity, String currency) {
    throw new UnsupportedOperationException();
  }

  public List<Group> groups(Instant from, Instant to) {
    throw new UnsupportedOperationException();
  }
}
