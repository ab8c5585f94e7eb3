package amends.staff;

import amends.shared.ReadMemory;
import amends.shared.Sql;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.ZoneId;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.RowMapper;
import org.springframework.jdbc.core.simple.JdbcClient;

/** The tables of brands and teams, and who shares which queue. */
final class TeamRows {
  private static final String TEAM = "select t.id, t.name, t.brand_id, t.retired_at from team t ";
  private static final String BRAND =
      "select id, name, sender_address, locale, zone, calendar, retired_at from brand ";
  private static final RowMapper<Team> TEAM_ROW =
      (rs, n) ->
          new Team(
              rs.getLong("id"),
              rs.getString("name"),
              Sql.longOrNull(rs, "brand_id"),
              rs.getObject("retired_at") == null);
  private static final RowMapper<Brand> BRAND_ROW = (rs, n) -> brand(rs);

  static final List<Role> LEADING = List.of(Role.LEAD, Role.MANAGER);

  /** A team of the brand before one of all brands, a staffed one before an empty one. */
  private static final String TEAM_FOR =
      TEAM
          + """
          join staff_v_team v on v.id = t.id
          where t.retired_at is null and (t.brand_id = %s or t.brand_id is null)
          order by v.staffed desc, t.brand_id nulls last, t.id limit 1
          """;

  private static final String NEAREST =
      "order by g.role = 'lead' desc, g.team_id nulls last, g.brand_id nulls last, p.id";

  private static final String LEADS =
      """
      from role_grant g
      join person p on p.id = g.person_id and p.left_at is null
      join team t on t.id = :team
      where g.revoked_at is null and g.role = any(:roles)
        and (g.team_id = t.id or g.team_id is null)
        and (g.brand_id = t.brand_id or g.brand_id is null)
      """
          + NEAREST
          + " limit 20";

  private final JdbcClient sql;
  private final ReadMemory<Boolean, List<Team>> working = new ReadMemory<>();
  private final ReadMemory<Long, Optional<Team>> team = new ReadMemory<>();
  private final ReadMemory<Long, Optional<Brand>> brand = new ReadMemory<>();
  private final ReadMemory<Boolean, List<Brand>> brands = new ReadMemory<>();

  TeamRows(JdbcClient sql) {
    this.sql = sql;
  }

  private static Brand brand(ResultSet rs) throws SQLException {
    return new Brand(
        rs.getLong("id"),
        rs.getString("name"),
        rs.getString("sender_address"),
        Locale.forLanguageTag(rs.getString("locale")),
        ZoneId.of(rs.getString("zone")),
        rs.getString("calendar"),
        rs.getObject("retired_at") == null);
  }

  long addTeam(String name, @Nullable Long brandId, Instant now) {
    return sql.sql(
            "insert into team (name, brand_id, created_at) values (:name, :brand, :now) returning"
                + " id")
        .param("name", name)
        .param("brand", brandId)
        .param("now", Sql.at(now))
        .query(Long.class)
        .single();
  }

  long addBrand(NewBrand brand, Instant now) {
    return sql.sql(
            """
            insert into brand (name, sender_address, locale, zone, created_at)
            values (:name, :sender, :locale, :zone, :now) returning id
            """)
        .param("name", brand.name())
        .param("sender", brand.senderAddress())
        .param("locale", brand.locale().toLanguageTag())
        .param("zone", brand.zone().getId())
        .param("now", Sql.at(now))
        .query(Long.class)
        .single();
  }

  void renameTeam(long id, String name) {
    sql.sql("update team set name = :name where id = :id")
        .param("name", name)
        .param("id", id)
        .update();
  }

  void renameBrand(long id, String name) {
    sql.sql("update brand set name = :name where id = :id")
        .param("name", name)
        .param("id", id)
        .update();
  }

  Optional<Team> team(long id) {
    return team.of(
        id, one -> sql.sql(TEAM + "where t.id = :id").param("id", one).query(TEAM_ROW).optional());
  }

  List<Team> teams() {
    return working.of(
        true,
        all ->
            sql.sql(TEAM + "where t.retired_at is null order by lower(t.name), t.id")
                .query(TEAM_ROW)
                .list());
  }

  boolean teamNamed(String name) {
    return sql.sql(
            "select exists (select 1 from team where lower(name) = lower(:name) and retired_at is"
                + " null)")
        .param("name", name)
        .query(Boolean.class)
        .single();
  }

  Optional<Team> teamFor(long brandId) {
    return sql.sql(TEAM_FOR.formatted(":brand")).param("brand", brandId).query(TEAM_ROW).optional();
  }

  List<HelpDesk> helpDesks() {
    return sql.sql(
            """
            select b.id, b.name, b.sender_address, b.locale, b.zone, b.calendar, b.retired_at,
              f.id as team_id, f.name as team_name, f.brand_id as team_brand_id
            from brand b left join lateral (%s) f on true
            where b.retired_at is null order by b.id
            """
                .formatted(TEAM_FOR.formatted("b.id")))
        .query((rs, n) -> new HelpDesk(brand(rs), teamOrNull(rs)))
        .list();
  }

  private static @Nullable Team teamOrNull(ResultSet rs) throws SQLException {
    Long id = Sql.longOrNull(rs, "team_id");
    return id == null
        ? null
        : new Team(id, rs.getString("team_name"), Sql.longOrNull(rs, "team_brand_id"), true);
  }

  boolean isStaffed(long teamId) {
    return sql.sql("select exists (select 1 from staff_v_member where team_id = :team)")
        .param("team", teamId)
        .query(Boolean.class)
        .single();
  }

  /** The lead of the team itself before one of its brand, before one of everything. */
  Optional<Person> leadOf(long teamId) {
    return leadsOf(teamId, LEADING).stream().findFirst();
  }

  /** Whoever has two such roles stands there once, where they are nearest. */
  List<Person> leadsOf(long teamId, List<Role> roles) {
    return leading("select p.* %s".formatted(LEADS), teamId, roles)
        .query(PersonRows.PERSON_ROW)
        .list()
        .stream()
        .distinct()
        .toList();
  }

  /** The same who are not away at that moment, with what they may do. */
  List<Viewer> leadsAtWork(long teamId, List<Role> roles, Instant moment) {
    String nearest = "select p.id, row_number() over (%s) as place %s".formatted(NEAREST, LEADS);
    return leading(
            PersonRows.VIEWER
                + """
                join (%s) n on n.id = p.id
                where not exists (select from absence a where a.person_id = p.id
                  and a.cancelled_at is null and a.from_at <= :at and a.until_at > :at)
                order by n.place
                """
                    .formatted(nearest),
            teamId,
            roles)
        .param("at", Sql.at(moment))
        .query((rs, n) -> PersonRows.viewer(rs))
        .list()
        .stream()
        .distinct()
        .toList();
  }

  private JdbcClient.StatementSpec leading(String statement, long teamId, List<Role> roles) {
    return sql.sql(statement)
        .param("team", teamId)
        .param("roles", roles.stream().map(Role::code).toArray(String[]::new));
  }

  boolean join(long teamId, long personId, Instant now) {
    return sql.sql(
                """
                insert into membership (team_id, person_id, joined_at)
                values (:team, :person, :now) on conflict do nothing
                """)
            .param("team", teamId)
            .param("person", personId)
            .param("now", Sql.at(now))
            .update()
        == 1;
  }

  boolean leave(long teamId, long personId) {
    return sql.sql("delete from membership where team_id = :team and person_id = :person")
            .param("team", teamId)
            .param("person", personId)
            .update()
        == 1;
  }

  Optional<Brand> brand(long id) {
    return brand.of(
        id, one -> sql.sql(BRAND + "where id = :id").param("id", one).query(BRAND_ROW).optional());
  }

  /** Those that work and those that worked, by number. */
  List<Team> everyTeam() {
    return sql.sql(TEAM + "order by t.id").query(TEAM_ROW).list();
  }

  List<Brand> everyBrand() {
    return sql.sql(BRAND + "order by id").query(BRAND_ROW).list();
  }

  List<Brand> brands() {
    return brands.of(
        true,
        all -> sql.sql(BRAND + "where retired_at is null order by id").query(BRAND_ROW).list());
  }

  Optional<Brand> brandBySender(String address) {
    return sql.sql(BRAND + "where retired_at is null and lower(sender_address) = lower(:address)")
        .param("address", address)
        .query(BRAND_ROW)
        .optional();
  }
}
