package amends.remedies.fulfilment;

import amends.remedies.pay.PayDraft;
import amends.shared.Sql;
import amends.shared.Upkeep;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Types;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Connections as rows. */
@Component
final class PayConnectionRows {
  private static final String ALL =
      """
      select id, kind, name, url, account, locked_hook is not null as has_hook, off_at,
        paused_until, worked_at, trouble, ledger_to, ledger_at, ledger_trouble
      from pay_connection
      """;

  private final JdbcClient sql;
  private final Upkeep upkeep;

  PayConnectionRows(JdbcClient sql) {
    this.sql = sql;
    this.upkeep = new Upkeep(sql, "pay_connection");
  }

  /** Whether they are on, and how it goes with them. */
  Upkeep upkeep() {
    return upkeep;
  }

  /** What is secret of it, locked. */
  record Secrets(byte @Nullable [] secret, byte @Nullable [] hook) {}

  List<PayConnection> all() {
    return sql.sql(ALL + " order by id").query(PayConnectionRows::read).list();
  }

  Optional<PayConnection> find(long id) {
    return sql.sql(ALL + " where id = :id")
        .param("id", id)
        .query(PayConnectionRows::read)
        .optional();
  }

  long add(PayDraft draft, Secrets locked, Instant now) {
    return sql.sql(
            """
            insert into pay_connection (kind, name, url, account, locked, locked_hook, made_at)
            values (:kind, :name, :url, :account, :locked, :hook, :now) returning id
            """)
        .param("kind", draft.kind())
        .param("name", draft.name())
        .param("url", draft.url())
        .param("account", draft.account())
        .param("locked", locked.secret(), Types.BINARY)
        .param("hook", locked.hook(), Types.BINARY)
        .param("now", Sql.at(now))
        .query(Long.class)
        .single();
  }

  void change(long id, PayDraft draft, Secrets locked) {
    sql.sql(
            """
            update pay_connection set name = :name, url = :url, account = :account,
              locked = coalesce(:locked, locked), locked_hook = coalesce(:hook, locked_hook),
              failing = 0, paused_until = null, trouble = null, trouble_at = null
            where id = :id
            """)
        .param("name", draft.name())
        .param("url", draft.url())
        .param("account", draft.account())
        .param("locked", locked.secret(), Types.BINARY)
        .param("hook", locked.hook(), Types.BINARY)
        .param("id", id)
        .update();
  }

  Secrets secrets(long id) {
    return sql.sql("select locked, locked_hook from pay_connection where id = :id")
        .param("id", id)
        .query((rs, n) -> new Secrets(rs.getBytes("locked"), rs.getBytes("locked_hook")))
        .single();
  }

  /** Its ledger was read up to a moment; or it was not, and why. */
  void compared(long id, @Nullable Instant to, @Nullable String trouble, Instant now) {
    sql.sql(
            """
            update pay_connection set ledger_to = coalesce(:to, ledger_to), ledger_at = :now,
              ledger_trouble = :trouble
            where id = :id
            """)
        .param("to", Sql.atOrNull(to), Types.TIMESTAMP_WITH_TIMEZONE)
        .param("trouble", trouble)
        .param("now", Sql.at(now))
        .param("id", id)
        .update();
  }

  private static PayConnection read(ResultSet rs, int n) throws SQLException {
    return new PayConnection(
        rs.getLong("id"),
        rs.getString("kind"),
        rs.getString("name"),
        rs.getString("url"),
        rs.getString("account"),
        rs.getBoolean("has_hook"),
        Sql.instantOrNull(rs, "off_at"),
        Sql.instantOrNull(rs, "paused_until"),
        Sql.instantOrNull(rs, "worked_at"),
        rs.getString("trouble"),
        Sql.instantOrNull(rs, "ledger_to"),
        Sql.instantOrNull(rs, "ledger_at"),
        rs.getString("ledger_trouble"));
  }
}
