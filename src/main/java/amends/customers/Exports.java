package amends.customers;

import amends.journal.Journal;
import amends.shared.Actor;
import amends.shared.Acts;
import amends.shared.Sql;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Everything that is held about a customer, as one file for whoever answers their request. */
@Component
public final class Exports {
  /** A house rule: a file with a whole life in it does not lie about. */
  public static final Duration KEPT = Duration.ofDays(7);

  private static final int MOST = 20;

  private final JdbcClient sql;
  private final InstantSource clock;
  private final Acts acts;
  private final Card card;
  private final Journal journal;

  Exports(JdbcClient sql, InstantSource clock, Acts acts, Card card, Journal journal) {
    this.sql = sql;
    this.clock = clock;
    this.acts = acts;
    this.card = card;
    this.journal = journal;
  }

  /**
   * One export.
   *
   * @param expiresAt until when the file can be fetched; null while it is being made
   * @param troubled it failed and is tried again
   */
  public record Export(
      long id, long askedBy, Instant askedAt, @Nullable Instant expiresAt, boolean troubled) {}

  /** The newest first. */
  public List<Export> of(long customer) {
    return sql.sql(
            """
            select id, asked_by, asked_at, expires_at, trouble is not null as troubled
            from customer_export where customer_id = :customer
              and (expires_at is null or expires_at > :now)
            order by id desc limit :most
            """)
        .param("customer", customer)
        .param("now", Sql.at(clock.instant()))
        .param("most", MOST)
        .query((rs, n) ->
            new Export(
                rs.getLong("id"),
                rs.getLong("asked_by"),
                Sql.instant(rs, "asked_at"),
                Sql.instantOrNull(rs, "expires_at"),
                rs.getBoolean("troubled")))
        .list();
  }

  /** Asks for a file; it is made in the background. One that is being made is not asked twice. */
  public void ask(long customer, Actor by) {
    card.customer(customer);
    acts.run(() -> {
      int asked =
          sql.sql(
                  """
                  insert into customer_export (customer_id, asked_by, asked_at, ready_at)
                  select :customer, :by, :now, :now where not exists (
                    select from customer_export where customer_id = :customer and done_at is null)
                  """)
              .param("customer", customer)
              .param("by", by.id())
              .param("now", Sql.at(clock.instant()))
              .update();
      if (asked > 0) {
        journal.record("customer.export_asked", Customers.subject(customer), by);
      }
    });
  }

  /** The file, a ZIP; fetching it is told by the journal. Empty when there is none, or no more. */
  public Optional<byte[]> fetch(long customer, long export, Actor by) {
    return acts.call(() -> {
      Optional<byte[]> file =
          sql.sql(
                  """
                  select file from customer_export
                  where id = :id and customer_id = :customer and expires_at > :now
                  """)
              .param("id", export)
              .param("customer", customer)
              .param("now", Sql.at(clock.instant()))
              .query(byte[].class)
              .optional();
      file.ifPresent(f ->
          journal.record(
              "customer.export_fetched",
              Customers.subject(customer),
              by,
              Map.of("export", export)));
      return file;
    });
  }
}
