package amends.messages;

import amends.messages.MassBatch.Part;
import amends.messages.MassRows.Taken;
import amends.shared.Acts;
import amends.shared.Duty;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.function.BooleanSupplier;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.dao.DataAccessException;
import org.springframework.transaction.TransactionException;

/**
 * Takes deliveries of broadcasts to the carrier of one medium, in batches of about a second's work.
 * They are claimed and decided upon in one act, carried by several hands, and recorded together as
 * they come in.
 */
public final class MassCourier implements Duty, AutoCloseable {
  private static final Logger log = LoggerFactory.getLogger(MassCourier.class);
  // Longer than the longest try and the wait for a free hand before it.
  private static final Duration LEASE = Duration.ofSeconds(120);
  private static final Duration LONGEST_TRY = Duration.ofSeconds(75);

  /** What could not begin by then goes back, so that its try ends within the lease. */
  private static final Duration BEGUN_WITHIN = Duration.ofSeconds(20);

  private static final Duration PAUSE = Duration.ofMillis(100);
  private static final Duration SHORT = Duration.ofMillis(400);
  private static final Duration LONG = Duration.ofMillis(1500);
  // Fewer than a mail server is given at once: a reply finds a line at any moment.
  private static final int HANDS = 6;
  private static final int LEAST = 16;
  private static final int MOST = 1_000;

  /** What it works with. */
  record Tools(
      Acts acts, MassRows rows, MassDecisions decisions, MassWriting writing, Mailings mailings) {}

  private final Tools tools;
  private final Carrier carrier;
  private final MassRecord record;
  private final BooleanSupplier held;
  private final Nudge nudge;
  private final Crew crew =
      new Crew(
          HANDS, Executors.newThreadPerTaskExecutor(Thread.ofVirtual().name("many ", 0).factory()));
  private volatile boolean closed;
  private int size = LEAST;

  MassCourier(Tools tools, Carrier carrier, MassRecord record, BooleanSupplier held, Nudge nudge) {
    this.tools = tools;
    this.carrier = carrier;
    this.record = record;
    this.held = held;
    this.nudge = nudge;
  }

  @Override
  public String name() {
    return "courier-many-" + carrier.medium().code();
  }

  /** The waiting is in {@link #perform}. */
  @Override
  public Duration pause() {
    return Duration.ofMillis(1);
  }

  @Override
  public boolean perform() {
    crew.interruptAfter(LONGEST_TRY);
    if (carrier.ahead() < 1 || held.getAsBoolean()) {
      return nudge.await();
    }
    boolean any = false;
    for (long id : tools.mailings().underWay()) {
      any |= perform(id);
    }
    return any || nudge.await();
  }

  private boolean perform(long id) {
    int most = Math.min(size, carrier.ahead());
    if (closed || most < 1) {
      return false;
    }
    long began = System.nanoTime();
    Optional<Claimed> claimed = tools.acts().call(() -> claim(id, most));
    claimed.ifPresent(these -> {
      carry(these);
      resize(System.nanoTime() - began, these.taken().size());
    });
    return claimed.isPresent();
  }

  private record Claimed(MassBatch batch, List<Taken> taken) {}

  private Optional<Claimed> claim(long id, int most) {
    return tools
        .mailings()
        .hold(id)
        .flatMap(mailing -> {
          Medium medium = carrier.medium();
          int now = Math.min(most, carrier.ahead(mailing.brandId()));
          List<Taken> taken =
              now < 1
                  ? List.of()
                  : tools
                      .rows()
                      .take(mailing.messageId(), medium, carrier.room().shut(), now, LEASE);
          List<Part> parts = tools.decisions().of(mailing, medium, taken);
          MassBatch batch = new MassBatch(mailing, medium, tools.decisions(), parts);
          return taken.isEmpty() ? Optional.empty() : Optional.of(new Claimed(batch, taken));
        });
  }

  private void carry(Claimed claimed) {
    CountDownLatch done = new CountDownLatch(claimed.taken().size());
    for (Taken taken : claimed.taken()) {
      while (!closed && !crew.awaitFree(PAUSE)) {
        crew.interruptAfter(LONGEST_TRY);
      }
      if (closed || claimed.batch().age() > BEGUN_WITHIN.toNanos()) {
        record.add(claimed.batch().mailing(), taken, tools.decisions().backNow());
        done.countDown();
      } else {
        crew.start(() -> carry(claimed.batch(), taken), done);
      }
    }
    await(done);
  }

  private static void await(CountDownLatch done) {
    try {
      boolean all = done.await(1, TimeUnit.SECONDS);
      if (!all) {
        log.debug("{} of many are slow", done.getCount());
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  private void carry(MassBatch batch, Taken taken) {
    Part part;
    try {
      part = batch.now(taken);
    } catch (DataAccessException | TransactionException e) {
      log.debug("delivery {} goes back", taken.lease().id(), e);
      record.add(batch.mailing(), taken, tools.decisions().backNow());
      return;
    }
    if (!(part.verdict() instanceof Verdict.Go)) {
      record.add(batch.mailing(), taken, part.verdict());
      return;
    }
    Answer answer = answer(batch.mailing(), part);
    // A hand that was interrupted must not carry the interrupt into the database.
    crew.finish();
    boolean stopped = Thread.interrupted();
    record.add(batch.mailing(), taken, answer);
    log.debug("delivery {}: {}{}", taken.lease().id(), answer, stopped ? " (interrupted)" : "");
  }

  private Answer answer(Mailing mailing, Part part) {
    if (part.taken().ambiguousTries() > Repeats.most(carrier.medium(), mailing.purpose())) {
      return new Answer.Unknown("nobody knows whether it arrived");
    }
    Parcel parcel;
    try {
      parcel = tools.writing().parcel(mailing, part);
    } catch (RuntimeException e) {
      log.warn("delivery {} could not be written", part.taken().lease().id(), e);
      return new Answer.Later("it could not be written");
    }
    try {
      return carrier.carry(parcel);
    } catch (RuntimeException e) {
      log.warn("delivery {}: its carrier broke down", part.taken().lease().id(), e);
      return new Answer.Unknown("nobody knows whether it arrived");
    }
  }

  /** A kill leaves no more in doubt than a second's work. */
  private void resize(long nanos, int carried) {
    if (nanos < SHORT.toNanos() && carried >= size) {
      size = Math.min(MOST, size * 2);
    } else if (nanos > LONG.toNanos()) {
      size = Math.max(LEAST, size / 2);
    }
  }

  /** Whether something is carried or not recorded yet. */
  public boolean busy() {
    return crew.busy() || record.busy();
  }

  @Override
  public void close() {
    closed = true;
    crew.close();
    record.close();
  }
}
