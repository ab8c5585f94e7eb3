package amends.cases;

import amends.staff.Visible;
import java.util.stream.Collectors;

/**
 * Open cases that a viewer may see, as a table of a statement. Each condition of what they see is a
 * branch of its own that one index answers alone: the indexes of open cases hold these columns.
 */
final class OpenCases {
  private static final String DECIDES =
      "c.id, c.owner_id, c.team_id, c.next_due_at, c.next_warn_at, c.harm_at, c.broken_at, c.waiting";

  private OpenCases() {}

  /**
   * A table named {@code c}; the statement needs {@link Visible#params()}.
   *
   * @param condition on columns of {@code amends_case c}
   * @param ordered the order and end of each branch, or nothing
   */
  static String seen(Visible visible, String condition, String ordered) {
    return visible
        .apart("c.owner_id", "c.team_id", "c.brand_id", "c.named_only", "c.restricted")
        .stream()
        .map(seen ->
            "(select %s from amends_case c where c.closed_at is null and %s and %s%s)"
                .formatted(DECIDES, condition, seen, ordered))
        .collect(Collectors.joining(" union all ", "(", ") c"));
  }
}
