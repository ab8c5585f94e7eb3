package amends.staff;

import amends.shared.Sql;
import java.sql.Array;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Rows of {@code api_token}. */
final class ApiTokenRows {
  private static final String TOKEN =
      "select id, name, scopes, brand_id, team_id, made_by, created_at, expires_at, used_at,"
          + " revoked_at from api_token ";

  private final JdbcClient sql;

  ApiTokenRows(JdbcClient sql) {
    this.sql = sql;
  }

  record Added(String name, List<String> scopes, byte[] hash, @Nullable Long madeBy, Instant at) {}

  long add(NewApiToken wanted, Added added) {
    return sql.sql(
            """
            insert into api_token
              (name, hash, scopes, brand_id, team_id, made_by, created_at, expires_at)
            values (:name, :hash, :scopes, :brand, :team, :by, :at, :expires) returning id
            """)
        .param("name", added.name())
        .param("hash", added.hash())
        .param("scopes", added.scopes().toArray(String[]::new))
        .param("brand", wanted.brandId())
        .param("team", wanted.teamId())
        .param("by", added.madeBy())
        .param("at", Sql.at(added.at()))
        .param("expires", Sql.atOrNull(wanted.expiresAt()))
        .query(Long.class)
        .single();
  }

  boolean revoke(long id, Instant at) {
    return sql.sql("update api_token set revoked_at = :at where id = :id and revoked_at is null")
            .param("at", Sql.at(at))
            .param("id", id)
            .update()
        == 1;
  }

  /** Of many requests at the same time one writes. */
  void used(long id, Instant at, Instant before) {
    sql.sql(
            "update api_token set used_at = :at where id = :id and (used_at is null or used_at < :before)")
        .param("at", Sql.at(at))
        .param("id", id)
        .param("before", Sql.at(before))
        .update();
  }

  List<ApiToken> all(Instant now) {
    return sql.sql(
            TOKEN
                + """
                order by revoked_at is not null or coalesce(expires_at <= :now, false), id desc
                """)
        .param("now", Sql.at(now))
        .query(ApiTokenRows::read)
        .list();
  }

  Optional<ApiToken> find(long id) {
    return sql.sql(TOKEN + "where id = :id").param("id", id).query(ApiTokenRows::read).optional();
  }

  Optional<ApiToken> byHash(byte[] hash) {
    return sql.sql(TOKEN + "where hash = :hash")
        .param("hash", hash)
        .query(ApiTokenRows::read)
        .optional();
  }

  boolean isBrand(long id) {
    return exists("select exists (select from brand where id = :id and retired_at is null)", id);
  }

  boolean isTeam(long id) {
    return exists("select exists (select from team where id = :id and retired_at is null)", id);
  }

  private boolean exists(String statement, long id) {
    return sql.sql(statement).param("id", id).query(Boolean.class).single();
  }

  private static ApiToken read(ResultSet rs, int n) throws SQLException {
    return new ApiToken(
        rs.getLong("id"),
        rs.getString("name"),
        words(rs.getArray("scopes")),
        Sql.longOrNull(rs, "brand_id"),
        Sql.longOrNull(rs, "team_id"),
        Sql.longOrNull(rs, "made_by"),
        Sql.instant(rs, "created_at"),
        Sql.instantOrNull(rs, "expires_at"),
        Sql.instantOrNull(rs, "used_at"),
        Sql.instantOrNull(rs, "revoked_at"));
  }

  private static List<String> words(Array array) throws SQLException {
    return Arrays.stream((Object[]) array.getArray()).map(String::valueOf).toList();
  }
}
