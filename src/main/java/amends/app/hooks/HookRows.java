package amends.app.hooks;

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

/** The hooks as rows. */
final class HookRows {
  private static final String ALL =
      """
      select id, name, url, kinds, brand_id, expanded_seal, failing, off_at, off_why, made_at
      from hook
      """;

  private final JdbcClient sql;

  HookRows(JdbcClient sql) {
    this.sql = sql;
  }

  long add(Hook.Draft draft, long seal, Instant now) {
    return sql.sql(
            """
            insert into hook (name, url, kinds, brand_id, expanded_seal, made_at)
            values (:name, :url, :kinds, :brand, :seal, :now) returning id
            """)
        .param("name", draft.name())
        .param("url", draft.url())
        .param("kinds", draft.kinds().toArray(String[]::new))
        .param("brand", draft.brandId())
        .param("seal", seal)
        .param("now", Sql.at(now))
        .query(Long.class)
        .single();
  }

  void change(long id, Hook.Draft draft) {
    sql.sql(
            "update hook set name = :name, url = :url, kinds = :kinds, brand_id = :brand where id = :id")
        .param("name", draft.name())
        .param("url", draft.url())
        .param("kinds", draft.kinds().toArray(String[]::new))
        .param("brand", draft.brandId())
        .param("id", id)
        .update();
  }

  List<Hook> all(long after, int most) {
    return sql.sql(ALL + " where id > :after order by id limit :most")
        .param("after", after)
        .param("most", most)
        .query(HookRows::hook)
        .list();
  }

  Optional<Hook> find(long id) {
    return sql.sql(ALL + " where id = :id").param("id", id).query(HookRows::hook).optional();
  }

  Optional<Hook> lock(long id) {
    return sql.sql(ALL + " where id = :id for update")
        .param("id", id)
        .query(HookRows::hook)
        .optional();
  }

  /** One that has not been told everything yet, for this transaction only. */
  Optional<Hook> behind(long head) {
    return sql.sql(
            ALL
                + """
                 where off_at is null and expanded_seal < :head
                 order by expanded_seal, id limit 1 for update skip locked
                """)
        .param("head", head)
        .query(HookRows::hook)
        .optional();
  }

  boolean isBrand(long id) {
    return sql.sql("select exists (select from staff_v_brand where id = :id)")
        .param("id", id)
        .query(Boolean.class)
        .single();
  }

  void expanded(long id, long seal) {
    sql.sql("update hook set expanded_seal = :seal where id = :id")
        .param("seal", seal)
        .param("id", id)
        .update();
  }

  void off(long id, String why, Instant now) {
    sql.sql("update hook set off_at = :now, off_why = :why where id = :id")
        .param("now", Sql.at(now))
        .param("why", why)
        .param("id", id)
        .update();
  }

  void on(long id) {
    sql.sql(
            "update hook set off_at = null, off_why = null, failing = 0, failing_since = null where id = :id")
        .param("id", id)
        .update();
  }

  void wentWell(long id) {
    sql.sql("update hook set failing = 0, failing_since = null where id = :id and failing > 0")
        .param("id", id)
        .update();
  }

  /** How many tries in a row, and since when. */
  record Failing(int tries, Instant since) {}

  Failing failed(long id, Instant now) {
    return sql.sql(
            """
            update hook set failing = failing + 1, failing_since = coalesce(failing_since, :now)
            where id = :id returning failing, failing_since
            """)
        .param("now", Sql.at(now))
        .param("id", id)
        .query((rs, n) -> new Failing(rs.getInt(1), Sql.instant(rs, "failing_since")))
        .single();
  }

  void addSecret(long hook, byte[] locked, Instant now) {
    sql.sql("insert into hook_secret (hook_id, locked, made_at) values (:hook, :locked, :now)")
        .param("hook", hook)
        .param("locked", locked)
        .param("now", Sql.at(now))
        .update();
  }

  void endSecrets(long hook, Instant until) {
    sql.sql("update hook_secret set until = :until where hook_id = :hook and until is null")
        .param("until", Sql.at(until))
        .param("hook", hook)
        .update();
  }

  /** Those that sign now, the newest first. */
  List<byte[]> secrets(long hook, Instant now) {
    return sql.sql(
            """
            select locked from hook_secret where hook_id = :hook and (until is null or until > :now)
            order by id desc limit 5
            """)
        .param("hook", hook)
        .param("now", Sql.at(now))
        .query((rs, n) -> rs.getBytes("locked"))
        .list();
  }

  private static Hook hook(ResultSet rs, int n) throws SQLException {
    return new Hook(
        rs.getLong("id"),
        rs.getString("name"),
        rs.getString("url"),
        texts(rs.getArray("kinds")),
        number(rs, "brand_id"),
        rs.getLong("expanded_seal"),
        rs.getInt("failing"),
        Sql.instantOrNull(rs, "off_at"),
        rs.getString("off_why"),
        Sql.instant(rs, "made_at"));
  }

  static List<String> texts(Array array) throws SQLException {
    return Arrays.asList((String[]) array.getArray());
  }

  static @Nullable Long number(ResultSet rs, String column) throws SQLException {
    long read = rs.getLong(column);
    return rs.wasNull() ? null : read;
  }
}
