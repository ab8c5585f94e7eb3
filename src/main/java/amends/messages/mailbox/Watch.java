package amends.messages.mailbox;

import amends.messages.mailbox.Reins.Lease;
import amends.shared.Acts;
import jakarta.mail.MessagingException;
import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.random.RandomGenerator;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * One node's hold on one mailbox, on a thread of its own: takes what is there, then waits for the
 * server to say that there is more. Whether it still lives is judged from outside, by {@link
 * MailboxDuty}: a library that hangs cannot judge itself.
 */
final class Watch implements Runnable {
  private static final Logger log = LoggerFactory.getLogger(Watch.class);

  /** A server tells the numbers of all that is there each time it is asked: not for each few. */
  private static final int BATCH = 5_000;

  private static final Duration PATIENCE = Duration.ofMinutes(15);
  private static final Duration LONGEST_BACK_OFF = Duration.ofMinutes(15);

  /** What watches share. */
  record Tools(
      Acts acts,
      Reins reins,
      Gathering gathering,
      Passes passes,
      InstantSource clock,
      RandomGenerator random,
      Duration poll) {}

  private final Tools tools;
  private final Lease lease;
  private final Mailbox mailbox;
  private final CountDownLatch stop = new CountDownLatch(1);
  private volatile long lifeAt = System.nanoTime();
  private volatile boolean idle;
  private volatile boolean caughtUp;
  private volatile @Nullable ImapLine line;

  Watch(Tools tools, Lease lease, Mailbox mailbox) {
    this.tools = tools;
    this.lease = lease;
    this.mailbox = mailbox;
  }

  Lease lease() {
    return lease;
  }

  @Override
  public void run() {
    try {
      watch();
      tools.acts().run(() -> tools.reins().release(lease));
    } catch (Reins.Lost e) {
      log.debug("{}", e.getMessage());
    } catch (MessagingException | IOException | RuntimeException e) {
      if (stop.getCount() == 0) {
        letGo();
      } else {
        troubled(e);
      }
    }
  }

  private void watch() throws MessagingException, IOException {
    Pass pass = tools.passes().of(mailbox);
    try (ImapLine opened =
        ImapLine.open(mailbox.server(), mailbox.login(), pass, mailbox.folder(), PATIENCE)) {
      line = opened;
      tools.gathering().begin(lease, mailbox, opened);
      boolean canIdle = opened.canIdle();
      while (!isStopped()) {
        takeAll(opened);
        tools.acts().run(() -> tools.reins().well(lease));
        await(opened, canIdle);
      }
    } finally {
      line = null;
    }
  }

  private void takeAll(ImapLine from) throws MessagingException, IOException {
    long after = tools.acts().call(() -> tools.reins().at(lease));
    while (!isStopped()) {
      alive();
      int there = from.count();
      List<Long> uids = from.uidsAfter(after, BATCH);
      if (uids.isEmpty() && from.count() == there) {
        return;
      }
      // What came while we asked was told with the answer, and the server does not tell it twice:
      // whoever went to wait now would wait for the next mail.
      for (long uid : uids) {
        if (isStopped()) {
          return;
        }
        tools.gathering().take(lease, mailbox, from, uid);
        after = uid;
        alive();
      }
    }
  }

  private void await(ImapLine on, boolean canIdle) throws MessagingException {
    caughtUp = true;
    idle = true;
    alive();
    try {
      if (canIdle) {
        on.idle();
      } else if (!waitForPoll()) {
        on.poke();
      }
    } finally {
      idle = false;
      alive();
    }
  }

  private boolean waitForPoll() {
    try {
      return stop.await(tools.poll().toMillis(), TimeUnit.MILLISECONDS);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      return true;
    }
  }

  private void alive() {
    lifeAt = System.nanoTime();
  }

  /** How long there was no sign of life. */
  Duration quiet() {
    return Duration.ofNanos(System.nanoTime() - lifeAt);
  }

  /** Whether it waits for the server, which may take long. */
  boolean isIdle() {
    return idle;
  }

  /** Whether all that was there has been taken at least once. */
  boolean isCaughtUp() {
    return caughtUp;
  }

  /** Ends the waiting, so that the connection shows whether it stands. */
  void poke() {
    ImapLine open = line;
    if (open != null) {
      try {
        open.poke();
      } catch (MessagingException | RuntimeException e) {
        log.debug("mailbox {} does not answer", mailbox.id(), e);
      }
    }
  }

  void stop() {
    stop.countDown();
  }

  private boolean isStopped() {
    return stop.getCount() == 0 || Thread.currentThread().isInterrupted();
  }

  private void letGo() {
    boolean interrupted = Thread.interrupted();
    try {
      tools.acts().run(() -> tools.reins().release(lease));
    } catch (RuntimeException e) {
      log.debug("mailbox {} stays leased for a while, interrupted {}", lease, interrupted, e);
    }
  }

  private void troubled(Exception e) {
    // An interrupt of the watchdog must not be carried into the database.
    boolean hung = Thread.interrupted();
    ImapTrouble what =
        hung ? new ImapTrouble("messages.mailbox.trouble.silent", "") : ImapTrouble.of(e);
    log.info("mailbox {}: {}", mailbox.id(), what.key());
    log.debug("mailbox {}", mailbox.id(), e);
    if (what.key().equals("messages.mailbox.trouble.sign-in")) {
      tools.passes().refused(mailbox);
    }
    Instant again = tools.clock().instant().plus(backOff(mailbox.state().failures()));
    try {
      tools.acts().run(() -> tools.reins().troubled(lease, what, again));
    } catch (RuntimeException away) {
      log.warn("mailbox {}: its trouble could not be written down", mailbox.id(), away);
    }
  }

  /** Doubled each time, and jittered so that many mailboxes do not come back at once. */
  Duration backOff(int failures) {
    Duration doubled = Duration.ofSeconds(5L << Math.min(failures, 10));
    Duration bounded = doubled.compareTo(LONGEST_BACK_OFF) > 0 ? LONGEST_BACK_OFF : doubled;
    return Duration.ofMillis(
        (long) (bounded.toMillis() * (0.75 + tools.random().nextDouble() / 2)));
  }
}
