package amends.messages;

import amends.customers.Customers;
import amends.customers.Purpose;
import amends.customers.QuietHours;
import amends.shared.Sql;
import amends.shared.Tokens;
import java.nio.charset.StandardCharsets;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.Collection;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** What is known of a person that decides whether something may be sent to them, read at once. */
@Component
final class ContactFacts {
  private final JdbcClient sql;

  ContactFacts(JdbcClient sql) {
    this.sql = sql;
  }

  /**
   * @param word what they said about such messages; null when nothing
   * @param suppressed nothing but safety may be sent to the address
   * @param needs something has to be done differently for them
   */
  record Facts(
      ZoneId zone,
      @Nullable QuietHours own,
      @Nullable Boolean word,
      boolean suppressed,
      boolean needs) {}

  /** Somebody who is written to, and where. */
  record To(long customerId, String address) {}

  Facts of(Outgoing draft) {
    return of(
            draft.medium(), draft.purpose(), List.of(new To(draft.customerId(), draft.toAddress())))
        .getFirst();
  }

  /**
   * Of several at once, in their order. What one card of a person says counts for all of theirs.
   */
  List<Facts> of(Medium medium, Purpose purpose, List<To> all) {
    return sql.sql(
            """
            select c.zone, c.quiet_from, c.quiet_to,
              (select w.allowed from customers_v_choice w where w.customer_id = any(self.ids)
                and w.purpose = :purpose and (w.channel is null or w.channel = :channel)
                order by w.id desc limit 1) as word,
              exists (select from suppression s where s.channel = :channel
                and s.address_hash = a.hash and s.lifted_at is null) as suppressed,
              exists (select from customers_v_need n where n.customer_id = any(self.ids)
                and n.ended_at is null) as needs
            from unnest(cast(:customers as bigint[]), cast(:hashes as bytea[]))
              with ordinality as a(customer, hash, n)
            left join customers_v_customer c on c.id = a.customer
            cross join lateral (select array[a.customer, coalesce(c.merged_into, a.customer)]
              || array(select o.id from customers_v_customer o
                where o.merged_into = coalesce(c.merged_into, a.customer)) as ids) self
            order by a.n
            """)
        .param("purpose", purpose.code())
        .param("channel", medium.channel().code())
        .param("customers", all.stream().map(To::customerId).toArray(Long[]::new))
        .param("hashes", all.stream().map(to -> hash(medium, to.address())).toArray(byte[][]::new))
        .query((rs, n) -> facts(rs))
        .list();
  }

  private static Facts facts(ResultSet rs) throws SQLException {
    String zone = rs.getString("zone");
    LocalTime from = rs.getObject("quiet_from", LocalTime.class);
    LocalTime to = rs.getObject("quiet_to", LocalTime.class);
    return new Facts(
        zone == null ? ZoneOffset.UTC : ZoneId.of(zone),
        from == null || to == null ? null : new QuietHours(from, to),
        rs.getObject("word", Boolean.class),
        rs.getBoolean("suppressed"),
        rs.getBoolean("needs"));
  }

  /**
   * Hours in which such messages are not sent over such a channel, as long as they are in force.
   */
  record Quiet(QuietHours hours, LocalDate startsOn, @Nullable LocalDate endsOn) {
    boolean holdsOn(LocalDate day) {
      return !startsOn.isAfter(day) && (endsOn == null || !endsOn.isBefore(day));
    }
  }

  /** The newest first. */
  List<Quiet> quiet(Medium medium, Purpose purpose) {
    return sql.sql(
            """
            select quiet_from, quiet_to, starts_on, ends_on from contact_limit
            where rule = 'quiet' and purpose = :purpose and channel = :channel
            order by starts_on desc, id desc
            """)
        .param("purpose", purpose.code())
        .param("channel", medium.channel().code())
        .query((rs, n) ->
            new Quiet(
                new QuietHours(
                    rs.getObject("quiet_from", LocalTime.class),
                    rs.getObject("quiet_to", LocalTime.class)),
                rs.getObject("starts_on", LocalDate.class),
                rs.getObject("ends_on", LocalDate.class)))
        .list();
  }

  /**
   * To whom of these one more would be one too many, of those messages that count at all: written
   * to them alone, or to them among many.
   */
  Set<Long> oneTooMany(Medium medium, Purpose purpose, Collection<Long> customers, Instant at) {
    return Set.copyOf(
        sql.sql(
                """
                select a.customer from unnest(cast(:customers as bigint[])) as a(customer)
                where exists (select from contact_limit l
                  where l.rule = 'most' and l.purpose = :purpose
                    and (l.channel is null or l.channel = :channel)
                    and l.starts_on <= :day and (l.ends_on is null or l.ends_on >= :day)
                    and l.most <= (
                      select count(*) from message m
                      where m.customer_id = a.customer and m.direction = 'out' and m.not_sent is null
                        and m.purpose = l.purpose and (l.channel is null or m.channel = l.channel)
                        and m.occurred_at > cast(:at as timestamptz) - l.hours * interval '1 hour')
                      + (select count(*) from delivery d join message b on b.id = d.message_id
                      where d.customer_id = a.customer and d.mass and d.accepted_at is not null
                        and b.purpose = l.purpose and (l.channel is null or d.channel = l.channel)
                        and d.accepted_at > cast(:at as timestamptz) - l.hours * interval '1 hour'))
                """)
            .param("customers", customers.toArray(Long[]::new))
            .param("purpose", purpose.code())
            .param("channel", medium.channel().code())
            .param("at", Sql.at(at))
            .param("day", at.atZone(ZoneOffset.UTC).toLocalDate())
            .query(Long.class)
            .list());
  }

  /** Of the address as it is compared, so that it stays known when the address itself is erased. */
  static byte[] hash(Medium medium, String address) {
    String norm = Customers.normalised(medium.channel(), address).orElse(address);
    return Tokens.sha256((medium.channel().code() + " " + norm).getBytes(StandardCharsets.UTF_8));
  }
}
