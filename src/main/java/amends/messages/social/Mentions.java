package amends.messages.social;

import amends.customers.Customers;
import amends.shared.Sql;
import amends.shared.Subject;
import java.time.Duration;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** What was said to us on networks before: what an answer is put below, and where one belongs. */
@Component
final class Mentions {
  private static final Duration ONE_STORY = Duration.ofHours(24);

  private final JdbcClient sql;
  private final InstantSource clock;
  private final Customers customers;

  Mentions(JdbcClient sql, InstantSource clock, Customers customers) {
    this.sql = sql;
    this.clock = clock;
    this.customers = customers;
  }

  /**
   * @param ref with the number of the connection before it
   */
  record Earlier(String account, String ref) {}

  /** The last that this customer said in public about a matter. */
  Optional<Earlier> open(long customer, Subject about) {
    return last(customer, about, "public");
  }

  /** The last that this customer said to us alone about a matter. */
  Optional<Earlier> direct(long customer, Subject about) {
    return last(customer, about, "social");
  }

  private Optional<Earlier> last(long customer, Subject about, String channel) {
    return sql.sql(
            """
            select address, provider_ref from message
            where about_kind = :kind and about_id = :about and customer_id = any(:customers)
              and direction = 'in' and channel = :channel and provider_ref is not null
            order by id desc limit 1
            """)
        .param("kind", about.kind())
        .param("about", about.id())
        .param("customers", selves(customer))
        .param("channel", channel)
        .query((rs, n) -> new Earlier(rs.getString("address"), rs.getString("provider_ref")))
        .optional();
  }

  /** The matter of what we said to them, which they answer. */
  Optional<Subject> answered(long customer, long connection, String parent) {
    if (parent.isEmpty()) {
      return Optional.empty();
    }
    return sql.sql(
            """
            select m.about_kind, m.about_id from delivery d join message m on m.id = d.message_id
            where d.customer_id = any(:customers) and d.connection_id = :connection
              and d.provider_ref = :parent
            order by d.id desc limit 1
            """)
        .param("customers", selves(customer))
        .param("connection", connection)
        .param("parent", parent)
        .query((rs, n) -> Subject.of(rs.getString("about_kind"), rs.getLong("about_id")))
        .optional();
  }

  /** The matter that they told of a short while ago: a story often takes several posts. */
  Optional<Subject> goingOn(long customer) {
    return sql.sql(
            """
            select about_kind, about_id from message
            where customer_id = any(:customers) and direction = 'in'
              and channel in ('social', 'public') and occurred_at > :since
            order by id desc limit 1
            """)
        .param("customers", selves(customer))
        .param("since", Sql.at(clock.instant().minus(ONE_STORY)))
        .query((rs, n) -> Subject.of(rs.getString("about_kind"), rs.getLong("about_id")))
        .optional();
  }

  /** What they and we said to each other alone about a matter, over whatever. */
  List<String> inPrivate(Subject about) {
    return sql.sql(
            """
            select reply_text from message
            where about_kind = :kind and about_id = :about and channel <> 'public'
            order by id desc limit 200
            """)
        .param("kind", about.kind())
        .param("about", about.id())
        .query(String.class)
        .list();
  }

  private Long[] selves(long customer) {
    return customers.selves(customer).toArray(Long[]::new);
  }
}
