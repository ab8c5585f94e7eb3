package amends.messages;

import amends.shared.Sql;
import amends.shared.Subject;
import amends.shared.Unwritten;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * The messages that mails have become. Those of one act are written by one statement at its end;
 * whoever looks for received messages within the act, or refers to one, flushes first.
 */
@Component
final class ReceivedRows {
  private final JdbcClient sql;

  ReceivedRows(JdbcClient sql) {
    this.sql = sql;
  }

  /**
   * What was read of a mail, and what it is about.
   *
   * @param html null where it had none
   * @param inReplyTo null where it named none
   */
  record Received(
      long id,
      long inbound,
      Instant at,
      Subject about,
      long customer,
      String address,
      String name,
      Words words,
      String rfcId,
      @Nullable String inReplyTo) {}

  /** What a mail says. */
  record Words(String subject, String body, @Nullable String html, String reply) {
    static final Words UNREAD = new Words("", "", null, "");
  }

  void add(Received received) {
    Unwritten.add(this, List.of(received), this::write);
  }

  void flush() {
    Unwritten.flush(this, this::write);
  }

  /** The matter of the sender's own earlier mail that one of these identifiers names. */
  Optional<Subject> thread(List<String> ids, String sender) {
    if (ids.isEmpty()) {
      return Optional.empty();
    }
    flush();
    return sql.sql(
            """
            select about_kind, about_id from message
            where direction = 'in' and channel = 'email' and rfc_id = any(:ids)
              and lower(address) = lower(:sender)
            order by id desc limit 1
            """)
        .param("ids", ids.toArray(String[]::new))
        .param("sender", sender)
        .query((rs, n) -> Subject.of(rs.getString(1), rs.getLong(2)))
        .optional();
  }

  private void write(List<Received> all) {
    sql.sql(
            """
            insert into message (id, direction, channel, about_kind, about_id, customer_id,
              author_kind, author_id, address, name, subject, body, html, reply_text, rfc_id,
              in_reply_to, inbound_id, occurred_at)
            select id, 'in', 'email', about_kind, about_id, customer, 'customer', customer,
              address, name, subject, body, html, reply, rfc_id, in_reply_to, inbound, received_at
            from unnest(cast(:ids as bigint[]), cast(:kinds as text[]), cast(:abouts as bigint[]),
              cast(:customers as bigint[]), cast(:addresses as text[]), cast(:names as text[]),
              cast(:subjects as text[]), cast(:bodies as text[]), cast(:htmls as text[]),
              cast(:replies as text[]), cast(:rfcIds as text[]), cast(:inReplyTos as text[]),
              cast(:inbounds as bigint[]), cast(:received as timestamptz[]))
              as r(id, about_kind, about_id, customer, address, name, subject, body, html, reply,
                rfc_id, in_reply_to, inbound, received_at)
            """)
        .param("ids", numbers(all, Received::id))
        .param("kinds", texts(all, r -> r.about().kind()))
        .param("abouts", numbers(all, r -> r.about().id()))
        .param("customers", numbers(all, Received::customer))
        .param("addresses", texts(all, Received::address))
        .param("names", texts(all, Received::name))
        .param("subjects", texts(all, r -> r.words().subject()))
        .param("bodies", texts(all, r -> r.words().body()))
        .param("htmls", texts(all, r -> r.words().html()))
        .param("replies", texts(all, r -> r.words().reply()))
        .param("rfcIds", texts(all, Received::rfcId))
        .param("inReplyTos", texts(all, Received::inReplyTo))
        .param("inbounds", numbers(all, Received::inbound))
        .param("received", texts(all, r -> Sql.at(r.at()).toString()))
        .update();
  }

  private static Long[] numbers(List<Received> all, Function<Received, Long> column) {
    return all.stream().map(column).toArray(Long[]::new);
  }

  private static @Nullable String[] texts(
      List<Received> all, Function<Received, @Nullable String> column) {
    return all.stream().map(column).toArray(String[]::new);
  }
}
