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
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Limits as they are stored. */
record LimitRows(JdbcClient sql) {
  private static final String IN_FORCE =
      "from_at <= :now and (until_at is null or until_at > :now)";

  /** Those in force in a matter that might count for each of several people. */
  private static final String MIGHT_COUNT =
      """
      select w.viewer, l.* from unnest(cast(:people as bigint[])) as w(viewer)
      join authority_limit l on l.person_id = w.viewer where %1$s and %2$s
      union all
      select w.viewer, l.* from unnest(cast(:members as bigint[])) as w(viewer)
      join authority_limit l on l.team_id = :team where %1$s and %2$s
      union all
      select w.viewer, l.*
      from unnest(cast(:bearers as bigint[]), cast(:roles as text[])) as w(viewer, role)
      join authority_limit l on l.role = w.role where %1$s and %2$s
      """
          .formatted(
              IN_FORCE,
              "(not emergency or only_team_id = :team or only_subject_kind = :kind and"
                  + " only_subject_id = :id)");

  /** And what counts already under each: in the matter, on the customer's day, in the period. */
  private static final String USED =
      """
      select h.*,
        (select u.used_minor from authority_use u where u.line_id = h.line_id
          and u.scope = 'matter' and u.key_kind = :kind and u.key_id = :id
          and u.begins = :always) as in_matter,
        (select u.used_minor from authority_use u where u.line_id = h.line_id
          and u.scope = 'day' and u.key_kind = 'customer' and u.key_id = :customer
          and u.begins = :day) as on_day,
        (select u.used_minor from authority_use u where u.line_id = h.line_id
          and u.scope = 'period' and u.key_id = abs(h.viewer)
          and u.key_kind = case when h.viewer < 0 then 'token' else 'person' end
          and u.begins = case h.period when 'day' then cast(:day as date)
            when 'week' then cast(:week as date) when 'month' then cast(:month as date)
            when 'year' then cast(:year as date) end) as in_period
      from (%s) h
      """
          .formatted(MIGHT_COUNT);

  /**
   * Somebody as limits ask of them.
   *
   * @param inTeam whether they share the queue of the matter's team
   * @param roles that they have where the matter belongs
   */
  record Bearing(long viewer, boolean inTeam, Set<Role> roles) {}

  /** A limit, and what counts already under it. */
  record LimitUse(Limit limit, Totals totals) {}

  List<Limit> mightCount(Bearing who, Matter in, Instant now) {
    return asked(MIGHT_COUNT, List.of(who), in, now).query(LimitRows::read).list();
  }

  /** By viewer, those that might count. */
  Map<Long, List<LimitUse>> used(List<Bearing> all, Matter in, Footing footing, Instant now) {
    Map<Long, List<LimitUse>> used = new HashMap<>();
    JdbcClient.StatementSpec statement =
        asked(USED, all, in, now)
            .param("always", Uses.ALWAYS)
            .param("customer", footing.customer());
    for (Limit.Period period : Limit.Period.values()) {
      statement = statement.param(period.code(), period.begins(footing.today()));
    }
    statement.query(rs -> {
      LimitUse one =
          new LimitUse(
              read(rs, 0),
              new Totals(rs.getLong("in_matter"), rs.getLong("on_day"), rs.getLong("in_period")));
      used.computeIfAbsent(rs.getLong("viewer"), viewer -> new ArrayList<>()).add(one);
    });
    return used;
  }

  private JdbcClient.StatementSpec asked(
      String statement, List<Bearing> all, Matter in, Instant now) {
    List<Long> bearers = new ArrayList<>();
    List<String> roles = new ArrayList<>();
    for (Bearing one : all) {
      for (Role role : one.roles()) {
        bearers.add(one.viewer());
        roles.add(role.code());
      }
    }
    return sql.sql(statement)
        .param("now", Sql.at(now))
        .param("people", all.stream().map(Bearing::viewer).toArray(Long[]::new))
        .param(
            "members",
            all.stream().filter(Bearing::inTeam).map(Bearing::viewer).toArray(Long[]::new))
        .param("bearers", bearers.toArray(Long[]::new))
        .param("roles", roles.toArray(String[]::new))
        .param("team", in.teamId())
        .param("kind", in.about().kind())
        .param("id", in.about().id());
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
