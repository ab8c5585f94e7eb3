package amends.portal;

import amends.shared.Acts;
import amends.shared.Sql;
import amends.shared.Tokens;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Locale;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * How often somebody may knock at a door. Who it was is kept as a hash, for a day. A knock counts
 * at once, whatever becomes of what it wanted.
 */
@Component
final class Knocks {
  static final Duration KEPT = Duration.ofDays(1);

  private final JdbcClient sql;
  private final InstantSource clock;
  private final Acts acts;

  Knocks(JdbcClient sql, InstantSource clock, Acts acts) {
    this.sql = sql;
    this.clock = clock;
    this.acts = acts;
  }

  /**
   * Whether there was room for one more; two at once find no more room than one after the other.
   */
  boolean admits(String door, String who, int most, Duration within) {
    byte[] key =
        Tokens.sha256(who.strip().toLowerCase(Locale.ROOT).getBytes(StandardCharsets.UTF_8));
    Instant now = clock.instant();
    return acts.call(() -> {
      sql.sql("select pg_advisory_xact_lock(hashtextextended(:door || encode(:who, 'hex'), 0))")
          .param("door", door)
          .param("who", key)
          .query(rs -> {});
      return sql.sql(
                  """
                  insert into portal_knock (door, who, at)
                  select :door, :who, :now where (select count(*) from portal_knock
                    where door = :door and who = :who and at > :since) < :most
                  """)
              .param("door", door)
              .param("who", key)
              .param("now", Sql.at(now))
              .param("since", Sql.at(now.minus(within)))
              .param("most", most)
              .update()
          == 1;
    });
  }
}
