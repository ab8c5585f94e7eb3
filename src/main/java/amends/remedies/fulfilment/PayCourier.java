package amends.remedies.fulfilment;

import amends.remedies.fulfilment.AttemptRows.Task;
import amends.remedies.pay.Link;
import amends.remedies.pay.PayProvider;
import amends.remedies.pay.Said;
import amends.shared.Acts;
import amends.shared.Duty;
import amends.shared.OutboxHold;
import amends.shared.WorkRows.LeaseLost;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.stereotype.Component;

/**
 * Calls those who pay and send, outside of every act, and writes down what they say. Whoever dies
 * in between leaves a try of unknown end: the next asks what became of it before anything else.
 */
@Component
final class PayCourier implements Duty, AutoCloseable {
  private static final Logger log = LoggerFactory.getLogger(PayCourier.class);

  /** Longer than all calls that one try needs. */
  static final Duration LEASE = Duration.ofSeconds(180);

  /** What a call may still need; with less left of the lease it is not begun. */
  private static final Duration CALL = Duration.ofSeconds(45);

  /** Providers forget keys after a day. In good time before that a key is used no more. */
  static final Duration KEY_LIVES = Duration.ofHours(23);

  /**
   * A key that is older was perhaps used by a house that this one is an older copy of: after a
   * restore our rows know less than theirs.
   */
  static final Duration FRESH = Duration.ofMinutes(10);

  private static final int HANDS = 4;

  private final Acts acts;
  private final AttemptRows rows;
  private final PayConnections connections;
  private final Outcomes outcomes;
  private final Gate gate;
  private final ExecutorService hands =
      Executors.newThreadPerTaskExecutor(Thread.ofVirtual().name("pay ", 0).factory());

  /** Whether anything may leave, and what time it is. */
  @Component
  record Gate(OutboxHold hold, InstantSource clock) {}

  PayCourier(
      Acts acts, AttemptRows rows, PayConnections connections, Outcomes outcomes, Gate gate) {
    this.acts = acts;
    this.rows = rows;
    this.connections = connections;
    this.outcomes = outcomes;
    this.gate = gate;
  }

  @Override
  public String name() {
    return "pay-courier";
  }

  @Override
  public Duration pause() {
    return Duration.ofMillis(500);
  }

  @Override
  public boolean perform() {
    if (gate.hold().held()) {
      return false;
    }
    Instant now = gate.clock().instant();
    List<Long> shut =
        connections.all().stream().filter(c -> !c.takes(now)).map(PayConnection::id).toList();
    List<Task> tasks = acts.call(() -> rows.take(HANDS, LEASE, shut));
    tasks.stream().map(task -> hands.submit(() -> carry(task))).toList().forEach(PayCourier::await);
    return !tasks.isEmpty();
  }

  private static void await(Future<?> done) {
    try {
      done.get();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    } catch (ExecutionException e) {
      throw new IllegalStateException("a paying hand failed", e);
    }
  }

  private void carry(Task task) {
    try {
      if (!task.asking() && isHalted(task)) {
        record(task, new Said.NotNow("it was stopped before it left"));
        return;
      }
      PayConnection connection = connections.get(task.connectionId());
      Said said = said(task, connections.provider(connection.kind()), connections.link(connection));
      note(connection.id(), said);
      record(task, said);
    } catch (RuntimeException e) {
      // Its lease runs out, and then it is asked for.
      log.warn("attempt {}: what came of it could not be recorded", task.lease().id(), e);
    }
  }

  private void record(Task task, Said said) {
    try {
      acts.run(() -> outcomes.record(task, said));
    } catch (LeaseLost e) {
      log.info("attempt {} was taken up by somebody else", task.lease().id());
    } catch (DuplicateKeyException e) {
      // Their number of it stands at another try already.
      acts.run(() -> outcomes.record(task, new Said.Differs("", "their number is another try's")));
    }
  }

  private Said said(Task task, PayProvider provider, Link link) {
    if (!isOurs(task)) {
      return new Said.NotNow("there was no time left for the call");
    }
    if (!task.asking() && isFresh(task)) {
      return provider.carry(link, task.job());
    }
    Said said = provider.ask(link, task.job());
    if (!(said instanceof Said.Nothing) || isHalted(task)) {
      return said;
    }
    if (!task.asking()) {
      return provider.carry(link, task.job());
    }
    if (!keyLives(task)) {
      return said;
    }
    return isOurs(task)
        ? again(provider.carry(link, task.job()))
        : new Said.NotNow("there was no time left for the call");
  }

  /** A call that did not get through says nothing of the one before it. */
  private static Said again(Said said) {
    return said instanceof Said.NotNow not ? new Said.Unsure(not.words()) : said;
  }

  private boolean isOurs(Task task) {
    return gate.clock().instant().plus(CALL).isBefore(task.until());
  }

  /** Asked as late as can be: a stop may have come since it was taken. */
  private boolean isHalted(Task task) {
    return rows.halts().stand(task.grantId());
  }

  private boolean isFresh(Task task) {
    return gate.clock().instant().isBefore(task.madeAt().plus(FRESH));
  }

  private boolean keyLives(Task task) {
    return gate.clock().instant().isBefore(task.calledAt().plus(KEY_LIVES));
  }

  private void note(long connection, Said said) {
    switch (said) {
      case Said.NotNow not -> connections.failed(connection, not.words(), not.pause());
      case Said.Unsure unsure -> connections.failed(connection, unsure.words(), null);
      case Said.Done done -> connections.worked(connection);
      case Said.Pending pending -> connections.worked(connection);
      case Said.Refused refused -> connections.worked(connection);
      case Said.Nothing nothing -> connections.worked(connection);
      case Said.Differs differs -> connections.worked(connection);
    }
  }

  @Override
  public void close() {
    hands.shutdownNow();
  }
}
