package amends.app.web;

import amends.shared.page.Page;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * How the installation is. Template {@code app/health.jte}.
 *
 * <pre>
 * GET  /system            this page (GET /health is for machines)
 * POST /system/release    (no fields)  administrator: lets a restored installation send again
 * </pre>
 *
 * @param warnings whole sentences with their mend; first thing on the page
 * @param checkedAt clock time of the last run of the checks
 * @param mayRelease the viewer may end the restored mode
 */
public record HealthView(
    Page page,
    List<String> warnings,
    String checkedAt,
    List<Check> checks,
    List<Queue> queues,
    List<Poison> poison,
    List<Fact> facts,
    boolean mayRelease) {

  /**
   * A check.
   *
   * @param code "I1"
   * @param words what must hold
   */
  public record Check(String code, String words, List<Finding> findings) {}

  /**
   * Something that a check found.
   *
   * @param link to what it is about; null for none
   */
  public record Finding(String words, @Nullable String link) {}

  /**
   * Work rows of one kind.
   *
   * @param name code: inbound, alarm, delivery, job
   * @param oldest age of the oldest ready one: "4 s"; "" when none waits
   */
  public record Queue(String name, long ready, long leased, long poison, String oldest) {}

  /**
   * A row that fails again and again.
   *
   * @param what "delivery 912 to a customer of case 4127"
   * @param again when it is tried next
   */
  public record Poison(String what, int attempts, String trouble, String again) {}

  /** Seal lag, database, version, data: a label and its value. */
  public record Fact(String label, String value) {}

  public boolean clean() {
    return warnings.isEmpty() && poison.isEmpty() && findings() == 0;
  }

  public long findings() {
    return checks.stream().mapToLong(check -> check.findings().size()).sum();
  }
}
