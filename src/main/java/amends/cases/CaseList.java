package amends.cases;

import amends.shared.Sql;
import amends.shared.Subject;
import amends.staff.Visible;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Cases as other systems list them: by number, as far as the viewer may see them. */
@Component
public final class CaseList {
  private final JdbcClient sql;

  CaseList(JdbcClient sql) {
    this.sql = sql;
  }

  /** How far a case is. */
  public enum State {
    OPEN("c.closed_at is null and c.settled_at is null"),
    SETTLED("c.closed_at is null and c.settled_at is not null"),
    CLOSED("c.closed_at is not null");

    private final String condition;

    State(String condition) {
      this.condition = condition;
    }

    public static State of(Case matter) {
      return matter.closed() ? CLOSED : matter.settled() ? SETTLED : OPEN;
    }
  }

  /**
   * Which cases; null asks for nothing.
   *
   * @param unowned only those that no person owns
   * @param tag the whole name of a tag
   * @param dueBefore the next moment lies before this
   * @param updatedSince something was said, promised or done in it at this moment or later
   * @param field the field of the house that {@code fieldValue} is looked for in, as {@link Filter}
   */
  public record Wanted(
      @Nullable State state,
      @Nullable Long owner,
      boolean unowned,
      @Nullable Long team,
      @Nullable Long customer,
      Matter matter,
      @Nullable Boolean broken,
      @Nullable Instant dueBefore,
      @Nullable Instant updatedSince,
      @Nullable Long field,
      String fieldValue) {}

  /** Which cases by what they are about; null asks for nothing. */
  public record Matter(
      @Nullable Long brand, @Nullable Long order, @Nullable Long unit, @Nullable String tag) {}

  /**
   * A case with its next moment.
   *
   * @param next what is promised next; null once closed
   * @param tags by name
   */
  public record Listed(Case matter, @Nullable String next, List<String> tags) {}

  /** Behind the given number. */
  public List<Listed> page(Wanted wanted, Visible visible, long after, int most) {
    return sql.sql(
            """
            select c.*, p.words as next_words, array(
                select g.name from case_tag x join tag g on g.id = x.tag_id
                where x.case_id = c.id order by g.name) as tags
            from amends_case c
            left join promises_v_promise p on p.id = c.next_promise_id
            where c.id > :after and
            """
                + conditions(wanted)
                + visible.where("c.owner_id", "c.team_id", "c.brand_id", "c.named_only")
                + " order by c.id limit :most")
        .params(params(wanted, visible))
        .param("after", after)
        .param("most", most)
        .query((rs, n) -> {
          Case matter = CaseRows.CASE.mapRow(rs, n);
          return new Listed(Objects.requireNonNull(matter), rs.getString("next_words"), tags(rs));
        })
        .list();
  }

  private static List<String> tags(ResultSet rs) throws SQLException {
    return List.of((String[]) rs.getArray("tags").getArray());
  }

  private static String conditions(Wanted wanted) {
    State state = wanted.state();
    Boolean broken = wanted.broken();
    StringBuilder all = new StringBuilder();
    add(all, state != null, state == null ? "" : state.condition);
    add(all, wanted.owner() != null, "c.owner_id = :owner");
    add(all, wanted.unowned(), "c.owner_id is null");
    add(all, wanted.team() != null, "c.team_id = :team");
    add(all, wanted.customer() != null, "c.customer_id = :customer");
    about(all, wanted.matter());
    add(
        all,
        broken != null,
        Boolean.TRUE.equals(broken) ? "c.broken_at is not null" : "c.broken_at is null");
    add(all, wanted.dueBefore() != null, "c.next_due_at < :due and c.closed_at is null");
    add(
        all,
        wanted.updatedSince() != null,
        """
        c.id in (select e.subject_id from journal_v_entry e
          where e.subject_kind = 'case' and e.at >= :since)
        """);
    add(all, wanted.field() != null, FieldMatch.where("w_", wanted.fieldValue()));
    return all.toString();
  }

  private static void about(StringBuilder all, Matter matter) {
    add(all, matter.brand() != null, "c.brand_id = :brand");
    add(all, matter.order() != null, "c.order_id = :order");
    add(all, matter.unit() != null, "c.unit_id = :unit");
    add(
        all,
        matter.tag() != null,
        """
        c.id in (select x.case_id from case_tag x join tag g on g.id = x.tag_id
          where g.name = :tag)
        """);
  }

  private static void add(StringBuilder all, boolean asked, String condition) {
    if (asked) {
      all.append(condition).append(" and ");
    }
  }

  private static Map<String, @Nullable Object> params(Wanted wanted, Visible visible) {
    Map<String, @Nullable Object> params = new HashMap<>(visible.params());
    params.put("owner", wanted.owner());
    params.put("team", wanted.team());
    params.put("customer", wanted.customer());
    params.put("brand", wanted.matter().brand());
    params.put("order", wanted.matter().order());
    params.put("unit", wanted.matter().unit());
    params.put("tag", wanted.matter().tag());
    params.put("due", Sql.atOrNull(wanted.dueBefore()));
    params.put("since", Sql.atOrNull(wanted.updatedSince()));
    params.put("w_field", wanted.field());
    params.putAll(FieldMatch.params("w_", wanted.fieldValue()));
    return params;
  }

  /** What is promised in cases that the viewer may see. */
  public record Promised(
      long id,
      long caseId,
      long customerId,
      String kind,
      String words,
      Instant dueAt,
      Instant madeAt,
      @Nullable Long ownerPerson,
      @Nullable Long ownerTeam,
      @Nullable Instant keptAt,
      @Nullable Instant movedAt,
      @Nullable Instant agreedAt,
      @Nullable Instant releasedAt,
      @Nullable Instant brokenAt,
      @Nullable Instant madeGoodAt,
      @Nullable Long followsId,
      @Nullable Subject evidence,
      @Nullable Instant untoldAt) {}

  /** What became of a promise; a broken one stays broken when it is made good. */
  public enum Fate {
    OWED,
    KEPT,
    MOVED,
    AGREED,
    RELEASED,
    BROKEN
  }

  /** Which promises; null asks for nothing. */
  public record PromisesWanted(
      @Nullable Fate fate,
      @Nullable Long caseId,
      @Nullable Long customer,
      @Nullable String kind,
      @Nullable Long owner,
      @Nullable Instant dueBefore,
      @Nullable Instant dueSince) {}

  /** Behind the given number. */
  public List<Promised> promises(PromisesWanted wanted, Visible visible, long after, int most) {
    Fate fate = wanted.fate();
    return sql.sql(
            """
            select p.*, c.id as case_id from promises_v_promise p
            join amends_case c on c.id = p.subject_id
            where p.subject_kind = 'case' and p.id > :after and
            """
                + (fate == null ? "" : fated(fate) + " and ")
                + (wanted.caseId() == null ? "" : "p.subject_id = :case and ")
                + (wanted.customer() == null ? "" : "p.customer_id = :customer and ")
                + (wanted.kind() == null ? "" : "p.kind = :kind and ")
                + (wanted.owner() == null ? "" : "p.owner_person = :owner and ")
                + (wanted.dueBefore() == null ? "" : "p.due_at < :before and ")
                + (wanted.dueSince() == null ? "" : "p.due_at >= :since and ")
                + visible.where("c.owner_id", "c.team_id", "c.brand_id", "c.named_only")
                + " order by p.id limit :most")
        .params(visible.params())
        .param("after", after)
        .param("case", wanted.caseId())
        .param("customer", wanted.customer())
        .param("kind", wanted.kind())
        .param("owner", wanted.owner())
        .param("before", Sql.atOrNull(wanted.dueBefore()))
        .param("since", Sql.atOrNull(wanted.dueSince()))
        .param("most", most)
        .query((rs, n) ->
            new Promised(
                rs.getLong("id"),
                rs.getLong("case_id"),
                rs.getLong("customer_id"),
                rs.getString("kind"),
                rs.getString("words"),
                Sql.instant(rs, "due_at"),
                Sql.instant(rs, "made_at"),
                Sql.longOrNull(rs, "owner_person"),
                Sql.longOrNull(rs, "owner_team"),
                Sql.instantOrNull(rs, "kept_at"),
                Sql.instantOrNull(rs, "moved_at"),
                Sql.instantOrNull(rs, "agreed_at"),
                Sql.instantOrNull(rs, "released_at"),
                Sql.instantOrNull(rs, "broken_at"),
                Sql.instantOrNull(rs, "made_good_at"),
                Sql.longOrNull(rs, "follows_id"),
                evidence(rs),
                Sql.instantOrNull(rs, "untold_at")))
        .list();
  }

  private static @Nullable Subject evidence(ResultSet rs) throws SQLException {
    String kind = rs.getString("evidence_kind");
    return kind == null ? null : Subject.of(kind, rs.getLong("evidence_id"));
  }

  private static String fated(Fate fate) {
    return fate == Fate.OWED
        ? "p.owed"
        : "p." + fate.name().toLowerCase(Locale.ROOT) + "_at is not null";
  }
}
