package amends.messages.broadcast;

import amends.journal.Journal;
import amends.shared.Actor;
import amends.shared.Acts;
import amends.shared.Duty;
import amends.shared.Sql;
import amends.shared.Subject;
import amends.shared.WorkLine;
import amends.shared.WorkRows;
import amends.shared.WorkRows.Lease;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * Makes lists, expands them and ends what was stopped, a range in an act: whenever a node dies,
 * another goes on from the range that was last committed.
 */
@Component
final class BroadcastJobs implements Duty {
  private static final Logger log = LoggerFactory.getLogger(BroadcastJobs.class);
  private static final Duration LEASE = Duration.ofMinutes(5);
  private static final Duration LOOK_AGAIN = Duration.ofSeconds(5);

  /** Where only colleagues have something to do still. */
  private static final Duration LOOK_AT_TASKS = Duration.ofMinutes(1);

  private static final Duration AFTER_TROUBLE = Duration.ofSeconds(30);

  private final Acts acts;
  private final BroadcastRows rows;
  private final Listing listing;
  private final Expanding expanding;
  private final Line line;

  BroadcastJobs(Acts acts, BroadcastRows rows, Listing listing, Expanding expanding, Line line) {
    this.acts = acts;
    this.rows = rows;
    this.listing = listing;
    this.expanding = expanding;
    this.line = line;
  }

  /** The rows of the work, by which the health page sees how much waits. */
  record Line(JdbcClient sql, InstantSource clock, WorkRows jobs, Journal journal) {
    private void tell(String kind, long broadcast, Map<String, ?> payload) {
      journal.record(kind, Subject.of("broadcast", broadcast), Actor.SYSTEM, payload);
    }

    void lay(long broadcast, String kind, Instant from) {
      sql.sql(
              """
              insert into broadcast_job (broadcast_id, kind, ready_at) values (:id, :kind, :from)
              on conflict (broadcast_id, kind) do update
                set ready_at = least(broadcast_job.ready_at, excluded.ready_at), done_at = null
              """)
          .param("id", broadcast)
          .param("kind", kind)
          .param("from", Sql.at(from))
          .update();
    }

    /** A range takes as long as it takes; nobody waits for its answer. */
    private void takeTime() {
      sql.sql("set local statement_timeout = 0").update();
    }

    private Job job(Lease lease) {
      return sql.sql("select broadcast_id, kind, upto from broadcast_job where id = :id")
          .param("id", lease.id())
          .query((rs, n) ->
              new Job(lease, rs.getLong("broadcast_id"), rs.getString("kind"), rs.getInt("upto")))
          .single();
    }
  }

  private record Job(Lease lease, long broadcast, String kind, int upto) {}

  @Override
  public String name() {
    return "broadcasts";
  }

  @Override
  public Duration pause() {
    return Duration.ofMillis(500);
  }

  @Override
  public boolean perform() {
    List<Lease> leases = acts.call(() -> line.jobs().claim(1, LEASE));
    leases.forEach(this::take);
    return !leases.isEmpty();
  }

  private void take(Lease lease) {
    Job job = line.job(lease);
    try {
      switch (job.kind()) {
        case "list" ->
            acts.run(() -> {
              listing.make(job.broadcast());
              line.jobs().finish(lease);
              line.tell("broadcast.listed", job.broadcast(), Map.of());
            });
        case "expand" -> expand(job);
        default -> sweep(job);
      }
    } catch (WorkRows.LeaseLost lost) {
      log.info("{}", lost.getMessage());
    } catch (RuntimeException e) {
      log.warn("work on broadcast {} is put off", job.broadcast(), e);
      String trouble = String.valueOf(e.getMessage());
      acts.run(() -> line.jobs().putBack(lease, now().plus(AFTER_TROUBLE), trouble));
    }
  }

  private void expand(Job job) {
    int upto = job.upto();
    while (upto >= 0) {
      int from = upto;
      upto = acts.call(() -> expand(job, from));
    }
  }

  /** One range, in one act with the note of how far it is; -1 at the end. */
  private int expand(Job job, int from) {
    line.takeTime();
    Broadcast broadcast = rows.get(job.broadcast());
    int last = expanding.last(broadcast.id());
    boolean stopped = Objects.requireNonNull(broadcast.going()).stopped();
    if (from >= last || stopped) {
      rows.expanded(broadcast.id(), now());
      expanding.forgetNames(broadcast.id());
      line.tell("broadcast.expanded", broadcast.id(), Map.of("upto", from));
      line.jobs().finish(job.lease());
      return -1;
    }
    int to = Math.min(last, from + Expanding.RANGE);
    expanding.expand(broadcast, from, to);
    line.jobs().keep(job.lease(), LEASE, Map.of("upto", to));
    return to;
  }

  /** Ends what was stopped; notices when nothing is owed any more. */
  private void sweep(Job job) {
    boolean more = true;
    while (more) {
      more = acts.call(() -> swept(job));
    }
  }

  private boolean swept(Job job) {
    line.takeTime();
    Broadcast broadcast = rows.get(job.broadcast());
    Broadcast.Going going = Objects.requireNonNull(broadcast.going());
    String why = going.supersededAt() != null ? "superseded" : "cancelled";
    if (going.stopped() && expanding.sweep(broadcast, "messages.not-sent." + why) > 0) {
      line.jobs().keep(job.lease(), LEASE, Map.of());
      return true;
    }
    if (going.expandedAt() != null && !expanding.owes(broadcast)) {
      rows.ended(broadcast.id(), now());
      line.tell("broadcast.ended", broadcast.id(), Map.of());
      line.jobs().finish(job.lease());
    } else {
      line.jobs().putBack(job.lease(), now().plus(goneOn(broadcast)), null);
    }
    return false;
  }

  /** Calls that nobody has made yet are looked at again once machines have nothing more to do. */
  private Duration goneOn(Broadcast broadcast) {
    if (broadcast.state(now()) != Broadcast.State.GOING || expanding.owesByMachine(broadcast)) {
      return LOOK_AGAIN;
    }
    expanding.lookAtCalls(broadcast);
    return LOOK_AT_TASKS;
  }

  private Instant now() {
    return line.clock().instant();
  }

  @Configuration(proxyBeanMethods = false)
  static class Lines {
    @Bean
    Line broadcastLine(JdbcClient sql, InstantSource clock, Journal journal) {
      return new Line(sql, clock, new WorkRows(sql, clock, "broadcast_job"), journal);
    }

    @Bean
    WorkLine broadcastWork(Line broadcastLine) {
      return new WorkLine("broadcast", broadcastLine.jobs());
    }
  }
}
