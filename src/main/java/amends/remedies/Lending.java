package amends.remedies;

import amends.shared.Money;
import amends.shared.Refusal;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * The most that somebody may lend for an emergency: what they may give themselves without asking,
 * of every kind that it is for. What was lent to them is not theirs to lend.
 */
record Lending(
    Money perGrant,
    @Nullable Long perMatter,
    @Nullable Long perDay,
    @Nullable Long perPeriod,
    Limit.@Nullable Period period) {

  /**
   * @param own for each kind the limit that counts for the lender; empty where there is none
   * @throws Refusal when there is a kind of which they may give nothing
   */
  static Lending of(List<Optional<Limit>> own) {
    if (own.isEmpty() || own.stream().anyMatch(Optional::isEmpty)) {
      throw new Refusal("most", "remedies.refusal.lend-nothing");
    }
    List<Limit> limits = own.stream().flatMap(Optional::stream).toList();
    Limit least = limits.stream().min(Comparator.comparingLong(Limit::perGrant)).orElseThrow();
    return new Lending(
        least.most(),
        least(limits, Limit::perMatter),
        least(limits, Limit::perDay),
        least(limits, Limit::perPeriod),
        limits.stream()
            .filter(limit -> limit.perPeriod() != null)
            .map(Limit::period)
            .min(Comparator.naturalOrder())
            .orElse(null));
  }

  private static @Nullable Long least(List<Limit> limits, Function<Limit, @Nullable Long> bound) {
    return limits.stream()
        .map(bound)
        .filter(Objects::nonNull)
        .min(Comparator.naturalOrder())
        .orElse(null);
  }

  /**
   * The same with an end, bounded as the lender's own is where nothing was said.
   *
   * @throws Refusal of the bound that is above the lender's own
   */
  NewLimit bound(NewLimit lent, Instant until) {
    return new NewLimit(
        lent.holder(),
        lent.kind(),
        lent.currency(),
        Objects.requireNonNull(within(lent.perGrant(), perGrant.minor(), "most")),
        within(lent.perMatter(), perMatter, "per_matter"),
        within(lent.perDay(), perDay, "per_day"),
        within(lent.perPeriod(), perPeriod, "per_period"),
        period == null ? lent.period() : period,
        lent.answerMinutes(),
        until);
  }

  private @Nullable Long within(@Nullable Long lent, @Nullable Long own, String field) {
    if (lent != null && own != null && lent > own) {
      throw new Refusal(
          field, "remedies.refusal.lend-above", Amounts.plain(new Money(own, perGrant.currency())));
    }
    return lent == null ? own : lent;
  }
}
