package amends.remedies;

import amends.shared.Acts;
import amends.shared.NotFound;
import amends.shared.Refusal;
import amends.shared.Sql;
import amends.shared.Subject;
import amends.staff.Permission;
import amends.staff.Viewer;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Patterns that are looked into quietly, apart from backing; the rules are data. */
@Component
public final class Suspicions {
  private static final String SUSPICION =
      """
      select g.*, g.amount_minor + coalesce((
          select sum(p.amount_minor) from remedy_grant p where p.package_id = g.id), 0) as worth,
        s.id as suspicion, s.rule, s.found, s.seen_at, s.looked_at, s.looked_by, s.verdict, s.words
      from remedy_suspicion s join remedy_grant g on g.id = s.grant_id
      """;

  private final JdbcClient sql;
  private final Overseen overseen;
  private final Acts acts;
  private final Backings.Noting noting;

  Suspicions(JdbcClient sql, Overseen overseen, Acts acts, Backings.Noting noting) {
    this.sql = sql;
    this.overseen = overseen;
    this.acts = acts;
    this.noting = noting;
  }

  /**
   * What nobody has looked at, the oldest first; only what the viewer has no hand in. Where nobody
   * else oversees what was given, those see it who oversee something else.
   */
  public List<Suspicion> queue(Viewer viewer, int most) {
    int rows = Math.max(1, most);
    return Stream.concat(
            open(Overseen.WHERE, overseen.params(viewer, Permission.STOP_REMEDY), rows),
            open(Overseen.LEFT, overseen.leftByAll(viewer, Permission.STOP_REMEDY), rows))
        .sorted(Comparator.comparing(Suspicion::seenAt).thenComparing(Suspicion::id))
        .limit(rows)
        .toList();
  }

  private Stream<Suspicion> open(String where, Map<String, ?> params, int rows) {
    return sql
        .sql(
            SUSPICION
                + "where s.looked_at is null and g.undone_at is null and g.ruled_by is distinct from :viewer and "
                + where
                + " order by s.seen_at, s.id limit "
                + rows)
        .params(params)
        .query(Suspicions::read)
        .list()
        .stream();
  }

  /** What was noticed about one grant, or the package that it is a part of; none of one's own. */
  public List<Suspicion> of(long grantId, Viewer viewer) {
    return sql.sql(
            SUSPICION
                + """
                where s.grant_id in (:grant,
                    (select package_id from remedy_grant where id = :grant))
                  and g.ruled_by is distinct from :viewer and\
                """
                + " "
                + Overseen.WHERE
                + " order by s.seen_at, s.id")
        .params(overseen.params(viewer, Permission.STOP_REMEDY))
        .param("grant", grantId)
        .query(Suspicions::read)
        .list();
  }

  /**
   * There is nothing in it: the grant goes to backing like any other.
   *
   * @throws Refusal without words, or when it is the viewer's own grant
   */
  public Suspicion clear(long id, String words, Viewer by) {
    return looked(id, "cleared", words, by);
  }

  /** There is something in it; stopping or reclaiming is an act of its own. */
  public Suspicion confirm(long id, String words, Viewer by) {
    return looked(id, "stopped", words, by);
  }

  private Suspicion looked(long id, String verdict, String words, Viewer by) {
    if (words.isBlank()) {
      throw new Refusal("words", "remedies.refusal.looked-words");
    }
    Length.atMost(Length.TEXT, words, "words");
    return acts.call(() -> {
      Suspicion known = get(id);
      overseen.requireOrLeft(known.grant(), Permission.STOP_REMEDY, by);
      if (known.grant().ruledBy() == by.id()) {
        throw new Refusal("", "remedies.refusal.back-own");
      }
      if (!write(id, verdict, words.strip(), by)) {
        throw new Refusal("", "remedies.refusal.looked");
      }
      noting
          .journal()
          .record(
              "remedy.looked_into",
              known.grant().about(),
              by.actor(),
              Map.of("grant", known.grant().id(), "verdict", verdict));
      return get(id);
    });
  }

  private boolean write(long id, String verdict, String words, Viewer by) {
    return sql.sql(
                """
                update remedy_suspicion set looked_at = :now, looked_by = :by, verdict = :verdict,
                  words = :words
                where id = :id and looked_at is null
                """)
            .param("now", Sql.at(noting.clock().instant()))
            .param("by", by.id())
            .param("verdict", verdict)
            .param("words", words)
            .param("id", id)
            .update()
        == 1;
  }

  private Suspicion get(long id) {
    return sql.sql(SUSPICION + "where s.id = :id")
        .param("id", id)
        .query(Suspicions::read)
        .optional()
        .orElseThrow(() -> new NotFound(Subject.of("remedy_suspicion", id)));
  }

  private static Suspicion read(ResultSet rs, int n) throws SQLException {
    return new Suspicion(
        rs.getLong("suspicion"),
        GrantRows.read(rs, n),
        rs.getString("rule"),
        rs.getInt("found"),
        Sql.instant(rs, "seen_at"),
        Sql.instantOrNull(rs, "looked_at"),
        Sql.longOrNull(rs, "looked_by"),
        rs.getString("verdict"),
        rs.getString("words"));
  }
}
