package amends.messages.account;

import amends.messages.account.Account.Flow;
import amends.messages.account.Account.Host;
import amends.shared.NotFound;
import amends.shared.Sql;
import amends.shared.Subject;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Mail accounts, and the tokens that each has. */
@Component
final class AccountRows {
  private static final String LIVING = "select * from mail_account where removed_at is null";

  private final JdbcClient sql;

  AccountRows(JdbcClient sql) {
    this.sql = sql;
  }

  List<Account> all() {
    return sql.sql(LIVING + " order by lower(name), id").query(AccountRows::account).list();
  }

  Account get(long id) {
    return one(id, "");
  }

  /** Keeps others from refreshing it until this act is over. */
  Account lock(long id) {
    return one(id, " for update");
  }

  private Account one(long id, String lock) {
    return sql.sql(LIVING + " and id = :id" + lock)
        .param("id", id)
        .query(AccountRows::account)
        .optional()
        .orElseThrow(() -> new NotFound(Subject.of("mail_account", id)));
  }

  /** What is locked of it. */
  record Locked(byte @Nullable [] secret, byte @Nullable [] refresh, byte @Nullable [] access) {}

  Locked locked(long id) {
    return sql.sql("select secret, refresh, access from mail_account where id = :id")
        .param("id", id)
        .query((rs, n) -> new Locked(rs.getBytes(1), rs.getBytes(2), rs.getBytes(3)))
        .single();
  }

  long add(Account.Draft draft, Instant now) {
    return bind(
            """
            insert into mail_account (provider, flow, name, login, client_id, tenant,
              secret_ends_on, retry_at, made_at)
            values (:provider, :flow, :name, :login, :client, :tenant, :ends, :now, :now)
            returning id
            """,
            draft,
            now)
        .query(Long.class)
        .single();
  }

  /** Other tokens are needed when it is another client or another mailbox. */
  void change(long id, Account.Draft draft, Instant now) {
    bind(
            """
            update mail_account set name = :name, secret_ends_on = :ends, retry_at = :now,
              access = null, access_ends_at = null,
              refresh = case when (login, client_id, tenant) = (:login, :client, :tenant)
                then refresh end,
              granted_at = case when (login, client_id, tenant) = (:login, :client, :tenant)
                then granted_at end,
              login = :login, client_id = :client, tenant = :tenant,
              trouble = null, detail = null, troubled_at = null, failures = 0
            where id = :id and provider = :provider and flow = :flow
            """,
            draft,
            now)
        .param("id", id)
        .update();
  }

  private JdbcClient.StatementSpec bind(String statement, Account.Draft draft, Instant now) {
    return sql.sql(statement)
        .param("provider", draft.provider().name().toLowerCase(Locale.ROOT))
        .param("flow", draft.flow().name().toLowerCase(Locale.ROOT))
        .param("name", draft.name())
        .param("login", draft.login())
        .param("client", draft.clientId())
        .param("tenant", draft.tenant())
        .param("ends", draft.secretEndsOn())
        .param("now", Sql.at(now));
  }

  void keepSecret(long id, byte[] locked) {
    sql.sql("update mail_account set secret = :secret where id = :id")
        .param("secret", locked)
        .param("id", id)
        .update();
  }

  void keepTokens(long id, byte[] access, byte @Nullable [] refresh, Instant endsAt, Instant now) {
    sql.sql(
            """
            update mail_account set access = :access, access_ends_at = :ends,
              refresh = coalesce(:refresh, refresh), refreshed_at = :now, retry_at = :now,
              trouble = null, detail = null, troubled_at = null, failures = 0
            where id = :id
            """)
        .param("access", access)
        .param("refresh", refresh)
        .param("ends", Sql.at(endsAt))
        .param("now", Sql.at(now))
        .param("id", id)
        .update();
  }

  void forgetAccess(long id) {
    sql.sql("update mail_account set access = null, access_ends_at = null where id = :id")
        .param("id", id)
        .update();
  }

  void granted(long id, Instant now) {
    sql.sql("update mail_account set granted_at = :now where id = :id")
        .param("now", Sql.at(now))
        .param("id", id)
        .update();
  }

  void troubled(long id, TokenTrouble trouble, Instant now, Instant again) {
    sql.sql(
            """
            update mail_account set trouble = :key, detail = :detail,
              troubled_at = coalesce(troubled_at, :now), failures = failures + 1, retry_at = :again
            where id = :id
            """)
        .param("key", trouble.key())
        .param("detail", trouble.detail())
        .param("now", Sql.at(now))
        .param("again", Sql.at(again))
        .param("id", id)
        .update();
  }

  void remove(long id, Instant now) {
    sql.sql(
            """
            update mail_account set removed_at = :now, secret = null, refresh = null, access = null
            where id = :id
            """)
        .param("now", Sql.at(now))
        .param("id", id)
        .update();
  }

  boolean isUsed(long id) {
    return sql.sql(
            """
            select exists (select from mailbox where account_id = :id and removed_at is null)
              or exists (select from mail_server where account_id = :id)
            """)
        .param("id", id)
        .query(Boolean.class)
        .single();
  }

  /** Whose token ends soon, or has none, and may be asked for now. */
  List<Long> due(Instant now, Instant soon) {
    return sql.sql(
            """
            select id from mail_account
            where removed_at is null and retry_at <= :now
              and (access_ends_at is null or access_ends_at <= :soon)
              and (flow = 'app' or refresh is not null)
            order by id
            """)
        .param("now", Sql.at(now))
        .param("soon", Sql.at(soon))
        .query(Long.class)
        .list();
  }

  void keepConsent(byte[] state, long account, long person, byte[] verifier, Instant endsAt) {
    sql.sql(
            """
            with old as (delete from mail_consent where account_id = :account)
            insert into mail_consent (state, account_id, person_id, verifier, ends_at)
            values (:state, :account, :person, :verifier, :ends)
            """)
        .param("state", state)
        .param("account", account)
        .param("person", person)
        .param("verifier", verifier)
        .param("ends", Sql.at(endsAt))
        .update();
  }

  record Consent(long account, byte[] verifier) {}

  /** Once, by who asked for it, in time. */
  Optional<Consent> takeConsent(byte[] state, long person, Instant now) {
    return sql.sql(
            """
            delete from mail_consent where state = :state and person_id = :person and ends_at > :now
            returning account_id, verifier
            """)
        .param("state", state)
        .param("person", person)
        .param("now", Sql.at(now))
        .query((rs, n) -> new Consent(rs.getLong(1), rs.getBytes(2)))
        .optional();
  }

  private static Account account(ResultSet rs, int n) throws SQLException {
    return new Account(
        rs.getLong("id"),
        Host.valueOf(rs.getString("provider").toUpperCase(Locale.ROOT)),
        Flow.valueOf(rs.getString("flow").toUpperCase(Locale.ROOT)),
        rs.getString("name"),
        rs.getString("login"),
        rs.getString("client_id"),
        rs.getString("tenant"),
        rs.getObject("secret_ends_on", LocalDate.class),
        Sql.instantOrNull(rs, "granted_at"),
        new Account.State(
            Sql.instantOrNull(rs, "access_ends_at"),
            Sql.instantOrNull(rs, "refreshed_at"),
            rs.getString("trouble"),
            Objects.requireNonNullElse(rs.getString("detail"), ""),
            Sql.instantOrNull(rs, "troubled_at"),
            rs.getInt("failures")));
  }
}
