package amends.remedies;

import amends.remedies.Limit.Holder;
import amends.remedies.Limit.OfPerson;
import amends.remedies.Limit.OfRole;
import amends.remedies.Limit.OfTeam;
import amends.shared.Actor;
import amends.shared.NotFound;
import amends.shared.Sql;
import amends.shared.Subject;
import amends.staff.Role;
import amends.staff.Viewer;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Limits as they are stored. */
record LimitRows(JdbcClient sql) {
  private static final String IN_FORCE =
      "from_at <= :now and (until_at is null or until_at > :now)";

  /** For a person, in a matter: those in force that might count. */
  List<Limit> mightCount(Viewer viewer, Collection<Role> roles, Matter in, Instant now) {
    return sql.sql(
            """
            select * from authority_limit where %1$s and person_id = :person and %2$s
            union all
            select * from authority_limit where %1$s and :inTeam and team_id = :team and %2$s
            union all
            select * from authority_limit where %1$s and role = any(:roles) and %2$s
            """
                .formatted(
                    IN_FORCE,
                    "(not emergency or only_team_id = :team or only_subject_kind = :kind and only_subject_id = :id)"))
        .param("now", Sql.at(now))
        .param("person", viewer.id())
        .param("team", in.teamId())
        .param("inTeam", viewer.teams().contains(in.teamId()))
        .param("roles", roles.stream().map(Role::code).toArray(String[]::new))
        .param("kind", in.about().kind())
        .param("id", in.about().id())
        .query(LimitRows::read)
        .list();
  }

  boolean anyIn(String currency, Instant now) {
    return sql.sql(
            "select exists (select from authority_limit where currency = :currency and "
                + IN_FORCE
                + ")")
        .param("currency", currency)
        .param("now", Sql.at(now))
        .query(Boolean.class)
        .single();
  }

  List<Limit> all(Instant now) {
    return sql.sql(
            "select * from authority_limit order by (%s) desc, from_at desc, id desc"
                .formatted(IN_FORCE))
        .param("now", Sql.at(now))
        .query(LimitRows::read)
        .list();
  }

  Limit get(long id) {
    return sql.sql("select * from authority_limit where id = :id")
        .param("id", id)
        .query(LimitRows::read)
        .optional()
        .orElseThrow(() -> new NotFound(Subject.of("authority_limit", id)));
  }

  /**
   * Whoever sets a limit of the same holder, kind and currency waits until the act ends: else two
   * at once would begin two lines, and what was used under one would not count under the other.
   */
  void hold(NewLimit limit) {
    String what = limit.holder() + " " + code(limit.kind()) + " " + limit.currency();
    sql.sql("select pg_advisory_xact_lock(hashtextextended(:what, 0))")
        .param("what", "remedies.limit " + what)
        .query((rs, n) -> rs)
        .list();
  }

  /** The one of the same holder, kind and currency that is in force; its line goes on. */
  List<Limit> standing(NewLimit limit, Instant now) {
    return sql.sql(
            """
            select * from authority_limit
            where %s and not emergency and currency = :currency
              and remedy_kind is not distinct from cast(:remedyKind as text)
              and role is not distinct from cast(:role as text)
              and team_id is not distinct from cast(:team as bigint)
              and person_id is not distinct from cast(:person as bigint)
            for update
            """
                .formatted(IN_FORCE))
        .param("now", Sql.at(now))
        .param("currency", limit.currency())
        .param("remedyKind", code(limit.kind()))
        .param("role", role(limit.holder()))
        .param("team", team(limit.holder()))
        .param("person", person(limit.holder()))
        .query(LimitRows::read)
        .list();
  }

  int end(long id, Instant now) {
    return sql.sql(
            """
            update authority_limit set until_at = greatest(from_at, cast(:now as timestamptz))
            where id = :id and (until_at is null or until_at > :now)
            """)
        .param("id", id)
        .param("now", Sql.at(now))
        .update();
  }

  /** An emergency and what it is for; both null for an ordinary limit. */
  record Emergency(@Nullable Subject only, String reason) {
    static final Emergency NONE = new Emergency(null, "");

    @Nullable Long team() {
      return only != null && only.kind().equals("team") ? only.id() : null;
    }

    @Nullable Subject matter() {
      return only == null || only.kind().equals("team") ? null : only;
    }
  }

  long insert(NewLimit limit, @Nullable Long line, Emergency emergency, Actor by, Instant now) {
    Subject matter = emergency.matter();
    return sql.sql(
            """
            insert into authority_limit (line_id, role, team_id, person_id, remedy_kind, currency,
              per_grant_minor, per_matter_minor, per_day_minor, per_period_minor, period,
              answer_minutes, only_team_id, only_subject_kind, only_subject_id, emergency, reason,
              from_at, until_at, set_by_kind, set_by_id, set_at)
            values (coalesce(cast(:line as bigint), nextval(pg_get_serial_sequence('authority_limit', 'id'))),
              :role, :team, :person, :remedyKind, :currency, :perGrant, :perMatter, :perDay, :perPeriod,
              :period, :minutes, :onlyTeam, :onlyKind, :onlyId, :emergency, :reason,
              :now, :until, :byKind, :byId, :now)
            returning id
            """)
        .param("line", line)
        .param("role", role(limit.holder()))
        .param("team", team(limit.holder()))
        .param("person", person(limit.holder()))
        .param("remedyKind", code(limit.kind()))
        .param("currency", limit.currency())
        .param("perGrant", limit.perGrant())
        .param("perMatter", limit.perMatter())
        .param("perDay", limit.perDay())
        .param("perPeriod", limit.perPeriod())
        .param("period", limit.period().code())
        .param("minutes", limit.answerMinutes())
        .param("onlyTeam", emergency.team())
        .param("onlyKind", matter == null ? null : matter.kind())
        .param("onlyId", matter == null ? null : matter.id())
        .param("emergency", emergency.only() != null)
        .param("reason", emergency.reason())
        .param("now", Sql.at(now))
        .param("until", Sql.atOrNull(limit.until()))
        .param("byKind", by.kind())
        .param("byId", by.id())
        .query(Long.class)
        .single();
  }

  private static @Nullable String code(Remedy.@Nullable Kind kind) {
    return kind == null ? null : kind.code();
  }

  private static @Nullable String role(Holder holder) {
    return holder instanceof OfRole of ? of.role().code() : null;
  }

  private static @Nullable Long team(Holder holder) {
    return holder instanceof OfTeam of ? of.teamId() : null;
  }

  private static @Nullable Long person(Holder holder) {
    return holder instanceof OfPerson of ? of.personId() : null;
  }

  static Limit read(ResultSet rs, int n) throws SQLException {
    String kind = rs.getString("remedy_kind");
    return new Limit(
        rs.getLong("id"),
        rs.getLong("line_id"),
        holder(rs),
        kind == null ? null : Remedy.Kind.of(kind),
        rs.getString("currency"),
        rs.getLong("per_grant_minor"),
        Sql.longOrNull(rs, "per_matter_minor"),
        Sql.longOrNull(rs, "per_day_minor"),
        Sql.longOrNull(rs, "per_period_minor"),
        Limit.Period.valueOf(rs.getString("period").toUpperCase(Locale.ROOT)),
        rs.getInt("answer_minutes"),
        rs.getBoolean("emergency"),
        only(rs),
        rs.getString("reason"),
        Sql.instant(rs, "from_at"),
        Sql.instantOrNull(rs, "until_at"),
        new Actor(rs.getString("set_by_kind"), rs.getLong("set_by_id")));
  }

  private static Holder holder(ResultSet rs) throws SQLException {
    Long person = Sql.longOrNull(rs, "person_id");
    Long team = Sql.longOrNull(rs, "team_id");
    if (person != null) {
      return new OfPerson(person);
    }
    return team != null ? new OfTeam(team) : new OfRole(Role.of(rs.getString("role")));
  }

  private static @Nullable Subject only(ResultSet rs) throws SQLException {
    Long team = Sql.longOrNull(rs, "only_team_id");
    String kind = rs.getString("only_subject_kind");
    if (team != null) {
      return Subject.of("team", team);
    }
    return kind == null ? null : Subject.of(kind, rs.getLong("only_subject_id"));
  }
}
