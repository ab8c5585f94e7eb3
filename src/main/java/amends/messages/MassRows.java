package amends.messages;

import amends.shared.Sql;
import amends.shared.WorkRows;
import amends.shared.WorkRows.Done;
import amends.shared.WorkRows.Lease;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Deliveries of broadcasts as work, taken and recorded many at a time. */
@Component
final class MassRows {
  private final JdbcClient sql;
  private final WorkRows rows;

  MassRows(JdbcClient sql, InstantSource clock) {
    this.sql = sql;
    this.rows = new WorkRows(sql, clock, "delivery").among("mass", "true");
  }

  /** One delivery, taken; marked as being sent before a byte leaves. */
  record Taken(
      Lease lease,
      long customerId,
      String address,
      @Nullable Long connectionId,
      int ambiguousTries,
      Instant giveUpAt,
      Instant sendingAt) {}

  List<Taken> take(long messageId, Medium medium, Set<Long> shut, int most, Duration lease) {
    return rows.among("message_id", messageId)
        .among("channel", medium.code())
        .without("connection_id", shut)
        .claim(
            most,
            lease,
            """
            , sending_at = :now,
              ambiguous_tries = ambiguous_tries + case when sending_at is null then 0 else 1 end,
              give_up_at = case when attempts = 0
                then cast(:now as timestamptz) + interval '%d hours' else give_up_at end\
            """
                .formatted(Sending.TRIED_FOR.toHours()),
            ", customer_id, address, connection_id, ambiguous_tries, give_up_at, sending_at",
            MassRows::taken);
  }

  private static Taken taken(ResultSet rs, int n) throws SQLException {
    return new Taken(
        WorkRows.lease(rs, n),
        rs.getLong("customer_id"),
        rs.getString("address"),
        Sql.longOrNull(rs, "connection_id"),
        rs.getInt("ambiguous_tries"),
        Sql.instant(rs, "give_up_at"),
        Sql.instant(rs, "sending_at"));
  }

  /**
   * The person behind a delivery, as of now.
   *
   * @param caseId the case that an answer belongs to; null for none
   * @param own what the words name of them only, as JSON; null for nothing
   * @param living whether the address is still theirs
   * @param got whether they got it already, on another card of theirs
   * @param getting whether another delivery to them goes first
   */
  record Person(
      String name,
      boolean company,
      @Nullable Long caseId,
      @Nullable String own,
      boolean erased,
      boolean living,
      boolean got,
      boolean getting) {}

  /**
   * In the order of the deliveries. Of two cards that turned out to be one person the delivery with
   * the lower number goes first, unless the other one is in somebody's hand already.
   *
   * <p>The {@code offset 0} keeps each person a probe of an index by their number: of what was
   * written a moment ago PostgreSQL has no figures yet, and has read a whole list, and all e-mail
   * addresses there are, for each batch and each person.
   */
  List<Person> people(long mailing, long messageId, Medium medium, List<Taken> taken) {
    return sql.sql(
            """
            select c.name, c.kind = 'company' as company, c.erased_at is not null as erased,
              p.case_id, p.own,
              exists (select from (select k.channel, k.address, k.dead_at from customers_v_contact k
                  where k.customer_id = any(o.others || c.id) offset 0) k
                where k.channel = any(:channels) and k.address = a.address and k.dead_at is null) as living,
              exists (select from delivery d where d.message_id = :message
                and d.customer_id = any(o.others) and d.accepted_at is not null
                and d.failed_at is null) as got,
              exists (select from delivery d where d.message_id = :message
                and d.customer_id = any(o.others) and d.done_at is null
                and (d.id < a.id or d.sending_at < a.sending)) as getting
            from unnest(cast(:ids as bigint[]), cast(:customers as bigint[]), cast(:addresses as text[]),
                cast(cast(:sending as text[]) as timestamptz[]))
              with ordinality as a(id, customer, address, sending, n)
            join customers_v_customer c on c.id = a.customer
            cross join lateral (select p.case_id, p.own from broadcast_person p
              where p.broadcast_id = :mailing and p.customer_id = a.customer offset 0) p
            cross join lateral (select array(select o.id from customers_v_customer o
                where o.merged_into = coalesce(c.merged_into, c.id) and o.id <> c.id)
              || case when c.merged_into is not null then array[c.merged_into] else '{}' end
              as others offset 0) o
            order by a.n
            """)
        .param("mailing", mailing)
        .param("message", messageId)
        .param(
            "channels",
            // A text message goes to a telephone as well.
            medium == Medium.SMS
                ? new String[] {"sms", "phone"}
                : new String[] {medium.channel().code()})
        .param("ids", taken.stream().map(t -> t.lease().id()).toArray(Long[]::new))
        .param("customers", taken.stream().map(Taken::customerId).toArray(Long[]::new))
        .param("addresses", taken.stream().map(Taken::address).toArray(String[]::new))
        .param("sending", taken.stream().map(t -> t.sendingAt().toString()).toArray(String[]::new))
        .query((rs, n) ->
            new Person(
                rs.getString("name"),
                rs.getBoolean("company"),
                Sql.longOrNull(rs, "case_id"),
                rs.getString("own"),
                rs.getBoolean("erased"),
                rs.getBoolean("living"),
                rs.getBoolean("got"),
                rs.getBoolean("getting")))
        .list();
  }

  Set<Long> accepted(List<Done> done) {
    return rows.finishOwn(
        done,
        Map.of("last_reply", "text", "provider_ref", "text"),
        ", accepted_at = coalesce(t.accepted_at, :now), sending_at = null");
  }

  Set<Long> suppressed(List<Done> done) {
    return rows.finishOwn(done, Map.of("suppressed_why", "text"), ", sending_at = null");
  }

  /** They were not tried. */
  void wait(Map<Lease, Instant> until) {
    rows.putBackAll(until, ", sending_at = null, attempts = greatest(t.attempts - 1, 0)");
  }
}
