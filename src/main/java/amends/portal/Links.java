package amends.portal;

import amends.cases.Case;
import amends.journal.Journal;
import amends.shared.Actor;
import amends.shared.Acts;
import amends.shared.Sql;
import amends.shared.Tokens;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * Links to customers' pages: one for each case and recipient, 128 bits, kept as a hash, good for 60
 * days or until somebody makes it stop. A letter that goes out after it has run out carries a new
 * one; after it was made to stop, only a colleague sends one again.
 */
@Component
public final class Links {
  /** A house rule: long enough for most matters, short enough for a mailbox that changes hands. */
  static final Duration VALID = Duration.ofDays(60);

  private static final String COLUMNS =
      "select id, case_id, customer_id, address, made_at, expires_at, revoked_at from portal_link ";

  private final JdbcClient sql;
  private final InstantSource clock;
  private final Acts acts;
  private final Journal journal;
  private final Secrets secrets;

  Links(JdbcClient sql, InstantSource clock, Acts acts, Journal journal, Secrets secrets) {
    this.sql = sql;
    this.clock = clock;
    this.acts = acts;
    this.journal = journal;
    this.secrets = secrets;
  }

  /** By what stands in the address of the page, whether it still opens or not. */
  public Optional<Link> find(String token) {
    if (!token.matches("[\\w-]{22}")) {
      return Optional.empty();
    }
    return sql.sql(COLUMNS + "where hash = :hash")
        .param("hash", Tokens.hash(token))
        .query(Links::read)
        .optional();
  }

  /** All that were ever made for a case, the newest first. */
  public List<Link> of(long caseId) {
    return sql.sql(COLUMNS + "where case_id = :case order by id desc limit 50")
        .param("case", caseId)
        .query(Links::read)
        .list();
  }

  /** Makes one link stop; one that has stopped stays as it is. */
  public void revoke(long linkId, Actor by) {
    acts.run(() -> revoke("id = :id", linkId, by));
  }

  /** Makes every link to a case stop. */
  public void revokeAll(long caseId, Actor by) {
    acts.run(() -> revoke("case_id = :id", caseId, by));
  }

  private void revoke(String which, long id, Actor by) {
    sql.sql(
            """
            update portal_link set revoked_at = :now, revoked_by_kind = :kind, revoked_by_id = :by
            where %s and revoked_at is null returning id, case_id
            """
                .formatted(which))
        .param("now", Sql.at(clock.instant()))
        .param("kind", by.kind())
        .param("by", by.id())
        .param("id", id)
        .query((rs, n) -> Map.entry(rs.getLong("case_id"), rs.getLong("id")))
        .list()
        .forEach(link ->
            journal.record(
                "portal.link_revoked",
                Case.subject(link.getKey()),
                by,
                Map.of("link", link.getValue())));
  }

  /**
   * The word for the address of the page, for a letter to this recipient; empty when they want no
   * link any more.
   */
  Optional<String> forLetter(long caseId, long customerId, String address) {
    return acts.call(() -> {
      Optional<Link> newest = newest(caseId, address);
      if (newest.isPresent() && newest.get().revokedAt() != null) {
        return Optional.empty();
      }
      return newest
          .filter(link -> link.opensAt(clock.instant()))
          .flatMap(this::word)
          .or(() -> word(make(caseId, customerId, address, Actor.SYSTEM)));
    });
  }

  /** Made anew, whatever became of those before: in place of them, where they still open. */
  Link make(long caseId, long customerId, String address, Actor by) {
    Instant now = clock.instant();
    long id = sql.sql("select nextval('portal_link_id_seq')").query(Long.class).single();
    Link made =
        sql.sql(
                """
                insert into portal_link (id, case_id, customer_id, address, hash, made_at, expires_at)
                values (:id, :case, :customer, :address, :hash, :now, :expires)
                returning id, case_id, customer_id, address, made_at, expires_at, revoked_at
                """)
            .param("id", id)
            .param("case", caseId)
            .param("customer", customerId)
            .param("address", address)
            .param("hash", Tokens.hash(secrets.token("link", id)))
            .param("now", Sql.at(now))
            .param("expires", Sql.at(now.plus(VALID)))
            .query(Links::read)
            .single();
    journal.record("portal.link_made", Case.subject(caseId), by, Map.of("link", id));
    return made;
  }

  /** Empty when the keys were changed since: then its word is known to its holder only. */
  Optional<String> word(Link link) {
    String token = secrets.token("link", link.id());
    return find(token).filter(found -> found.id() == link.id()).map(found -> token);
  }

  Optional<Link> link(long id) {
    return sql.sql(COLUMNS + "where id = :id").param("id", id).query(Links::read).optional();
  }

  /** Two letters that leave at once make one link: the second waits for the first. */
  private Optional<Link> newest(long caseId, String address) {
    sql.sql(
            "select pg_advisory_xact_lock(hashtextextended('portal.link ' || :case || lower(:address), 0))")
        .param("case", String.valueOf(caseId))
        .param("address", address)
        .query(rs -> {});
    return sql.sql(
            COLUMNS
                + "where case_id = :case and lower(address) = lower(:address) order by id desc limit 1")
        .param("case", caseId)
        .param("address", address)
        .query(Links::read)
        .optional();
  }

  private static Link read(ResultSet rs, int n) throws SQLException {
    return new Link(
        rs.getLong("id"),
        rs.getLong("case_id"),
        rs.getLong("customer_id"),
        rs.getString("address"),
        Sql.instant(rs, "made_at"),
        Sql.instant(rs, "expires_at"),
        Sql.instantOrNull(rs, "revoked_at"));
  }
}
