package amends.cases.web;

import amends.shared.page.Page;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What colleagues gave within their limits, looked at afterwards. Whatever is said here, the
 * customer keeps what was given. Template {@code cases/backing.jte}.
 *
 * <pre>
 * GET  /remedies/backing
 * POST /remedies/backing/{id}   lesson (empty: backed without one)
 * </pre>
 *
 * @param rows not looked at yet, the oldest first
 * @param seen what was looked at last
 * @param patterns whether the viewer may see the private queue
 */
public record BackingView(Page page, List<Row> rows, List<Row> seen, boolean patterns) {
  /**
   * @param facts in how far it was like what others received
   * @param lesson what was written; "" for none
   * @param mark how it was backed; null while it is not
   * @param link to the case; null when the viewer may not see it
   */
  public record Row(
      long id,
      String what,
      String who,
      String why,
      List<String> facts,
      @Nullable String matter,
      @Nullable String link,
      @Nullable String trouble,
      String lesson,
      @Nullable String mark) {}
}
