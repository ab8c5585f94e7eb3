package amends.messages;

import amends.journal.Journal;
import amends.messages.Deliveries.Task;
import amends.messages.MassRows.Taken;
import amends.shared.Actor;
import amends.shared.Acts;
import amends.shared.Subject;
import amends.shared.Tokens;
import amends.shared.WorkRows.Done;
import amends.shared.WorkRows.Lease;
import amends.shared.WorkRows.LeaseLost;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.locks.LockSupport;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.dao.DataAccessException;
import org.springframework.transaction.TransactionException;

/**
 * Records what came of deliveries to many: whatever has come in while the last act was under way,
 * in one act, so that slow traffic is recorded one by one and fast traffic together.
 */
final class MassRecord implements AutoCloseable {
  private static final Logger log = LoggerFactory.getLogger(MassRecord.class);
  private static final int MOST = 2_000;
  private static final Duration RECORDED_WITHIN = Duration.ofSeconds(80);
  private static final Duration BETWEEN_TRIES = Duration.ofMillis(500);
  private static final Duration GRACE = Duration.ofSeconds(2);

  /** What it works with. */
  record Tools(Acts acts, MassRows rows, Mailings mailings, Outcomes outcomes, Journal journal) {}

  private sealed interface Result {
    record Said(Answer answer) implements Result {}

    record Decided(Verdict verdict) implements Result {}
  }

  private record Come(Mailing mailing, Medium medium, Taken taken, Result result, long at) {}

  private final Tools tools;
  private final Medium medium;
  private final ConcurrentLinkedQueue<Come> come = new ConcurrentLinkedQueue<>();
  private final AtomicInteger open = new AtomicInteger();
  private final AtomicBoolean recording = new AtomicBoolean();
  private volatile boolean closed;

  MassRecord(Tools tools, Medium medium) {
    this.tools = tools;
    this.medium = medium;
  }

  void add(Mailing mailing, Taken taken, Answer answer) {
    add(new Come(mailing, medium, taken, new Result.Said(answer), System.nanoTime()));
  }

  void add(Mailing mailing, Taken taken, Verdict verdict) {
    add(new Come(mailing, medium, taken, new Result.Decided(verdict), System.nanoTime()));
  }

  private void add(Come one) {
    open.incrementAndGet();
    come.add(one);
    if (recording.compareAndSet(false, true)) {
      Thread.ofVirtual().name("many recorded").start(this::recordAll);
    }
  }

  private void recordAll() {
    do {
      try {
        List<Come> batch = next();
        while (!batch.isEmpty()) {
          record(batch);
          batch = next();
        }
      } finally {
        recording.set(false);
      }
    } while (!come.isEmpty() && recording.compareAndSet(false, true));
  }

  private List<Come> next() {
    List<Come> batch = new ArrayList<>();
    Come one = come.poll();
    while (one != null) {
      batch.add(one);
      one = batch.size() < MOST ? come.poll() : null;
    }
    return batch;
  }

  private void record(List<Come> batch) {
    try {
      Map<Mailing, List<Come>> together = new HashMap<>();
      for (Come one : batch) {
        if (!alone(one)) {
          together.computeIfAbsent(one.mailing(), m -> new ArrayList<>()).add(one);
        }
      }
      together.forEach((mailing, these) -> inTime(these, () -> settle(mailing, these)));
      batch.stream()
          .filter(MassRecord::alone)
          .forEach(one -> inTime(List.of(one), () -> tell(one)));
    } finally {
      open.addAndGet(-batch.size());
    }
  }

  /** What others hear of is an act of its own. */
  private static boolean alone(Come one) {
    return switch (one.result()) {
      case Result.Said(Answer.Accepted ok) -> false;
      case Result.Said other -> true;
      case Result.Decided(Verdict.Gone gone) -> true;
      case Result.Decided other -> false;
    };
  }

  private void tell(Come one) {
    Taken taken = one.taken();
    Task task =
        new Task(
            taken.lease(),
            one.mailing().messageId(),
            Subject.of("broadcast", one.mailing().id()),
            one.medium(),
            one.mailing().purpose(),
            taken.ambiguousTries(),
            taken.giveUpAt());
    Answer answer =
        switch (one.result()) {
          case Result.Said(Answer said) -> said;
          case Result.Decided(Verdict.Gone(String reason)) -> new Answer.Refused(reason);
          case Result.Decided other -> throw new IllegalStateException("told alone: " + other);
        };
    tools.outcomes().record(task, answer);
  }

  /** One act for all of a mailing; what somebody else took up since is theirs. */
  private void settle(Mailing mailing, List<Come> these) {
    List<Done> accepted = new ArrayList<>();
    List<Done> suppressed = new ArrayList<>();
    Map<Lease, Instant> back = new HashMap<>();
    for (Come one : these) {
      Lease lease = one.taken().lease();
      switch (one.result()) {
        case Result.Said(Answer.Accepted(String reply, String reference)) ->
            accepted.add(new Done(lease, result(reply, reference)));
        case Result.Decided(Verdict.Suppress(String why)) ->
            suppressed.add(new Done(lease, Map.of("suppressed_why", why)));
        case Result.Decided(Verdict.Back(Instant until)) -> back.put(lease, until);
        case Result other -> throw new IllegalStateException("told together: " + other);
      }
    }
    Set<Long> taken = accepted.isEmpty() ? Set.of() : tools.rows().accepted(accepted);
    Set<Long> stayed = suppressed.isEmpty() ? Set.of() : tools.rows().suppressed(suppressed);
    if (!back.isEmpty()) {
      tools.rows().wait(back);
    }
    if (!taken.isEmpty() || !stayed.isEmpty()) {
      tools.mailings().carried(mailing.id(), taken, stayed.size());
      tools
          .journal()
          .record(
              "broadcast.carried",
              Subject.of("broadcast", mailing.id()),
              Actor.SYSTEM,
              Map.of(
                  "accepted", taken.size(),
                  "suppressed", stayed.size(),
                  "proof", proof(taken, stayed)));
    }
  }

  private static Map<String, String> result(String reply, String reference) {
    return reference.isEmpty()
        ? Map.of("last_reply", reply)
        : Map.of("last_reply", reply, "provider_ref", reference);
  }

  /** Which deliveries they were, so that none can be slipped in or taken away later. */
  static String proof(Set<Long> accepted, Set<Long> suppressed) {
    String words = new TreeSet<>(accepted) + "/" + new TreeSet<>(suppressed);
    return HexFormat.of()
        .formatHex(Tokens.sha256(words.getBytes(StandardCharsets.US_ASCII)), 0, 16);
  }

  /** A database that is away for a moment must not make a mail go out twice. */
  private void inTime(List<Come> these, Runnable act) {
    while (true) {
      try {
        tools.acts().run(act);
        return;
      } catch (LeaseLost lost) {
        log.info("{}", lost.getMessage());
        return;
      } catch (DataAccessException | TransactionException e) {
        if (closed || System.nanoTime() - these.getFirst().at() > RECORDED_WITHIN.toNanos()) {
          log.warn("what came of {} deliveries to many could not be recorded", these.size(), e);
          return;
        }
      } catch (RuntimeException e) {
        log.warn("what came of {} deliveries to many could not be recorded", these.size(), e);
        return;
      }
      LockSupport.parkNanos(BETWEEN_TRIES.toNanos());
    }
  }

  boolean busy() {
    return open.get() > 0;
  }

  /** Lets it write down what has come. */
  @Override
  public void close() {
    long until = System.nanoTime() + GRACE.toNanos();
    while (busy() && System.nanoTime() < until) {
      LockSupport.parkNanos(Duration.ofMillis(5).toNanos());
    }
    closed = true;
  }
}
