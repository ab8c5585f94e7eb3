package amends.remedies;

import amends.journal.Journal;
import amends.shared.Acts;
import amends.shared.NotFound;
import amends.shared.Refusal;
import amends.shared.Sql;
import amends.shared.Subject;
import amends.staff.Permission;
import amends.staff.Viewer;
import java.time.InstantSource;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Grants are looked at afterwards. The customer's remedy is untouched either way. */
@Component
public final class Backings {
  /**
   * Neither backed nor looked into, nobody's own, and no part of what is looked at as a whole. What
   * an approver decided has been looked at.
   */
  private static final String WAITING =
      """
      g.package_id is null and g.request_id is null and g.stopped_at is null and g.reclaimed_at is null
        and g.ruled_by is distinct from :viewer
        and not exists (select from remedy_backing b where b.grant_id = g.id)
        and not exists (select from remedy_suspicion s where s.grant_id = g.id
          and s.verdict is distinct from 'cleared')\
      """;

  private static final String OLDEST = " order by g.granted_at, g.id limit %d";

  /** Of what was given where nobody leads: it is the exception. */
  private static final int MOST_LEFT = 300;

  private final JdbcClient sql;
  private final GrantRows grants;
  private final Overseen overseen;
  private final Acts acts;
  private final Noting noting;

  Backings(JdbcClient sql, GrantRows grants, Overseen overseen, Acts acts, Noting noting) {
    this.sql = sql;
    this.grants = grants;
    this.overseen = overseen;
    this.acts = acts;
    this.noting = noting;
  }

  /** The clock and the journal. */
  @Component
  record Noting(InstantSource clock, Journal journal) {}

  /**
   * Grants that nobody has looked at, the oldest first: of teams and brands that this lead answers
   * for, and of those where nobody does, in matters that are theirs now.
   */
  public List<RemedyGrant> queue(Viewer viewer, int most) {
    int rows = Math.max(1, most);
    List<RemedyGrant> own =
        grants.where(
            WAITING + " and " + Overseen.WHERE + OLDEST.formatted(rows),
            overseen.params(viewer, Permission.BACK_REMEDY));
    return Stream.concat(own.stream(), left(viewer).stream())
        .sorted(Comparator.comparing(RemedyGrant::grantedAt).thenComparing(RemedyGrant::id))
        .limit(rows)
        .toList();
  }

  private List<RemedyGrant> left(Viewer viewer) {
    return grants
        .where(
            WAITING + " and " + Overseen.LEFT + OLDEST.formatted(MOST_LEFT),
            overseen.left(viewer, Permission.BACK_REMEDY))
        .stream()
        .filter(grant -> overseen.isHere(grant, Permission.BACK_REMEDY, viewer))
        .toList();
  }

  public long count(Viewer viewer) {
    long own =
        sql.sql("select count(*) from remedy_grant g where " + WAITING + " and " + Overseen.WHERE)
            .params(overseen.params(viewer, Permission.BACK_REMEDY))
            .query(Long.class)
            .single();
    return own + left(viewer).size();
  }

  /**
   * Backs it.
   *
   * @param lesson what the viewer would do next time; null for nothing
   * @throws Refusal when it is the viewer's own grant, or backed already
   */
  public Backing back(long grantId, @Nullable String lesson, Viewer by) {
    String said = lesson == null || lesson.isBlank() ? null : lesson.strip();
    Length.atMost(Length.TEXT, said, "lesson");
    return acts.call(() -> {
      RemedyGrant grant =
          grants.find(grantId).orElseThrow(() -> new NotFound(Subject.of("remedy_grant", grantId)));
      overseen.require(grant, Permission.BACK_REMEDY, by);
      if (grant.ruledBy() == by.id()) {
        throw new Refusal("", "remedies.refusal.back-own");
      }
      insert(grantId, said, by);
      noting
          .journal()
          .record(
              "remedy.backed",
              grant.about(),
              by.actor(),
              Map.of("grant", grantId, "lesson", said != null));
      return of(grantId).orElseThrow();
    });
  }

  private void insert(long grantId, @Nullable String lesson, Viewer by) {
    int first =
        sql.sql(
                """
                insert into remedy_backing (grant_id, lesson, backed_by, backed_at)
                values (:grant, :lesson, :by, :now) on conflict do nothing
                """)
            .param("grant", grantId)
            .param("lesson", lesson)
            .param("by", by.id())
            .param("now", Sql.at(noting.clock().instant()))
            .update();
    if (first == 0) {
      throw new Refusal("", "remedies.refusal.backed");
    }
  }

  public Optional<Backing> of(long grantId) {
    return sql.sql("select * from remedy_backing where grant_id = :id")
        .param("id", grantId)
        .query((rs, n) ->
            new Backing(
                rs.getLong("grant_id"),
                rs.getString("lesson"),
                rs.getLong("backed_by"),
                Sql.instant(rs, "backed_at")))
        .optional();
  }
}
