package amends.staff;

import amends.shared.Sql;
import amends.shared.Unchanged;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.RowMapper;
import org.springframework.jdbc.core.simple.JdbcClient;

/** The table of people, their roles and their teams. */
final class PersonRows {
  private static final String PERSON =
      "select id, name, email, locale, zone, left_at, created_at, seen_at from person ";
  static final String VIEWER =
      """
      select p.id, p.name, p.email, p.locale, p.zone, g.roles, g.brands, g.granted_teams,
        array(select m.team_id from membership m where m.person_id = p.id) as teams
      from person p cross join lateral (
        select coalesce(array_agg(r.role order by r.id), '{}') as roles,
          coalesce(array_agg(r.brand_id order by r.id), '{}') as brands,
          coalesce(array_agg(r.team_id order by r.id), '{}') as granted_teams
        from role_grant r where r.person_id = p.id and r.revoked_at is null) g
      """;
  static final RowMapper<Person> PERSON_ROW =
      (rs, n) ->
          new Person(
              rs.getLong("id"),
              rs.getString("name"),
              rs.getString("email"),
              Locale.forLanguageTag(rs.getString("locale")),
              ZoneId.of(rs.getString("zone")),
              rs.getObject("left_at") == null,
              Sql.instant(rs, "created_at"),
              Sql.instantOrNull(rs, "seen_at"));

  private final JdbcClient sql;
  private final Unchanged<List<Person>> everybody;
  private final Unchanged<List<Colleague>> roster;

  PersonRows(JdbcClient sql) {
    this.sql = sql;
    this.everybody = new Unchanged<>(sql, "person");
    this.roster = new Unchanged<>(sql, "person", "role_grant", "membership");
  }

  long add(NewPerson person, Instant now) {
    return sql.sql(
            """
            insert into person (name, email, locale, zone, created_at)
            values (:name, :email, :locale, :zone, :now) returning id
            """)
        .param("name", person.name())
        .param("email", person.email())
        .param("locale", person.locale().toLanguageTag())
        .param("zone", person.zone().getId())
        .param("now", Sql.at(now))
        .query(Long.class)
        .single();
  }

  Optional<Person> find(long id) {
    return sql.sql(PERSON + "where id = :id").param("id", id).query(PERSON_ROW).optional();
  }

  Optional<Person> byEmail(String email) {
    return sql.sql(PERSON + "where lower(email) = lower(:email)")
        .param("email", email.strip())
        .query(PERSON_ROW)
        .optional();
  }

  /** The queue's filter offers everybody: hundreds were read and sorted for each page. */
  List<Person> all() {
    return everybody.of(this::read);
  }

  /** Everybody with roles and teams. */
  List<Colleague> roster() {
    return roster.of(() -> {
      Map<Long, List<Grant>> grants = grants();
      Map<Long, Set<Long>> teams = memberships();
      return read().stream()
          .map(p ->
              new Colleague(
                  p, grants.getOrDefault(p.id(), List.of()), teams.getOrDefault(p.id(), Set.of())))
          .toList();
    });
  }

  private List<Person> read() {
    return sql.sql(PERSON + "order by left_at is not null, lower(name), id")
        .query(PERSON_ROW)
        .list();
  }

  List<Person> named(Set<Long> ids) {
    return sql.sql(PERSON + "where id = any(:ids)")
        .param("ids", ids.toArray(Long[]::new))
        .query(PERSON_ROW)
        .list();
  }

  Map<Long, String> tokenNames(Set<Long> viewers) {
    Long[] ids = viewers.stream().filter(id -> id < 0).map(id -> -id).toArray(Long[]::new);
    Map<Long, String> names = new HashMap<>();
    if (ids.length > 0) {
      sql.sql("select id, name from api_token where id = any(:ids)")
          .param("ids", ids)
          .query(rs -> {
            names.put(-rs.getLong("id"), rs.getString("name"));
          });
    }
    return names;
  }

  List<Person> inTeam(long teamId) {
    return sql.sql(
            PERSON
                + """
                where left_at is null
                  and id in (select person_id from membership where team_id = :team)
                order by lower(name), id
                """)
        .param("team", teamId)
        .query(PERSON_ROW)
        .list();
  }

  /** Every request asks this: the person, the roles and the teams in one statement. */
  Optional<Viewer> viewer(long id) {
    return sql.sql(VIEWER + "where p.id = :id and p.left_at is null")
        .param("id", id)
        .query((rs, n) -> viewer(rs))
        .optional();
  }

  static Viewer viewer(ResultSet rs) throws SQLException {
    String[] roles = (String[]) rs.getArray("roles").getArray();
    Long[] brands = (Long[]) rs.getArray("brands").getArray();
    Long[] teams = (Long[]) rs.getArray("granted_teams").getArray();
    List<Grant> grants = new ArrayList<>();
    for (int i = 0; i < roles.length; i++) {
      grants.add(new Grant(Role.of(roles[i]), brands[i], teams[i]));
    }
    return new Viewer(
        rs.getLong("id"),
        rs.getString("name"),
        rs.getString("email"),
        Locale.forLanguageTag(rs.getString("locale")),
        ZoneId.of(rs.getString("zone")),
        List.copyOf(grants),
        Set.of((Long[]) rs.getArray("teams").getArray()));
  }

  List<Grant> grants(long id) {
    return sql.sql(
            """
            select role, brand_id, team_id from role_grant
            where person_id = :id and revoked_at is null order by id
            """)
        .param("id", id)
        .query((rs, n) ->
            new Grant(
                Role.of(rs.getString("role")),
                Sql.longOrNull(rs, "brand_id"),
                Sql.longOrNull(rs, "team_id")))
        .list();
  }

  Set<Long> teams(long id) {
    return sql
        .sql("select team_id from membership where person_id = :id")
        .param("id", id)
        .query(Long.class)
        .list()
        .stream()
        .collect(Collectors.toUnmodifiableSet());
  }

  /** Everybody's living grants, by person. */
  Map<Long, List<Grant>> grants() {
    record Row(long person, Grant grant) {}
    return sql
        .sql(
            "select person_id, role, brand_id, team_id from role_grant where revoked_at is null"
                + " order by id")
        .query((rs, n) ->
            new Row(
                rs.getLong("person_id"),
                new Grant(
                    Role.of(rs.getString("role")),
                    Sql.longOrNull(rs, "brand_id"),
                    Sql.longOrNull(rs, "team_id"))))
        .list()
        .stream()
        .collect(
            Collectors.groupingBy(
                Row::person, Collectors.mapping(Row::grant, Collectors.toList())));
  }

  /** Who shares which queue, by person; nobody who has left. */
  Map<Long, Set<Long>> memberships() {
    record Row(long person, long team) {}
    return sql
        .sql("select person_id, team_id from staff_v_member")
        .query((rs, n) -> new Row(rs.getLong("person_id"), rs.getLong("team_id")))
        .list()
        .stream()
        .collect(
            Collectors.groupingBy(Row::person, Collectors.mapping(Row::team, Collectors.toSet())));
  }

  boolean grant(long id, Grant grant, Instant now) {
    return sql.sql(
                """
                insert into role_grant (person_id, role, brand_id, team_id, granted_at)
                values (:id, :role, :brand, :team, :now)
                on conflict (person_id, role, brand_id, team_id) where revoked_at is null
                do nothing
                """)
            .param("id", id)
            .param("role", grant.role().code())
            .param("brand", grant.brandId())
            .param("team", grant.teamId())
            .param("now", Sql.at(now))
            .update()
        == 1;
  }

  boolean revoke(long id, Grant grant, Instant now) {
    return sql.sql(
                """
                update role_grant set revoked_at = :now
                where person_id = :id and role = :role and revoked_at is null
                  and brand_id is not distinct from cast(:brand as bigint)
                  and team_id is not distinct from cast(:team as bigint)
                """)
            .param("now", Sql.at(now))
            .param("id", id)
            .param("role", grant.role().code())
            .param("brand", grant.brandId())
            .param("team", grant.teamId())
            .update()
        == 1;
  }

  /** Locks every administrator's row, so that two of them cannot go at the same moment. */
  List<Long> administrators() {
    return sql.sql(
            """
            select p.id from person p
            where p.left_at is null and p.id in (
              select person_id from role_grant
              where role = 'administrator' and brand_id is null and team_id is null
                and revoked_at is null)
            order by p.id for update
            """)
        .query(Long.class)
        .list();
  }

  boolean leave(long id, Instant now) {
    return sql.sql(
                "update person set left_at = :now, password_hash = null where id = :id and left_at"
                    + " is null")
            .param("now", Sql.at(now))
            .param("id", id)
            .update()
        == 1;
  }

  void settle(long id, Locale locale, ZoneId zone) {
    sql.sql("update person set locale = :locale, zone = :zone where id = :id")
        .param("locale", locale.toLanguageTag())
        .param("zone", zone.getId())
        .param("id", id)
        .update();
  }

  void rename(long id, String name) {
    sql.sql("update person set name = :name where id = :id")
        .param("name", name)
        .param("id", id)
        .update();
  }

  /** Ends the sessions of a person, all but one. Another node's next request finds them gone. */
  int endSessions(long id, @Nullable String except) {
    return sql.sql(
            """
            delete from spring_session
            where principal_name = :person and session_id is distinct from cast(:except as text)
            """)
        .param("person", String.valueOf(id))
        .param("except", except)
        .update();
  }
}
