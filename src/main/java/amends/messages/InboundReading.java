package amends.messages;

import amends.messages.InboundRows.Raw;
import amends.messages.Senders.HelpAddresses;
import amends.messages.email.Bounds;
import amends.messages.email.MailReader;
import amends.messages.trust.Scales;
import amends.shared.Acts;
import amends.shared.Duty;
import amends.shared.WorkRows;
import amends.shared.WorkRows.Lease;
import amends.shared.WorkRows.LeaseLost;
import java.time.Duration;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Executors;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.dao.DataAccessException;
import org.springframework.dao.DataAccessResourceFailureException;
import org.springframework.dao.TransientDataAccessException;
import org.springframework.transaction.TransactionException;

/**
 * Reads stored mail. The reading itself is outside of any transaction; what becomes of the mail and
 * the end of its lease are one act. Mail that fails three times becomes a case unread, and a mail
 * that stops the program each time is not touched a seventh time.
 */
final class InboundReading implements Duty, AutoCloseable {
  private static final Logger log = LoggerFactory.getLogger(InboundReading.class);
  private static final Duration LEASE = Duration.ofSeconds(30);
  private static final Duration PAUSE = Duration.ofMillis(100);
  private static final Duration BATCH_TIME = Duration.ofSeconds(2);

  /** More than a small machine has cores: while a group commits, those who wait for it gather. */
  private static final int HANDS = 32;

  /** Of large mails only so many at once: their bytes and parts stand in memory. */
  private static final int LARGE = 6;

  private static final int FAILURES = 3;
  private static final int STARTS = 6;

  /** What reading needs: which rows, and what to do with one. */
  record Tools(
      Acts acts, InboundRows inbound, Reading reading, InstantSource clock, Scales scales) {}

  private final Tools tools;
  private final WorkRows rows;
  private final java.util.function.Supplier<Intake> intake;
  private final MailActs mailActs;
  private final Nudge nudge;
  private final Semaphore large = new Semaphore(LARGE);
  // Platform threads: parsing hostile mail is arithmetic, and two of those would hold both carriers
  // of all virtual threads on a small machine.
  private final Crew crew =
      new Crew(
          HANDS,
          Executors.newCachedThreadPool(
              Thread.ofPlatform().daemon().name("mail reading ", 0).factory()));

  InboundReading(
      Tools tools, WorkRows rows, java.util.function.Supplier<Intake> intake, Nudge nudge) {
    this.tools = tools;
    this.rows = rows;
    this.intake = intake;
    this.mailActs = new MailActs(tools, rows, intake);
    this.nudge = nudge;
  }

  @Override
  public String name() {
    return "mail reading";
  }

  /** The waiting is in {@link #perform}, where the door can end it. */
  @Override
  public Duration pause() {
    return Duration.ofMillis(1);
  }

  @Override
  public boolean perform() {
    if (!crew.awaitFree(PAUSE)) {
      return false;
    }
    long until = System.nanoTime() + BATCH_TIME.toNanos();
    List<CountDownLatch> started = new ArrayList<>();
    while (start(started) && System.nanoTime() < until) {
      crew.awaitHalf(PAUSE);
    }
    if (started.isEmpty()) {
      return nudge.await();
    }
    started.forEach(done -> await(done, until - System.nanoTime()));
    return true;
  }

  /** Gives the free hands what there is; false when there was nothing, or nobody. */
  private boolean start(List<CountDownLatch> started) {
    int free = crew.free();
    if (free == 0) {
      return false;
    }
    Batch batch = tools.acts().call(() -> claim(free));
    if (batch.leases().isEmpty()) {
      return false;
    }
    CountDownLatch done = new CountDownLatch(batch.leases().size());
    started.add(done);
    Map<Long, Raw> small = small(batch.leases());
    batch
        .leases()
        .forEach(lease -> crew.start(() -> read(lease, small.get(lease.id()), batch.ours()), done));
    return true;
  }

  /** Mails taken up together, and the help addresses as they were then. */
  private record Batch(List<Lease> leases, HelpAddresses ours) {}

  private Batch claim(int most) {
    List<Lease> leases = rows.claim(most, LEASE);
    return leases.isEmpty()
        ? new Batch(leases, new HelpAddresses(List.of()))
        : new Batch(leases, tools.reading().helpAddresses());
  }

  /** Fetched together; whichever is large, or cannot be fetched so, its own hand fetches. */
  private Map<Long, Raw> small(List<Lease> leases) {
    try {
      return tools.inbound().small(leases.stream().map(Lease::id).toList());
    } catch (DataAccessException e) {
      log.warn("mails could not be fetched together", e);
      return Map.of();
    }
  }

  private static void await(CountDownLatch done, long nanos) {
    try {
      boolean all = done.await(nanos, TimeUnit.NANOSECONDS);
      if (!all) {
        log.info("{} mails take long to read; the next ones go on beside them", done.getCount());
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  private void read(Lease lease, @Nullable Raw atHand, HelpAddresses ours) {
    try {
      if (lease.attempts() > STARTS) {
        unreadable(lease, "the program stopped while reading it, again and again");
      } else {
        attempt(lease, atHand, ours);
      }
    } catch (LeaseLost e) {
      log.info("inbound {} was taken up by somebody else", lease.id());
    } catch (RuntimeException | StackOverflowError e) {
      failed(lease, e);
    }
  }

  private void attempt(Lease lease, @Nullable Raw atHand, HelpAddresses ours) {
    if (atHand != null) {
      act(lease, atHand, ours);
      return;
    }
    large.acquireUninterruptibly();
    try {
      act(lease, tools.inbound().raw(lease.id()), ours);
    } finally {
      large.release();
    }
  }

  private void act(Lease lease, Raw raw, HelpAddresses ours) {
    ReadMail mail = MailReader.read(raw.bytes(), Bounds.USUAL, raw.envelopeFrom());
    Raw weighed =
        raw.weighed(tools.scales().weigh(raw.bytes(), mail, raw.envelopeFrom(), raw.caller()));
    mailActs.act(new MailActs.Letter(lease, weighed, mail, ours));
  }

  private void unreadable(Lease lease, String trouble) {
    Raw raw = tools.inbound().raw(lease.id());
    tools
        .acts()
        .run(() -> {
          rows.finish(lease, tools.reading().readUnreadable(raw, intake.get(), trouble));
        });
  }

  private void failed(Lease lease, Throwable trouble) {
    log.warn("inbound {} could not be read", lease.id(), trouble);
    try {
      boolean ours = !isOutside(trouble);
      int failures = ours ? tools.acts().call(() -> tools.inbound().failed(lease)) : 0;
      if (failures >= FAILURES) {
        unreadable(lease, String.valueOf(trouble.getMessage()));
      } else {
        // What is kept waiting each time comes less and less often, and ends after its last start.
        backOff(lease, ours ? failures : lease.attempts(), String.valueOf(trouble));
      }
    } catch (RuntimeException e) {
      log.warn("inbound {} backs off", lease.id(), e);
      backOff(lease, lease.attempts(), String.valueOf(trouble));
    }
  }

  /** The mail is not to blame when the database cannot be reached, or keeps it waiting. */
  private static boolean isOutside(Throwable trouble) {
    return trouble instanceof DataAccessResourceFailureException
        || trouble instanceof TransientDataAccessException
        || trouble instanceof TransactionException;
  }

  private void backOff(Lease lease, int failures, String trouble) {
    Duration wait = Duration.ofSeconds(1L << Math.min(failures, 6));
    try {
      tools.acts().run(() -> rows.putBack(lease, tools.clock().instant().plus(wait), trouble));
    } catch (RuntimeException e) {
      log.warn("inbound {} waits for its lease to run out", lease.id(), e);
    }
  }

  /** Whether a hand is at work; a batch that takes long is not waited for. */
  boolean busy() {
    return crew.busy();
  }

  @Override
  public void close() {
    crew.close();
  }
}
