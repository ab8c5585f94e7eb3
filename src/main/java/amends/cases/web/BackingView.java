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
 * POST /remedies/backing/{id}   do (backed|lesson), lesson
 * </pre>
 *
 * @param rows not looked at yet, the oldest first
 * @param all how many there are
 * @param patterns whether the viewer may see the private queue
 */
public record BackingView(Page page, List<Row> rows, long all, boolean patterns) {
  /**
   * @param facts in how far it was like what others received
   * @param lesson what was typed; "" for nothing
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
      String lesson) {}
}
