package amends.messages;

import amends.customers.Purpose;
import amends.shared.Actor;
import amends.shared.Sql;
import amends.shared.Subject;
import java.util.HashSet;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** A message that did not get there goes the next way to the same person, where there is one. */
@Component
final class Onward {
  private final JdbcClient sql;
  private final Ways ways;
  private final Laying laying;

  Onward(JdbcClient sql, Ways ways, Laying laying) {
    this.sql = sql;
    this.ways = ways;
    this.laying = laying;
  }

  /** The delivery that follows, and its way. */
  record Followed(long deliveryId, Medium medium) {}

  Optional<Followed> after(long deliveryId) {
    return draft(deliveryId)
        .filter(d -> d.onward() || d.purpose() == Purpose.SAFETY)
        // What sells may have arrived the first way already.
        .filter(d -> d.purpose() != Purpose.MARKETING || !isUnknown(deliveryId))
        .flatMap(d -> after(d, deliveryId));
  }

  private Optional<Followed> after(Outgoing draft, long deliveryId) {
    long messageId = messageOf(deliveryId);
    return ways.next(draft, tried(messageId, draft.customerId()))
        .map(way -> {
          Outgoing next = draft.by(way.medium(), way.address());
          return new Followed(laying.lay(messageId, next, deliveryId), way.medium());
        });
  }

  private boolean isUnknown(long deliveryId) {
    return sql.sql(
            "select ambiguous_tries > 0 and accepted_at is null from delivery where id = :id")
        .param("id", deliveryId)
        .query(Boolean.class)
        .single();
  }

  private long messageOf(long deliveryId) {
    return sql.sql("select message_id from delivery where id = :id")
        .param("id", deliveryId)
        .query(Long.class)
        .single();
  }

  private Set<Medium> tried(long messageId, long customerId) {
    return new HashSet<>(
        sql.sql(
                "select channel from delivery where message_id = :message and customer_id = :customer")
            .param("message", messageId)
            .param("customer", customerId)
            .query((rs, n) -> Medium.of(rs.getString("channel")))
            .list());
  }

  private Optional<Outgoing> draft(long deliveryId) {
    return sql.sql(
            """
            select m.about_kind, m.about_id, d.customer_id, d.address, m.subject, m.body, m.kind,
              m.author_kind, m.author_id, m.brand_id, m.answers, d.channel, m.purpose, m.onward
            from delivery d join message m on m.id = d.message_id where d.id = :id
            """)
        .param("id", deliveryId)
        .query((rs, n) ->
            new Outgoing(
                Subject.of(rs.getString("about_kind"), rs.getLong("about_id")),
                rs.getLong("customer_id"),
                rs.getString("address"),
                rs.getString("subject"),
                rs.getString("body"),
                Outgoing.Kind.valueOf(rs.getString("kind").toUpperCase(Locale.ROOT)),
                new Actor(rs.getString("author_kind"), rs.getLong("author_id")),
                rs.getLong("brand_id"),
                Sql.longOrNull(rs, "answers"),
                new Next.NothingMore(),
                Medium.of(rs.getString("channel")),
                Purpose.of(rs.getString("purpose")),
                rs.getBoolean("onward"),
                null))
        .optional();
  }
}
