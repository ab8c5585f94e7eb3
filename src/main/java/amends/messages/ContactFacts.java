package amends.messages;

import amends.customers.Customers;
import amends.customers.QuietHours;
import amends.shared.Sql;
import amends.shared.Tokens;
import java.nio.charset.StandardCharsets;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalTime;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.Optional;
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

  Facts of(Outgoing draft) {
    String channel = draft.medium().channel().code();
    return sql.sql(
            """
            with self as (
              select id from customers_v_customer where id = :customer or merged_into = :customer
                or id = (select merged_into from customers_v_customer where id = :customer))
            select c.zone, c.quiet_from, c.quiet_to,
              (select allowed from customers_v_choice where customer_id in (select id from self)
                and purpose = :purpose and (channel is null or channel = :channel)
                order by id desc limit 1) as word,
              exists (select from suppression
                where channel = :channel and address_hash = :hash and lifted_at is null) as suppressed,
              exists (select from customers_v_need where customer_id in (select id from self)
                and ended_at is null) as needs
            from (select 1) as one left join customers_v_customer c on c.id = :customer
            """)
        .param("customer", draft.customerId())
        .param("purpose", draft.purpose().code())
        .param("channel", channel)
        .param("hash", hash(draft.medium(), draft.toAddress()))
        .query((rs, n) -> facts(rs))
        .single();
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

  /** The hours in which such messages are not sent over such a channel, where they are that day. */
  Optional<QuietHours> quiet(Outgoing draft, ZoneId zone, Instant now) {
    return sql.sql(
            """
            select quiet_from, quiet_to from contact_limit
            where rule = 'quiet' and purpose = :purpose and channel = :channel
              and starts_on <= :day and (ends_on is null or ends_on >= :day)
            order by starts_on desc, id desc limit 1
            """)
        .param("purpose", draft.purpose().code())
        .param("channel", draft.medium().channel().code())
        .param("day", now.atZone(zone).toLocalDate())
        .query((rs, n) ->
            new QuietHours(
                rs.getObject("quiet_from", LocalTime.class),
                rs.getObject("quiet_to", LocalTime.class)))
        .optional();
  }

  /** Whether one more would be one too many, of those that count at all. */
  boolean oneTooMany(Outgoing draft, Instant now) {
    return sql.sql(
            """
            select coalesce(bool_or(l.most <= (
              select count(*) from message m
              where m.customer_id = :customer and m.direction = 'out' and m.not_sent is null
                and m.purpose = l.purpose and (l.channel is null or m.channel = l.channel)
                and m.occurred_at > cast(:now as timestamptz) - l.hours * interval '1 hour')), false)
            from contact_limit l
            where l.rule = 'most' and l.purpose = :purpose
              and (l.channel is null or l.channel = :channel)
              and l.starts_on <= :day and (l.ends_on is null or l.ends_on >= :day)
            """)
        .param("customer", draft.customerId())
        .param("purpose", draft.purpose().code())
        .param("channel", draft.medium().channel().code())
        .param("now", Sql.at(now))
        .param("day", now.atZone(ZoneOffset.UTC).toLocalDate())
        .query(Boolean.class)
        .single();
  }

  /** Of the address as it is compared, so that it stays known when the address itself is erased. */
  static byte[] hash(Medium medium, String address) {
    String norm = Customers.normalised(medium.channel(), address).orElse(address);
    return Tokens.sha256((medium.channel().code() + " " + norm).getBytes(StandardCharsets.UTF_8));
  }
}
