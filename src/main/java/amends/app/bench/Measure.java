package amends.app.bench;

import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * One figure.
 *
 * @param limit what the same machine can do at best, or the allowed amount, in the same unit
 * @param ratio value : limit
 * @param goal such as {@code ratio >= 0.5}; empty when the figure only informs
 * @param ok null when the machine was too noisy to say
 */
public record Measure(
    String bench,
    String measure,
    double value,
    String unit,
    double limit,
    double ratio,
    String goal,
    @Nullable Boolean ok) {

  /** The ratio must reach the goal. */
  public static Measure atLeast(
      String bench, String measure, double value, String unit, double limit, double goal) {
    double ratio = value / limit;
    return of(bench, measure, value, unit, limit, "ratio >= " + goal, ratio >= goal);
  }

  /** The ratio must not pass the goal. */
  public static Measure atMost(
      String bench, String measure, double value, String unit, double limit, double goal) {
    double ratio = value / limit;
    return of(bench, measure, value, unit, limit, "ratio <= " + goal, ratio <= goal);
  }

  /** A time or size that must not pass the limit itself; says nothing on a noisy machine. */
  public static Measure within(
      String bench, String measure, double value, String unit, double limit, Noise noise) {
    return of(
        bench,
        measure,
        value,
        unit,
        limit,
        "value <= limit",
        value <= limit ? Boolean.TRUE : noise.isTooMuch() ? null : Boolean.FALSE);
  }

  /** What is worth knowing beside the goals. */
  static Measure informing(String bench, String measure, double value, String unit, double limit) {
    return of(bench, measure, value, unit, limit, "", true);
  }

  /** The ratio must not pass the goal; says nothing on a noisy machine. */
  static Measure growth(
      String bench, String measure, double value, double limit, double goal, Noise noise) {
    double ratio = value / limit;
    Boolean ok = ratio <= goal ? Boolean.TRUE : noise.isTooMuch() ? null : Boolean.FALSE;
    return of(bench, measure, value, "ms", limit, "ratio <= " + goal, ok);
  }

  private static Measure of(
      String bench,
      String measure,
      double value,
      String unit,
      double limit,
      String goal,
      @Nullable Boolean ok) {
    return new Measure(bench, measure, value, unit, limit, value / limit, goal, ok);
  }

  public String json() {
    return String.format(
        Locale.ROOT,
        "{\"bench\":\"%s\",\"measure\":\"%s\",\"value\":%.3f,\"unit\":\"%s\",\"limit\":%.3f,"
            + "\"ratio\":%.3f,\"goal\":\"%s\",\"ok\":%s}",
        bench,
        measure,
        value,
        unit,
        limit,
        ratio,
        goal,
        ok);
  }

  public String plain() {
    String verdict = ok == null ? "inconclusive" : ok ? "ok" : "MISSED";
    return String.format(
        Locale.ROOT,
        "%-10s %-28s %12.2f %-8s limit %12.2f  ratio %6.2f  %-16s %s",
        bench,
        measure,
        value,
        unit,
        limit,
        ratio,
        goal,
        verdict);
  }
}
