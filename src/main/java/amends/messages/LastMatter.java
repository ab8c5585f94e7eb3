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
 * Which case an answer belongs to that names none: that of the last message that we sent to this
 * customer over the same channel. An answer to what was said to many belongs to the case that was
 * named for them there, or to none yet.
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
            select case when d.mass then p.case_id when m.about_kind = 'case' then m.about_id end
              as case_id
            from delivery d join message m on m.id = d.message_id
            left join broadcast b on d.mass and b.message_id = m.id
            left join broadcast_person p on p.broadcast_id = b.id and p.customer_id = d.customer_id
            where d.customer_id = any(:customers) and d.channel = :channel
              and d.created_at > :since
            order by d.id desc limit 1
            """)
        .param("customers", customers.selves(customer).toArray(Long[]::new))
        .param("channel", medium.code())
        .param("since", Sql.at(clock.instant().minus(REMEMBERED)))
        .query((rs, n) -> Optional.ofNullable(Sql.longOrNull(rs, "case_id")))
        .optional()
        .flatMap(found -> found)
        .map(id -> Subject.of("case", id));
  }
}
