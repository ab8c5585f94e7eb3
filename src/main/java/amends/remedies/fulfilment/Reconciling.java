package amends.remedies.fulfilment;

import amends.remedies.pay.Ledger;
import amends.remedies.pay.Link;
import amends.remedies.pay.PayProvider;
import amends.remedies.pay.PayProvider.NotTold;
import amends.shared.Acts;
import amends.shared.Duty;
import amends.shared.Sql;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.dao.DataIntegrityViolationException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * Reads what providers say that they did, every hour, one connection at a time. It pays nothing,
 * and so it goes on in a restored house too, where it is needed most.
 */
@Component
final class Reconciling implements Duty {
  private static final Logger log = LoggerFactory.getLogger(Reconciling.class);
  static final Duration EVERY = Duration.ofHours(1);

  /** A refund can still fail weeks after it was done. */
  static final Duration BACK = Duration.ofDays(14);

  private static final int MOST_PAGES = 500;

  private final JdbcClient sql;
  private final InstantSource clock;
  private final Acts acts;
  private final PayConnections connections;
  private final Meaning meaning;

  Reconciling(
      JdbcClient sql, InstantSource clock, Acts acts, PayConnections connections, Meaning meaning) {
    this.sql = sql;
    this.clock = clock;
    this.acts = acts;
    this.connections = connections;
    this.meaning = meaning;
  }

  /** Their lines as they are kept, and what they mean for our tries. */
  @Component
  record Meaning(LedgerLines lines, AttemptRows rows, Tidings tidings) {}

  @Override
  public String name() {
    return "pay-reconciling";
  }

  @Override
  public Duration pause() {
    return Duration.ofMinutes(1);
  }

  @Override
  public boolean perform() {
    Optional<Long> due = acts.call(this::take);
    due.ifPresent(this::compare);
    return due.isPresent();
  }

  /** Whoever comes next finds that it was just looked at. */
  private Optional<Long> take() {
    return sql.sql(
            """
            update pay_connection set ledger_at = :now where id = (
              select id from pay_connection
              where off_at is null and (ledger_at is null or ledger_at <= :before)
              order by ledger_at nulls first limit 1 for update skip locked)
            returning id
            """)
        .param("now", Sql.at(clock.instant()))
        .param("before", Sql.at(clock.instant().minus(EVERY)))
        .query(Long.class)
        .optional();
  }

  void compare(long id) {
    PayConnection connection = connections.get(id);
    PayProvider provider = connections.provider(connection.kind());
    Link link = connections.link(connection);
    Instant began = clock.instant();
    Instant to = connection.ledgerTo();
    Instant since = (to == null ? began : to).minus(BACK);
    try {
      String cursor = "";
      for (int page = 0; page < MOST_PAGES; page++) {
        Ledger ledger = provider.ledger(link, since, cursor);
        acts.run(() -> write(id, ledger.lines()));
        cursor = ledger.next();
        if (cursor.isEmpty()) {
          connections.compared(id, began, null);
          return;
        }
      }
      connections.compared(id, null, "its ledger is too long to be read at once");
    } catch (NotTold e) {
      connections.compared(id, null, String.valueOf(e.getMessage()));
    } catch (DataIntegrityViolationException e) {
      log.warn("the ledger of pay connection {} cannot be kept", id, e);
      connections.compared(id, null, "something in its ledger cannot be kept");
    }
  }

  /** In the order of their numbers: two who write the same lock in the same order. */
  private void write(long connection, List<Ledger.Line> told) {
    Map<String, Ledger.Line> lines = new TreeMap<>();
    told.stream()
        .filter(line -> !line.theirId().isEmpty())
        .forEach(line -> lines.put(line.theirId(), line));
    if (lines.isEmpty()) {
      return;
    }
    meaning.lines().write(connection, List.copyOf(lines.values()), clock.instant());
    meaning
        .rows()
        .hurry(
            "connection_id = :connection and (key = any(:keys) or their_id = any(:theirs))",
            Map.of(
                "connection", connection,
                "keys", lines.values().stream().map(Reconciling::key).toArray(String[]::new),
                "theirs", lines.keySet().toArray(String[]::new)));
    lines.values().stream()
        .filter(line -> line.state().equals("failed"))
        .forEach(line -> meaning.tidings().cameBack(connection, key(line), line.theirId()));
  }

  private static String key(Ledger.Line line) {
    String key = line.key();
    return key == null ? "" : key;
  }
}
