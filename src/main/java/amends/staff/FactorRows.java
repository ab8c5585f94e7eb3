package amends.staff;

import amends.shared.KeyRing;
import amends.shared.Sql;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.random.RandomGenerator;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** The table of second factors; secrets leave it only unlocked, and lie in it only locked. */
@Component
final class FactorRows {
  static final Duration OFFER_HOLDS = Duration.ofHours(1);
  private static final String PURPOSE = "second factor";

  private final JdbcClient sql;
  private final KeyRing keys;
  private final RandomGenerator random;

  FactorRows(JdbcClient sql, KeyRing keys, RandomGenerator random) {
    this.sql = sql;
    this.keys = keys;
    this.random = random;
  }

  RecoveryCodes codes() {
    return new RecoveryCodes(sql, random);
  }

  boolean isConfirmed(long personId) {
    return confirmedAt(personId).isPresent();
  }

  Optional<Instant> confirmedAt(long personId) {
    return sql.sql(
            """
            select confirmed_at from second_factor
            where person_id = :person and confirmed_at is not null
            """)
        .param("person", personId)
        .query((rs, n) -> Sql.instant(rs, "confirmed_at"))
        .optional();
  }

  void offer(long personId, Instant now) {
    byte[] secret = new byte[Totp.SECRET_BYTES];
    random.nextBytes(secret);
    sql.sql(
            """
            insert into second_factor (person_id, offered, offered_at) values (:person, :secret, :now)
            on conflict (person_id) do update set offered = :secret, offered_at = :now
            """)
        .param("person", personId)
        .param("secret", keys.lock(purpose(personId), secret))
        .param("now", Sql.at(now))
        .update();
  }

  Optional<byte[]> offered(long personId, Instant now) {
    return sql.sql(
            """
            select offered from second_factor
            where person_id = :person and offered is not null and offered_at > :since
            """)
        .param("person", personId)
        .param("since", Sql.at(now.minus(OFFER_HOLDS)))
        .query((rs, n) -> keys.unlock(purpose(personId), rs.getBytes("offered")))
        .optional();
  }

  void confirm(long personId, long step, Instant now) {
    sql.sql(
            """
            update second_factor set secret = offered, confirmed_at = :now, last_step = :step,
              offered = null, offered_at = null
            where person_id = :person
            """)
        .param("now", Sql.at(now))
        .param("step", step)
        .param("person", personId)
        .update();
  }

  Optional<byte[]> secret(long personId) {
    return sql.sql(
            """
            select secret from second_factor
            where person_id = :person and confirmed_at is not null
            """)
        .param("person", personId)
        .query((rs, n) -> keys.unlock(purpose(personId), rs.getBytes("secret")))
        .optional();
  }

  /** One statement, so that two who send the same code at once are not both let in. */
  boolean use(long personId, long step) {
    return sql.sql(
                """
                update second_factor set last_step = :step
                where person_id = :person and last_step < :step
                """)
            .param("step", step)
            .param("person", personId)
            .update()
        == 1;
  }

  boolean remove(long personId) {
    codes().forget(personId);
    return sql.sql("delete from second_factor where person_id = :person")
            .param("person", personId)
            .update()
        == 1;
  }

  /** Bound to the person: a row copied to somebody else's place opens nothing. */
  private static String purpose(long personId) {
    return PURPOSE + " " + personId;
  }
}
