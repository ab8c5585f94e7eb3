package amends.messages.sender;

import amends.shared.KeyRing;
import amends.shared.Settings.Tls;
import amends.shared.Sql;
import java.nio.charset.StandardCharsets;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.InstantSource;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** The brands' mail servers; passwords are locked by the key ring. */
@Component
final class ServerRows {
  private static final String PURPOSE = "mail-server";

  private final JdbcClient sql;
  private final KeyRing keys;
  private final InstantSource clock;

  ServerRows(JdbcClient sql, KeyRing keys, InstantSource clock) {
    this.sql = sql;
    this.keys = keys;
    this.clock = clock;
  }

  List<MailServer> all() {
    return sql.sql("select * from mail_server order by brand_id").query(ServerRows::row).list();
  }

  boolean any() {
    return sql.sql("select exists (select from mail_server)").query(Boolean.class).single();
  }

  int many() {
    return sql.sql("select count(*) from mail_server").query(Integer.class).single();
  }

  Optional<MailServer> of(long brandId) {
    return sql.sql("select * from mail_server where brand_id = :brand")
        .param("brand", brandId)
        .query(ServerRows::row)
        .optional();
  }

  String password(long brandId) {
    return sql.sql("select secret from mail_server where brand_id = :brand and secret is not null")
        .param("brand", brandId)
        .query(byte[].class)
        .optional()
        .map(locked -> new String(keys.unlock(PURPOSE, locked), StandardCharsets.UTF_8))
        .orElse("");
  }

  void set(long brandId, MailServer.Draft draft) {
    sql.sql(
            """
            insert into mail_server (brand_id, host, port, tls, login, secret, account_id, set_at,
              version, per_minute)
            values (:brand, :host, :port, :tls, :login, :secret, :account, :now,
              nextval('mail_server_version'), nullif(:perMinute, 0))
            on conflict (brand_id) do update set host = excluded.host, port = excluded.port,
              tls = excluded.tls, login = excluded.login, account_id = excluded.account_id,
              secret = case when excluded.account_id is null
                then coalesce(excluded.secret, mail_server.secret) end,
              version = excluded.version, per_minute = excluded.per_minute, set_at = excluded.set_at
            """)
        .param("brand", brandId)
        .param("host", draft.host())
        .param("port", draft.port())
        .param("tls", draft.tls().name().toLowerCase(Locale.ROOT))
        .param("login", draft.login())
        .param(
            "secret",
            draft.password().isEmpty()
                ? null
                : keys.lock(PURPOSE, draft.password().getBytes(StandardCharsets.UTF_8)))
        .param("account", draft.account())
        .param("perMinute", draft.perMinute())
        .param("now", Sql.at(clock.instant()))
        .update();
  }

  void remove(long brandId) {
    sql.sql("delete from mail_server where brand_id = :brand").param("brand", brandId).update();
  }

  private static MailServer row(ResultSet rs, int n) throws SQLException {
    return new MailServer(
        rs.getLong("brand_id"),
        rs.getString("host"),
        rs.getInt("port"),
        Tls.valueOf(rs.getString("tls").toUpperCase(Locale.ROOT)),
        Objects.requireNonNull(rs.getString("login")),
        Sql.longOrNull(rs, "account_id"),
        rs.getInt("per_minute"),
        rs.getLong("version"));
  }
}
