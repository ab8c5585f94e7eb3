package amends.messages;

import amends.messages.Deliveries.Task;
import amends.shared.Acts;
import amends.shared.Duty;
import amends.shared.WorkRows.LeaseLost;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import java.util.function.BooleanSupplier;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.dao.DataAccessException;
import org.springframework.stereotype.Component;
import org.springframework.transaction.TransactionException;

/**
 * Takes the deliveries of one medium to its carrier. What that says is recorded in an act of its
 * own, which a courier that was too slow may not finish; no network within an act.
 */
public final class Courier implements Duty, AutoCloseable {
  private static final Logger log = LoggerFactory.getLogger(Courier.class);
  // Longer than the longest try, so that a lease ends only with its courier.
  private static final Duration LEASE = Duration.ofSeconds(90);
  private static final Duration LONGEST_TRY = Duration.ofSeconds(75);
  // What is not recorded before the lease ends is sent a second time.
  private static final Duration RECORDED_WITHIN = Duration.ofSeconds(80);
  private static final Duration BETWEEN_RECORDS = Duration.ofMillis(500);
  private static final Duration PAUSE = Duration.ofMillis(100);
  private static final Duration BATCH_TIME = Duration.ofSeconds(1);
  // More than one mail server is given at once: one that hangs leaves some for the others.
  private static final int HANDS = 12;

  /** What a courier works with. */
  record Tools(
      Acts acts, Deliveries deliveries, Writing writing, Carrier carrier, Outcomes outcomes) {}

  /** Whether it still goes, and as what. */
  @Component("courierWriting")
  record Writing(LastLook look, Parcels parcels) {}

  private final Tools tools;
  private final BooleanSupplier held;
  private final Nudge nudge;
  private final Crew crew =
      new Crew(
          HANDS,
          Executors.newThreadPerTaskExecutor(Thread.ofVirtual().name("courier ", 0).factory()));
  private volatile boolean closed;

  Courier(Tools tools, BooleanSupplier held, Nudge nudge) {
    this.tools = tools;
    this.held = held;
    this.nudge = nudge;
  }

  @Override
  public String name() {
    Medium medium = tools.carrier().medium();
    return medium == Medium.EMAIL ? "courier" : "courier-" + medium.code();
  }

  /** The waiting is in {@link #perform}, where a message that was just written can end it. */
  @Override
  public Duration pause() {
    return Duration.ofMillis(1);
  }

  @Override
  public boolean perform() {
    crew.interruptAfter(LONGEST_TRY);
    Carrier.Room room = tools.carrier().room();
    if (room.most() < 1 || held.getAsBoolean() || !crew.awaitFree(PAUSE)) {
      return nudge.await();
    }
    int most = Math.min(crew.free(), room.most());
    List<Task> tasks =
        tools
            .acts()
            .call(
                () -> tools.deliveries().take(tools.carrier().medium(), room.shut(), most, LEASE));
    if (tasks.isEmpty()) {
      return nudge.await();
    }
    CountDownLatch done = new CountDownLatch(tasks.size());
    long takenAt = System.nanoTime();
    tasks.forEach(task -> crew.start(() -> carry(task, takenAt), done));
    await(done);
    return true;
  }

  private static void await(CountDownLatch done) {
    try {
      boolean all = done.await(BATCH_TIME.toMillis(), TimeUnit.MILLISECONDS);
      if (!all) {
        log.debug("{} deliveries are slow", done.getCount());
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  private void carry(Task task, long takenAt) {
    try {
      Verdict verdict = look(task);
      if (!(verdict instanceof Verdict.Go)) {
        crew.finish();
        recordInTime(task, () -> tools.outcomes().record(task, verdict), takenAt);
        return;
      }
      Answer answer = answer(task);
      // A courier that was interrupted must not carry the interrupt into the database.
      crew.finish();
      boolean stopped = Thread.interrupted();
      recordInTime(task, () -> tools.outcomes().record(task, answer), takenAt);
      log.debug("delivery {}: {}{}", task.lease().id(), answer, stopped ? " (interrupted)" : "");
    } catch (LeaseLost e) {
      log.info("delivery {} was taken up by somebody else", task.lease().id());
    } catch (RuntimeException e) {
      // Its lease runs out, and then the next courier counts this try as one of unknown end.
      log.warn("delivery {}: what came of it could not be recorded", task.lease().id(), e);
    }
  }

  /** What cannot be looked at now is looked at again soon. */
  private Verdict look(Task task) {
    try {
      return tools.writing().look().at(task.lease().id());
    } catch (DataAccessException | TransactionException e) {
      log.debug("delivery {} goes back", task.lease().id(), e);
      return new Verdict.Back(tools.outcomes().soon());
    }
  }

  private Answer answer(Task task) {
    if (task.isOverspent()) {
      return new Answer.Unknown("nobody knows whether it arrived");
    }
    Parcel parcel;
    try {
      parcel = tools.writing().parcels().read(task.lease().id(), tools.carrier().medium());
    } catch (RuntimeException e) {
      log.warn("delivery {} could not be written", task.lease().id(), e);
      return new Answer.Later("it could not be written");
    }
    try {
      return tools.carrier().carry(parcel);
    } catch (RuntimeException e) {
      log.warn("delivery {}: its carrier broke down", task.lease().id(), e);
      return new Answer.Unknown("nobody knows whether it arrived");
    }
  }

  /** A database that is away for a moment must not make a mail go out twice. */
  private void recordInTime(Task task, Runnable record, long takenAt) {
    while (true) {
      try {
        tools.acts().run(record);
        return;
      } catch (DataAccessException | TransactionException e) {
        if (closed || System.nanoTime() - takenAt > RECORDED_WITHIN.toNanos()) {
          throw e;
        }
        log.debug("delivery {}: what came of it is recorded later", task.lease().id(), e);
      }
      LockSupport.parkNanos(BETWEEN_RECORDS.toNanos());
    }
  }

  /** Whether a hand is at work; a batch that takes long is not waited for. */
  public boolean busy() {
    return crew.busy();
  }

  @Override
  public void close() {
    closed = true;
    crew.close();
    tools.carrier().close();
  }
}
