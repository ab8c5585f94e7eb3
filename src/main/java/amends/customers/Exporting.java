package amends.customers;

import amends.journal.Journal;
import amends.shared.Actor;
import amends.shared.Acts;
import amends.shared.Duty;
import amends.shared.Sql;
import amends.shared.WorkRows;
import amends.shared.WorkRows.Lease;
import java.time.Duration;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Makes the files that were asked for, and forgets them when their time has come. */
@Component
final class Exporting implements Duty {
  private static final Logger log = LoggerFactory.getLogger(Exporting.class);
  private static final Duration LEASE = Duration.ofMinutes(10);
  private static final Duration AGAIN = Duration.ofMinutes(5);

  private final JdbcClient sql;
  private final InstantSource clock;
  private final Acts acts;
  private final ExportFiles files;
  private final Journal journal;

  Exporting(JdbcClient sql, InstantSource clock, Acts acts, ExportFiles files, Journal journal) {
    this.sql = sql;
    this.clock = clock;
    this.acts = acts;
    this.files = files;
    this.journal = journal;
  }

  @Override
  public String name() {
    return "customer exports";
  }

  @Override
  public Duration pause() {
    return Duration.ofSeconds(10);
  }

  @Override
  public boolean perform() {
    sql.sql("delete from customer_export where expires_at <= :now")
        .param("now", Sql.at(clock.instant()))
        .update();
    List<Lease> leases = acts.call(() -> rows().claim(1, LEASE));
    leases.forEach(this::make);
    return !leases.isEmpty();
  }

  private WorkRows rows() {
    return new WorkRows(sql, clock, "customer_export");
  }

  private void make(Lease lease) {
    try {
      acts.run(() -> {
        long customer =
            sql.sql("select customer_id from customer_export where id = :id")
                .param("id", lease.id())
                .query(Long.class)
                .single();
        byte[] file = files.make(customer);
        rows()
            .finish(
                lease,
                Map.of("file", file, "expires_at", Sql.at(clock.instant().plus(Exports.KEPT))));
        journal.record(
            "customer.exported",
            Customers.subject(customer),
            Actor.SYSTEM,
            Map.of("export", lease.id(), "bytes", file.length));
      });
    } catch (WorkRows.LeaseLost e) {
      log.info("another node makes export {}", lease.id());
    } catch (RuntimeException e) {
      log.warn("export {} failed and is tried again", lease.id(), e);
      String trouble = e.getClass().getSimpleName();
      acts.run(() -> rows().putBack(lease, clock.instant().plus(AGAIN), trouble));
    }
  }
}
