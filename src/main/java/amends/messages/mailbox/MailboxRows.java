package amends.messages.mailbox;

import amends.shared.NotFound;
import amends.shared.Settings.Tls;
import amends.shared.Sql;
import amends.shared.Subject;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.InstantSource;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** The mailboxes as an administrator keeps them. */
@Component
final class MailboxRows {
  private static final String COLUMNS =
      """
      select b.*, coalesce(n.taken, 0) as taken, coalesce(n.left_there, 0) as left_there,
        coalesce(n.failed, 0) as failed
      from mailbox b left join lateral (
        select count(*) filter (where what = 'taken') as taken,
          count(*) filter (where what = 'left') as left_there,
          count(*) filter (where what in ('large', 'failed')) as failed
        from mailbox_mail m where m.mailbox_id = b.id) n on true
      where b.removed_at is null
      """;

  private final JdbcClient sql;
  private final InstantSource clock;

  MailboxRows(JdbcClient sql, InstantSource clock) {
    this.sql = sql;
    this.clock = clock;
  }

  List<Mailbox> all() {
    return sql.sql(COLUMNS + " order by lower(b.name), b.id").query(MailboxRows::mailbox).list();
  }

  Mailbox get(long id) {
    return sql.sql(COLUMNS + " and b.id = :id")
        .param("id", id)
        .query(MailboxRows::mailbox)
        .optional()
        .orElseThrow(() -> new NotFound(Subject.of("mailbox", id)));
  }

  Optional<byte[]> secret(long id) {
    return sql.sql("select secret from mailbox where id = :id and secret is not null")
        .param("id", id)
        .query(byte[].class)
        .optional();
  }

  long add(Mailbox.Draft draft) {
    return bind(
            """
            insert into mailbox (name, host, port, tls, login, folder, address, from_start, account_id,
              made_at, ready_at)
            values (:name, :host, :port, :tls, :login, :folder, :address, :fromStart, :account,
              :now, :now)
            returning id
            """,
            draft)
        .query(Long.class)
        .single();
  }

  /**
   * Whoever reads it lets go: it begins anew with what was changed. Another folder or server is
   * another numbering.
   */
  void change(long id, Mailbox.Draft draft) {
    bind(
            """
            update mailbox set name = :name, tls = :tls, address = :address, from_start = :fromStart,
              account_id = :account, secret = case when cast(:account as bigint) is null then secret end,
              validity = case when (host, port, login, folder) = (:host, :port, :login, :folder)
                then validity end,
              last_uid = case when (host, port, login, folder) = (:host, :port, :login, :folder)
                then last_uid else 0 end,
              host = :host, port = :port, login = :login, folder = :folder,
              fence = fence + 1, leased_until = null, ready_at = :now, failures = 0
            where id = :id
            """,
            draft)
        .param("id", id)
        .update();
  }

  private JdbcClient.StatementSpec bind(String statement, Mailbox.Draft draft) {
    return sql.sql(statement)
        .param("name", draft.name())
        .param("host", draft.server().host())
        .param("port", draft.server().port())
        .param("tls", draft.server().tls().name().toLowerCase(Locale.ROOT))
        .param("login", draft.login())
        .param("folder", draft.folder())
        .param("address", draft.address())
        .param("fromStart", draft.fromStart())
        .param("account", draft.account())
        .param("now", Sql.at(clock.instant()));
  }

  void keepSecret(long id, byte[] locked) {
    sql.sql("update mailbox set secret = :secret where id = :id")
        .param("secret", locked)
        .param("id", id)
        .update();
  }

  /** Whoever has it in hand finds a higher fence, and lets go. */
  void pause(long id, boolean paused) {
    sql.sql(
            """
            update mailbox set paused_at = case when :paused then cast(:now as timestamptz) end,
              fence = fence + 1, leased_until = null, ready_at = :now, failures = 0
            where id = :id
            """)
        .param("paused", paused)
        .param("now", Sql.at(clock.instant()))
        .param("id", id)
        .update();
  }

  void remove(long id) {
    sql.sql(
            """
            update mailbox set removed_at = :now, secret = null, fence = fence + 1,
              leased_until = null where id = :id
            """)
        .param("now", Sql.at(clock.instant()))
        .param("id", id)
        .update();
  }

  /** What could not be fetched is tried once more; what was taken meanwhile is known. */
  void again(long id) {
    sql.sql(
            """
            with gone as (
              delete from mailbox_mail where mailbox_id = :id and what in ('large', 'failed')
              returning validity, uid)
            update mailbox b set fence = fence + 1, leased_until = null, ready_at = :now,
              last_uid = least(last_uid,
                (select min(uid) - 1 from gone where gone.validity = b.validity))
            where id = :id
            """)
        .param("now", Sql.at(clock.instant()))
        .param("id", id)
        .update();
  }

  static Mailbox mailbox(ResultSet rs, int n) throws SQLException {
    return new Mailbox(
        rs.getLong("id"),
        rs.getString("name"),
        new Mailbox.Server(
            rs.getString("host"),
            rs.getInt("port"),
            Tls.valueOf(rs.getString("tls").toUpperCase(Locale.ROOT))),
        rs.getString("login"),
        rs.getString("folder"),
        rs.getString("address"),
        rs.getBoolean("from_start"),
        Sql.longOrNull(rs, "account_id"),
        Sql.instant(rs, "made_at"),
        Sql.instantOrNull(rs, "paused_at"),
        Sql.longOrNull(rs, "validity"),
        rs.getLong("last_uid"),
        new Mailbox.State(
            Sql.instantOrNull(rs, "ok_at"),
            rs.getString("trouble"),
            Objects.requireNonNullElse(rs.getString("detail"), ""),
            rs.getInt("failures"),
            Sql.instant(rs, "ready_at"),
            Sql.instantOrNull(rs, "leased_until"),
            rs.getLong("taken"),
            rs.getLong("left_there"),
            rs.getLong("failed")));
  }
}
