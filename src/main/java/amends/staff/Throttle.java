package amends.staff;

import amends.shared.Sql;
import amends.shared.Tokens;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Locale;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * Slows guessing down, by account and by address. A try is written down before the password is
 * looked at, each in a statement of its own, so that a hundred tries at once get no further than
 * one after the other; a right password takes its try back.
 */
@Component
final class Throttle {
  static final Duration WINDOW = Duration.ofMinutes(15);
  static final int TRIES_AN_ACCOUNT = 10;
  static final int TRIES_AN_ADDRESS = 50;
  static final Duration KEPT = Duration.ofDays(1);

  private final JdbcClient sql;
  private final InstantSource clock;

  Throttle(JdbcClient sql, InstantSource clock) {
    this.sql = sql;
    this.clock = clock;
  }

  /** A try that was let through, or how long to wait. */
  sealed interface Entry {
    record Through(long attemptId) implements Entry {}

    record Wait(Duration time) implements Entry {}
  }

  Entry enter(String email, String address) {
    Instant now = clock.instant();
    byte[] account = account(email);
    long id = note(account, address, now);
    Optional<Instant> full =
        blocking(id, "account = :key", account, TRIES_AN_ACCOUNT, now)
            .or(() -> blocking(id, "address = :key", address, TRIES_AN_ADDRESS, now));
    if (full.isEmpty()) {
      return new Entry.Through(id);
    }
    forget(id);
    return new Entry.Wait(Duration.between(now, full.get().plus(WINDOW)));
  }

  void forget(long attemptId) {
    sql.sql("delete from sign_in_attempt where id = :id").param("id", attemptId).update();
  }

  /** Tries are personal data: a day is enough. */
  int forgetOld() {
    return sql.sql("delete from sign_in_attempt where at < :before")
        .param("before", Sql.at(clock.instant().minus(KEPT)))
        .update();
  }

  private long note(byte[] account, String address, Instant now) {
    return sql.sql(
            """
            insert into sign_in_attempt (account, address, at) values (:account, :address, :now)
            returning id
            """)
        .param("account", account)
        .param("address", address)
        .param("now", Sql.at(now))
        .query(Long.class)
        .single();
  }

  /** The moment of the try that has to grow old before another one may be made. */
  private Optional<Instant> blocking(long id, String same, Object key, int most, Instant now) {
    return sql.sql(
            """
            select at from sign_in_attempt
            where %s and at > :since and id <> :id order by at desc, id desc offset :most limit 1
            """
                .formatted(same))
        .param("key", key)
        .param("since", Sql.at(now.minus(WINDOW)))
        .param("id", id)
        .param("most", most - 1)
        .query((rs, n) -> Sql.instant(rs, "at"))
        .optional();
  }

  private static byte[] account(String email) {
    return Tokens.sha256(email.strip().toLowerCase(Locale.ROOT).getBytes(StandardCharsets.UTF_8));
  }
}
