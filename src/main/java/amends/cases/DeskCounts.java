package amends.cases;

import amends.staff.Visible;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** How many cases each view of the desk shows, as its navigation says beside their names. */
@Component
public final class DeskCounts {
  /** Counts of the navigation end here; what reaches it is shown as "999+". */
  public static final int MOST_COUNTED = 1_000;

  private static final String EACH =
      """
      select
        (select count(*) from (select from {mine} limit :most) x) as mine,
        (select count(*) from (select from {team} limit :most) x) as team,
        (select count(*) from (select from {unowned} limit :most) x) as unowned,
        (select count(*) from (select from {soon} limit :most) x) as soon,
        (select count(*) from (select from {broken} limit :most) x) as broken,
        (select count(*) from (select from {waiting} limit :most) x) as waiting
      """;

  private static final String ONE_PASS =
      """
      select count(*) filter (where %s) as mine, count(*) filter (where %s) as team,
        count(*) filter (where %s) as unowned, count(*) filter (where %s) as broken,
        count(*) filter (where %s) as waiting, count(*) filter (where %s) as soon
      from {all}
      """
          .formatted(
              Queue.View.MINE.condition,
              Queue.View.TEAM.condition,
              Queue.View.UNOWNED.condition,
              Queue.View.BROKEN.condition,
              Queue.View.WAITING.condition,
              Queue.View.SOON.condition);

  private final JdbcClient sql;

  DeskCounts(JdbcClient sql) {
    this.sql = sql;
  }

  /**
   * How many cases each view shows; {@link Queue.View#ALL} is not counted. Every page shows these,
   * so that they must not grow with all that is open: whoever sees only what is theirs has it
   * counted in one pass, for whoever sees more each view is counted by its index and no further
   * than {@link #MOST_COUNTED}.
   */
  public Map<Queue.View, Long> counts(Queue.Look look) {
    return sql.sql(
            (look.visible().isSmall() ? ONE_PASS : EACH)
                .replace("{mine}", open(Queue.View.MINE, look.visible()))
                .replace("{team}", open(Queue.View.TEAM, look.visible()))
                .replace("{unowned}", open(Queue.View.UNOWNED, look.visible()))
                .replace("{soon}", open(Queue.View.SOON, look.visible()))
                .replace("{broken}", open(Queue.View.BROKEN, look.visible()))
                .replace("{waiting}", open(Queue.View.WAITING, look.visible()))
                .replace("{all}", open(Queue.View.ALL, look.visible())))
        .params(look.params())
        .param("most", MOST_COUNTED)
        .query((rs, n) -> {
          Map<Queue.View, Long> counts = new EnumMap<>(Queue.View.class);
          counts.put(Queue.View.MINE, rs.getLong("mine"));
          counts.put(Queue.View.TEAM, rs.getLong("team"));
          counts.put(Queue.View.UNOWNED, rs.getLong("unowned"));
          counts.put(Queue.View.SOON, rs.getLong("soon"));
          counts.put(Queue.View.BROKEN, rs.getLong("broken"));
          counts.put(Queue.View.WAITING, rs.getLong("waiting"));
          return counts;
        })
        .single();
  }

  /** How many cases each of these filters leaves; one pass over the open ones. */
  public List<Integer> counts(Queue.Look look, List<Filter> filters) {
    if (filters.isEmpty()) {
      return List.of();
    }
    Map<String, Object> params = look.params();
    List<String> columns = new ArrayList<>();
    for (int i = 0; i < filters.size(); i++) {
      String p = "f" + i + "_";
      columns.add("count(*) filter (where " + filters.get(i).where(p) + ")");
      params.putAll(filters.get(i).params(p, look.viewer().id(), look.now()));
    }
    return sql.sql(
            "select "
                + String.join(", ", columns)
                + " from amends_case c"
                + " where "
                + shown(Queue.View.ALL, look.visible()))
        .params(params)
        .query((rs, n) -> IntStream.range(0, filters.size()).mapToObj(i -> at(rs, i)).toList())
        .single();
  }

  private static int at(ResultSet rs, int i) {
    try {
      return rs.getInt(i + 1);
    } catch (SQLException e) {
      throw new IllegalStateException(e);
    }
  }

  private static String open(Queue.View view, Visible visible) {
    return OpenCases.seen(visible, view.condition, "");
  }

  private static String shown(Queue.View view, Visible visible) {
    return "c.closed_at is null and "
        + view.condition
        + " and "
        + visible.where("c.owner_id", "c.team_id", "c.brand_id", "c.named_only");
  }
}
