package amends.remedies;

import amends.shared.Money;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * What is usually given of a remedy, so that an amount stands ready before anybody has typed. It
 * binds nobody, and it names nobody.
 */
@Component
public final class Usual {
  /** As many as show what is usual now; the index gives them without reading the others. */
  private static final int LATELY = 99;

  private final JdbcClient sql;

  Usual(JdbcClient sql) {
    this.sql = sql;
  }

  /**
   * @param amount the median: one that somebody received
   * @param count of how many, at most 99
   */
  public record Amount(Money amount, long count) {}

  /** Of the last grants of this remedy in this currency; empty while there are none. */
  public Optional<Amount> of(long remedyId, String currency) {
    return sql.sql(
            """
            select count(*) as given,
              percentile_disc(0.5) within group (order by amount_minor) as median
            from (select amount_minor from remedy_grant
              where remedy_id = :remedy and currency = :currency and failed_at is null
                and stopped_at is null
              order by granted_at desc limit :most) lately
            having count(*) > 0
            """)
        .param("remedy", remedyId)
        .param("currency", currency)
        .param("most", LATELY)
        .query(
            (rs, n) -> new Amount(new Money(rs.getLong("median"), currency), rs.getLong("given")))
        .optional();
  }
}
