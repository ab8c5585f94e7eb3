package amends.cases;

import amends.shared.Sql;
import amends.staff.Viewer;
import amends.staff.Visible;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Open cases by the next moment due, as far as a viewer may see them. */
@Component
public final class Queue {
  static final String COLUMNS =
      """
      select c.id, k.name as customer, c.channel, c.subject, c.mood, c.owner_id, o.name as owner,
        t.name as team, p.words, c.next_due_at, p.warn_at, c.waiting, c.broken_at,
        c.settled_at, c.closed_at, c.harm_at, c.customer_knows_at is not null as customer_knows,
        exists (select from customers_v_need n
          where n.customer_id = c.customer_id and n.ended_at is null) as needs,
        array(select g.name from case_tag x join tag g on g.id = x.tag_id
          where x.case_id = c.id order by g.name) as tags
      """;
  private static final String JOINED =
      """
      join customers_v_customer k on k.id = c.customer_id
      join promises_v_promise p on p.id = c.next_promise_id
      left join staff_v_person o on o.id = c.owner_id
      join staff_v_team t on t.id = c.team_id
      """;

  /** Ends before its condition; {@link CountCheck} counts the same in another way. */
  static final String GROUPS =
      """
      select count(*) filter (where c.harm_at is not null) as harm,
        count(*) filter (where calm and c.broken_at is not null) as broken,
        count(*) filter (where calm and c.broken_at is null and c.waiting is not null) as waiting,
        count(*) filter (where running and c.next_due_at <= :hour) as hour,
        count(*) filter (where running and c.next_due_at > :hour and c.next_due_at < :midnight) as today,
        count(*) filter (where running and c.next_due_at > :hour and c.next_due_at >= :midnight) as later
      from {open}
      cross join lateral (select c.harm_at is null as calm,
        c.harm_at is null and c.broken_at is null and c.waiting is null as running) r
      """;

  /** Counts of the navigation end here; what reaches it is shown as "999+". */
  public static final int MOST_COUNTED = 1_000;

  private static final String EACH =
      """
      select
        (select count(*) from (select from amends_case c where {mine} limit :most) x) as mine,
        (select count(*) from (select from amends_case c where {team} limit :most) x) as team,
        (select count(*) from (select from amends_case c where {unowned} limit :most) x) as unowned,
        (select count(*) from (select from amends_case c where {soon} limit :most) x) as soon,
        (select count(*) from (select from amends_case c where {broken} limit :most) x) as broken,
        (select count(*) from (select from amends_case c where {waiting} limit :most) x) as waiting
      """;

  private static final String ONE_PASS =
      """
      select count(*) filter (where %s) as mine, count(*) filter (where %s) as team,
        count(*) filter (where %s) as unowned, count(*) filter (where %s) as broken,
        count(*) filter (where %s) as waiting,
        (select count(*) from (select from amends_case c where {soon} limit :most) x) as soon
      from amends_case c where {all}
      """
          .formatted(
              View.MINE.condition,
              View.TEAM.condition,
              View.UNOWNED.condition,
              View.BROKEN.condition,
              View.WAITING.condition);

  private final JdbcClient sql;

  Queue(JdbcClient sql) {
    this.sql = sql;
  }

  private static final Set<View> FILLED_BY_ALL = EnumSet.of(View.UNOWNED, View.WAITING, View.ALL);

  /** Which cases. */
  public enum View {
    MINE("c.owner_id = :me"),
    TEAM("c.team_id = any(:teams)"),
    UNOWNED("c.owner_id is null"),
    /** From the promises, in whatever plan: joined, every open case was read to find a hundred. */
    SOON(
        "c.broken_at is null and c.next_promise_id = any(array(select w.id from promises_v_promise w"
            + " where w.owed and w.warn_at <= :now))"),
    BROKEN("c.broken_at is not null"),
    WAITING("c.waiting is not null"),
    ALL("true");

    private final String condition;

    View(String condition) {
      this.condition = condition;
    }
  }

  /** The parts of the queue, in their order; each is ordered by the next moment due. */
  public enum Part {
    /** Somebody was hurt and has not been called: before every promise, kept or broken. */
    HARM("c.harm_at is not null"),
    BROKEN("c.harm_at is null and c.broken_at is not null"),
    RUNNING("c.harm_at is null and c.broken_at is null and c.waiting is null"),
    WAITING("c.harm_at is null and c.broken_at is null and c.waiting is not null");

    private final String condition;

    Part(String condition) {
      this.condition = condition;
    }
  }

  /** Where a case stands in the queue. */
  public enum Group {
    HARM,
    BROKEN,
    HOUR,
    TODAY,
    LATER,
    WAITING
  }

  /** Who looks at which cases, and when. */
  public record Look(View view, Viewer viewer, Visible visible, Instant now, Filter filter) {
    public Look(View view, Viewer viewer, Visible visible, Instant now) {
      this(view, viewer, visible, now, Filter.NONE);
    }

    Map<String, Object> params() {
      Map<String, Object> params = new HashMap<>(visible.params());
      params.putAll(filter.params("f_", viewer.id(), now));
      params.put("me", viewer.id());
      params.put("teams", viewer.teams().toArray(Long[]::new));
      params.put("team", viewer.teams().stream().findFirst().orElse(0L));
      params.put("now", Sql.at(now));
      return params;
    }
  }

  /**
   * One case in the queue.
   *
   * @param todo the words of the next moment; empty once closed
   * @param dueAt the next moment; null once closed
   * @param soonFrom from when on it counts as due soon; null once closed
   * @param harmAt since when somebody was hurt and nobody has called; null else
   * @param needs whether something must be done differently for this customer
   */
  public record Row(
      long id,
      String customer,
      String channel,
      String subject,
      @Nullable String mood,
      @Nullable Long ownerId,
      @Nullable String owner,
      String team,
      String todo,
      @Nullable Instant dueAt,
      @Nullable Instant soonFrom,
      @Nullable String waiting,
      @Nullable Instant brokenAt,
      @Nullable Instant settledAt,
      @Nullable Instant closedAt,
      @Nullable Instant harmAt,
      boolean customerKnows,
      boolean needs,
      List<String> tags) {}

  /** Where a page ended: the part, and the due moment and number of its last row. */
  public record Place(Part part, Instant dueAt, long id) {}

  /**
   * Rows of one part, the next moment due first, after a place in it. What is shown is chosen
   * before anything is joined to it: of six thousand unowned cases all had their promises and
   * customers looked up, to show fifty.
   */
  public List<Row> page(Look look, Part part, @Nullable Place after, int most) {
    return sql.sql(
            COLUMNS
                + " from (select c.* from "
                + open(look)
                + where(look)
                + " and "
                + part.condition
                + (after == null ? "" : " and (c.next_due_at, c.id) > (:afterDue, :afterId)")
                + " order by c.next_due_at, c.id limit :most) c "
                + JOINED
                + " order by c.next_due_at, c.id")
        .params(look.params())
        .param("afterDue", Sql.atOrNull(after == null ? null : after.dueAt()))
        .param("afterId", after == null ? null : after.id())
        .param("most", most)
        .query(Queue::row)
        .list();
  }

  /** How many cases of a view stand in each group; today ends at midnight of the viewer's zone. */
  public Map<Group, Integer> groups(Look look) {
    LocalDate today = LocalDate.ofInstant(look.now(), look.viewer().zone());
    Instant midnight = today.plusDays(1).atStartOfDay(look.viewer().zone()).toInstant();
    Instant hour = look.now().plus(Duration.ofHours(1));
    return sql.sql(GROUPS.replace("{open}", open(look)) + where(look))
        .params(look.params())
        .param("hour", Sql.at(hour))
        .param("midnight", Sql.at(midnight))
        .query((rs, n) -> {
          Map<Group, Integer> counts = new EnumMap<>(Group.class);
          for (Group group : Group.values()) {
            counts.put(group, rs.getInt(group.name().toLowerCase(Locale.ROOT)));
          }
          return counts;
        })
        .single();
  }

  /**
   * How many cases each view shows; {@link View#ALL} is not counted. Every page shows these, so
   * that they must not grow with all that is open: whoever sees only what is theirs has it counted
   * in one pass, for whoever sees more each view is counted by its index and no further than {@link
   * #MOST_COUNTED}. Measured at a million cases: 2 ms, where an index for each view read what
   * others have open and took 30 ms for each of two views.
   */
  public Map<View, Long> counts(Look look) {
    return sql.sql(
            (look.visible().isSmall() ? ONE_PASS : EACH)
                .replace("{mine}", shown(View.MINE, look.visible()))
                .replace("{team}", shown(View.TEAM, look.visible()))
                .replace("{unowned}", shown(View.UNOWNED, look.visible()))
                .replace("{soon}", shown(View.SOON, look.visible()))
                .replace("{broken}", shown(View.BROKEN, look.visible()))
                .replace("{waiting}", shown(View.WAITING, look.visible()))
                .replace("{all}", shown(View.ALL, look.visible())))
        .params(look.params())
        .param("most", MOST_COUNTED)
        .query((rs, n) -> {
          Map<View, Long> counts = new EnumMap<>(View.class);
          counts.put(View.MINE, rs.getLong("mine"));
          counts.put(View.TEAM, rs.getLong("team"));
          counts.put(View.UNOWNED, rs.getLong("unowned"));
          counts.put(View.SOON, rs.getLong("soon"));
          counts.put(View.BROKEN, rs.getLong("broken"));
          counts.put(View.WAITING, rs.getLong("waiting"));
          return counts;
        })
        .single();
  }

  /** How many cases each of these filters leaves; one pass over the open ones. */
  public List<Integer> counts(Look look, List<Filter> filters) {
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
                + shown(View.ALL, look.visible()))
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

  static Row row(ResultSet rs, int n) throws SQLException {
    String words = rs.getString("words");
    return new Row(
        rs.getLong("id"),
        rs.getString("customer"),
        rs.getString("channel"),
        rs.getString("subject"),
        rs.getString("mood"),
        Sql.longOrNull(rs, "owner_id"),
        rs.getString("owner"),
        rs.getString("team"),
        words == null ? "" : words,
        Sql.instantOrNull(rs, "next_due_at"),
        Sql.instantOrNull(rs, "warn_at"),
        rs.getString("waiting"),
        Sql.instantOrNull(rs, "broken_at"),
        Sql.instantOrNull(rs, "settled_at"),
        Sql.instantOrNull(rs, "closed_at"),
        Sql.instantOrNull(rs, "harm_at"),
        rs.getBoolean("customer_knows"),
        rs.getBoolean("needs"),
        List.of((String[]) rs.getArray("tags").getArray()));
  }

  /**
   * What a viewer sees of a view that others fill too. Whoever sees little has that read, and not
   * what everybody has in the view; a planner that guesses took thirty times as long.
   */
  private static String open(Look look) {
    return look.visible().isSmall() && FILLED_BY_ALL.contains(look.view())
        ? "(select * from amends_case c where " + shown(View.ALL, look.visible()) + " offset 0) c"
        : "amends_case c";
  }

  private static String where(Look look) {
    String shown = shown(look.view(), look.visible());
    // One team is read in its order; of several, all would be read and sorted.
    return " where "
        + (look.viewer().teams().size() == 1 ? shown.replace("any(:teams)", ":team") : shown)
        + " and "
        + look.filter().where("f_");
  }

  private static String shown(View view, Visible visible) {
    return "c.closed_at is null and "
        + view.condition
        + " and "
        + visible.where("c.owner_id", "c.team_id", "c.brand_id", "c.named_only");
  }
}
