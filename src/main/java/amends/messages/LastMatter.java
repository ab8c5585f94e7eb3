package amends.messages;

import amends.customers.Customers;
import amends.shared.Sql;
import amends.shared.Subject;
import java.time.Duration;
import java.time.InstantSource;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * Which matter an answer belongs to that names none: that of the last message that we sent to this
 * customer over the same channel.
 */
@Component
public final class LastMatter {
  private static final Duration REMEMBERED = Duration.ofDays(60);

  private final JdbcClient sql;
  private final InstantSource clock;
  private final Customers customers;

  LastMatter(JdbcClient sql, InstantSource clock, Customers customers) {
    this.sql = sql;
    this.clock = clock;
    this.customers = customers;
  }

  public Optional<Subject> of(long customer, Medium medium) {
    return sql.sql(
            """
            select m.about_kind, m.about_id
            from delivery d join message m on m.id = d.message_id
            where d.customer_id = any(:customers) and d.channel = :channel
              and d.created_at > :since
            order by d.id desc limit 1
            """)
        .param("customers", customers.selves(customer).toArray(Long[]::new))
        .param("channel", medium.code())
        .param("since", Sql.at(clock.instant().minus(REMEMBERED)))
        .query((rs, n) -> Subject.of(rs.getString("about_kind"), rs.getLong("about_id")))
        .optional();
  }
}
