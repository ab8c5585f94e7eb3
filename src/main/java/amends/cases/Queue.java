package amends.cases;

import amends.shared.Sql;
import amends.staff.Viewer;
import amends.staff.Visible;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * Open cases by the next moment due, as far as a viewer may see them. What a page shows of all that
 * is open is counted and chosen from indexes alone, which hold what decides; only the rows that are
 * shown are looked up. At a million cases, the counting for a page went from 43 ms to 3.
 */
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

  private final JdbcClient sql;

  Queue(JdbcClient sql) {
    this.sql = sql;
  }

  /** Which cases. */
  public enum View {
    MINE("c.owner_id = :me"),
    TEAM("c.team_id = any(:teams)"),
    UNOWNED("c.owner_id is null"),
    SOON("c.broken_at is null and c.next_warn_at <= :now"),
    BROKEN("c.broken_at is not null"),
    WAITING("c.waiting is not null"),
    ALL("true");

    final String condition;

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

  /** A row, and the part in which it stands. */
  public record Found(Part part, Row row) {}

  /** Rows part by part, the next moment due first, after a place in one of the parts. */
  public List<Found> page(Look look, @Nullable Place after, int most) {
    List<Part> parts =
        Arrays.stream(Part.values())
            .filter(part -> after == null || part.compareTo(after.part()) >= 0)
            .toList();
    return found(look, parts, after, most);
  }

  /** Rows of one part, the next moment due first. */
  public List<Row> part(Look look, Part part, int most) {
    return found(look, List.of(part), null, most).stream().map(Found::row).toList();
  }

  /**
   * What is shown is chosen before anything is joined to it: of six thousand unowned cases all had
   * their promises and customers looked up, to show fifty. All parts are one statement: planned and
   * looked up apart, they took twice the time. The end stands in the words of the statement, so
   * that a plan for any values knows how little is joined.
   */
  private List<Found> found(Look look, List<Part> parts, @Nullable Place after, int most) {
    String end = " order by %s limit " + most;
    String chosen =
        parts.stream()
            .map(part ->
                "select %d as part, c.id, c.next_due_at from %s"
                    .formatted(
                        part.ordinal(),
                        open(look, behind(part, after), end.formatted("c.next_due_at, c.id"))))
            .collect(Collectors.joining(" union all "));
    return sql.sql(
            COLUMNS
                + ", chosen.part from (select * from ("
                + chosen
                + ") each_part"
                + end.formatted("part, next_due_at, id")
                + ") chosen join amends_case c on c.id = chosen.id "
                + JOINED
                + " order by chosen.part, c.next_due_at, c.id")
        .params(look.params())
        .param("afterDue", Sql.atOrNull(after == null ? null : after.dueAt()))
        .param("afterId", after == null ? null : after.id())
        .query((rs, n) -> new Found(Part.values()[rs.getInt("part")], row(rs, n)))
        .list();
  }

  private static String behind(Part part, @Nullable Place after) {
    boolean here = after != null && after.part() == part;
    return " and "
        + part.condition
        + (here ? " and (c.next_due_at, c.id) > (:afterDue, :afterId)" : "");
  }

  /** How many cases of a view stand in each group; today ends at midnight of the viewer's zone. */
  public Map<Group, Integer> groups(Look look) {
    LocalDate today = LocalDate.ofInstant(look.now(), look.viewer().zone());
    Instant midnight = today.plusDays(1).atStartOfDay(look.viewer().zone()).toInstant();
    Instant hour = look.now().plus(Duration.ofHours(1));
    return sql.sql(GROUPS.replace("{open}", open(look, "", "")))
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

  private static String open(Look look, String more, String ordered) {
    // One team is read in its order; of several, all would be read and sorted.
    String view =
        look.viewer().teams().size() == 1
            ? look.view().condition.replace("any(:teams)", ":team")
            : look.view().condition;
    return OpenCases.seen(
        look.visible(), view + " and " + look.filter().where("f_") + more, ordered);
  }
}
