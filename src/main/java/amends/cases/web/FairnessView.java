package amends.cases.web;

import amends.shared.page.Page;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Whether like cases got like remedies. Nobody's name stands here: it is about cases, not about who
 * gave how much. Template {@code cases/fairness.jte}.
 *
 * <pre>
 * GET /remedies/fairness
 * </pre>
 *
 * @param span which days it is about
 * @param verdict the main figure in words
 */
public record FairnessView(Page page, String span, String verdict, List<Row> rows) {
  /**
   * One kind of cases.
   *
   * @param cases how many, as it is read
   * @param ratio the median against that of all like cases; "" where there are too few
   * @param range where it lies; null where there are too few
   * @param flagged outside of what is fair, with enough cases to say so
   */
  public record Row(
      String what,
      String segment,
      String cases,
      String median,
      String spread,
      String ratio,
      @Nullable Range range,
      boolean flagged) {}

  /** Where things lie on the scale from half to twice, in percent of its width. */
  public record Range(double from, double to, double at, String words) {
    public String left() {
      return percent(from);
    }

    public String right() {
      return percent(to);
    }

    public String middle() {
      return percent(at);
    }

    private static String percent(double share) {
      return Math.round(share * 10) / 10.0 + "%";
    }
  }
}
