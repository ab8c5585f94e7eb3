package amends.customers;

import amends.journal.Journal;
import amends.shared.Actor;
import amends.shared.Acts;
import amends.shared.Sql;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * What somebody wants to hear from us and over which channel. A yes or no is kept as it was said
 * and never changed; the newest counts. A word about one channel is about that one, a word about
 * none is about all, and the later of the two wins.
 */
@Component
public final class Choices {
  private final JdbcClient sql;
  private final InstantSource clock;
  private final Acts acts;
  private final Journal journal;
  private final Customers customers;

  Choices(JdbcClient sql, InstantSource clock, Acts acts, Journal journal, Customers customers) {
    this.sql = sql;
    this.clock = clock;
    this.acts = acts;
    this.journal = journal;
    this.customers = customers;
  }

  /**
   * One word of theirs.
   *
   * @param channel null when it is about every channel
   * @param how a code: {@code stop}, {@code page}, {@code told}
   */
  public record Choice(
      Purpose purpose, @Nullable Channel channel, boolean allowed, String how, Instant at) {}

  /** They said yes or no; what is said of safety is not asked. */
  public void say(
      long customer,
      Purpose purpose,
      @Nullable Channel channel,
      boolean allowed,
      String how,
      Actor by) {
    acts.run(() -> {
      sql.sql(
              """
              insert into contact_choice (customer_id, purpose, channel, allowed, how, made_at)
              values (:customer, :purpose, :channel, :allowed, :how, :now)
              """)
          .param("customer", customer)
          .param("purpose", purpose.code())
          .param("channel", channel == null ? null : channel.code())
          .param("allowed", allowed)
          .param("how", how)
          .param("now", Sql.at(clock.instant()))
          .update();
      journal.record(
          allowed ? "customer.agreed" : "customer.opted_out",
          Customers.subject(customer),
          by,
          Map.of(
              "purpose",
              purpose.code(),
              "channel",
              channel == null ? "" : channel.code(),
              "how",
              how));
    });
  }

  /** All that they, and whoever was merged with them, have said, the newest first. */
  public List<Choice> of(long customer) {
    return sql.sql(
            """
            select purpose, channel, allowed, how, made_at from contact_choice
            where customer_id = any(:selves) order by id desc
            """)
        .param("selves", customers.selves(customer).toArray(Long[]::new))
        .query((rs, n) -> {
          String channel = rs.getString("channel");
          return new Choice(
              Purpose.of(rs.getString("purpose")),
              channel == null ? null : Channel.of(channel),
              rs.getBoolean("allowed"),
              rs.getString("how"),
              Sql.instant(rs, "made_at"));
        })
        .list();
  }

  /**
   * Their word on it; empty when they have said nothing. Safety is never asked.
   *
   * @param channel over which it would be sent
   */
  public Optional<Boolean> word(long customer, Purpose purpose, Channel channel) {
    return word(of(customer), purpose, channel);
  }

  /** The same of what they have said, the newest first. */
  public static Optional<Boolean> word(List<Choice> said, Purpose purpose, Channel channel) {
    return said.stream()
        .filter(c -> c.purpose() == purpose && (c.channel() == null || c.channel() == channel))
        .findFirst()
        .map(Choice::allowed);
  }

  /** Whether their letters are printed large. */
  public boolean largePrint(long customer) {
    return sql.sql(
            """
            select coalesce(bool_or(large_print), false) from format_wish
            where customer_id = any(:selves)
            """)
        .param("selves", customers.selves(customer).toArray(Long[]::new))
        .query(Boolean.class)
        .single();
  }

  public void largePrint(long customer, boolean wished, Actor by) {
    acts.run(() -> {
      sql.sql(
              """
              insert into format_wish (customer_id, large_print) values (:customer, :wished)
              on conflict (customer_id) do update set large_print = excluded.large_print
              """)
          .param("customer", customer)
          .param("wished", wished)
          .update();
      journal.record(
          "customer.wished_print", Customers.subject(customer), by, Map.of("large", wished));
    });
  }
}
