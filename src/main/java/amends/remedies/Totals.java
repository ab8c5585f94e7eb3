package amends.remedies;

import amends.remedies.Ruling.Bound;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** What counts already under one line of limits, in minor units. */
record Totals(long matter, long day, long period) {
  /** What one bound leaves. */
  record Left(Bound by, long used, long left) {}

  /** The bound that leaves least; among equals the one that is named first. */
  Left tightest(Limit limit) {
    List<Left> all =
        Stream.of(
                new Left(Bound.GRANT, 0, limit.perGrant()),
                left(Bound.MATTER, matter, limit.perMatter()),
                left(Bound.DAY, day, limit.perDay()),
                left(Bound.PERIOD, period, limit.perPeriod()))
            .toList();
    return all.stream().min(Comparator.comparingLong(Left::left)).orElseThrow();
  }

  private static Left left(Bound by, long used, @Nullable Long most) {
    return new Left(by, used, most == null ? Long.MAX_VALUE : Math.max(0, most - used));
  }

  /** Whether these totals, a grant included, are more than the limit allows. */
  boolean exceed(Limit limit) {
    return over(matter, limit.perMatter())
        || over(day, limit.perDay())
        || over(period, limit.perPeriod());
  }

  private static boolean over(long used, @Nullable Long most) {
    return most != null && used > most;
  }
}
