package amends.app.hooks;

import amends.app.hooks.HookCalls.Task;
import amends.app.hooks.HookCalls.Tried;
import amends.shared.Actor;
import amends.shared.Acts;
import amends.shared.Duty;
import amends.shared.OutboxHold;
import amends.shared.WorkRows.LeaseLost;
import amends.shared.net.Hosts;
import amends.shared.net.Signature;
import amends.shared.net.Wire;
import java.io.IOException;
import java.net.SocketTimeoutException;
import java.net.URI;
import java.net.UnknownHostException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import javax.net.ssl.SSLException;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Makes the calls. What came of one is recorded in an act of its own; no network within an act. A
 * courier that dies in between leaves a lease, and the same call goes out again under the same id.
 */
final class HookCourier implements Duty, AutoCloseable {
  private static final Logger log = LoggerFactory.getLogger(HookCourier.class);
  // Longer than the longest call, so that a lease ends only with its courier.
  private static final Duration LEASE = Duration.ofSeconds(60);
  private static final int HANDS = 8;
  private static final int GONE = 410;

  /** When a call is tried again, counted from the try before; behind the last it is given up. */
  static final List<Duration> AGAIN =
      List.of(
          Duration.ofSeconds(5),
          Duration.ofMinutes(1),
          Duration.ofMinutes(5),
          Duration.ofMinutes(30),
          Duration.ofHours(2),
          Duration.ofHours(5),
          Duration.ofHours(10),
          Duration.ofHours(14),
          Duration.ofHours(20),
          Duration.ofHours(24));

  // A hook that has only failed so often, and for so long, is switched off with a notice.
  static final int MOST_FAILING = 20;
  static final Duration FAILING_FOR = Duration.ofDays(1);
  private static final Duration SLOW_DOWN = Duration.ofMinutes(1);

  private final Acts acts;
  private final Hooks hooks;
  private final HookTools tools;
  private final InstantSource clock;
  private final Line line;
  private final ExecutorService hands =
      Executors.newThreadPerTaskExecutor(Thread.ofVirtual().name("hook ", 0).factory());

  /** The way out, and whether it is open. */
  record Line(Wire wire, OutboxHold hold) {}

  HookCourier(Acts acts, Hooks hooks, HookTools tools, InstantSource clock, Line line) {
    this.acts = acts;
    this.hooks = hooks;
    this.tools = tools;
    this.clock = clock;
    this.line = line;
  }

  @Override
  public String name() {
    return "hook-courier";
  }

  @Override
  public Duration pause() {
    return Duration.ofMillis(500);
  }

  @Override
  public boolean perform() {
    if (line.hold().held()) {
      return false;
    }
    List<Task> tasks = acts.call(() -> tools.calls().take(HANDS, LEASE));
    tasks.stream()
        .map(task -> hands.submit(() -> carry(task)))
        .toList()
        .forEach(HookCourier::await);
    return !tasks.isEmpty();
  }

  private static void await(Future<?> done) {
    try {
      done.get();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    } catch (ExecutionException e) {
      throw new IllegalStateException("a hook's hand failed", e);
    }
  }

  private void carry(Task task) {
    try {
      Tried tried = call(task);
      acts.run(() -> record(task, tried));
    } catch (LeaseLost e) {
      log.info("hook call {} was taken up by somebody else", task.lease().id());
    } catch (RuntimeException e) {
      // Its lease runs out, and then it is called again under the same id.
      log.warn("hook call {}: what came of it could not be recorded", task.lease().id(), e);
    }
  }

  private Tried call(Task task) {
    List<byte[]> keys = hooks.keys(task.hookId());
    if (keys.isEmpty()) {
      return new Tried(null, "", "this web hook has no secret yet; make one");
    }
    byte[] body = task.payload().getBytes(StandardCharsets.UTF_8);
    long seconds = clock.instant().getEpochSecond();
    Map<String, String> headers =
        Map.of(
            "webhook-id", task.event(),
            "webhook-timestamp", String.valueOf(seconds),
            "webhook-signature", Signature.header(keys, task.event(), seconds, body));
    try {
      Wire.Answer answer = line.wire().post(URI.create(task.url()), headers, body);
      return new Tried(answer.status(), answer.body(), trouble(answer.status()));
    } catch (IOException e) {
      log.debug("hook call {} failed", task.lease().id(), e);
      return new Tried(null, "", plain(e));
    }
  }

  private static @Nullable String trouble(int status) {
    if (status >= 200 && status < 300) {
      return null;
    }
    return status >= 300 && status < 400
        ? "it answered " + status + ", a redirect: those are not followed"
        : "it answered " + status;
  }

  private static String plain(IOException e) {
    return switch (e) {
      case Hosts.Closed closed -> String.valueOf(closed.getMessage());
      case UnknownHostException unknown -> "the host has no address";
      case SocketTimeoutException late -> "it did not answer in time";
      case SSLException unsafe -> "its certificate or its TLS is not valid";
      default -> "the connection failed or ended early";
    };
  }

  private void record(Task task, Tried tried) {
    if (tried.trouble() == null) {
      tools.calls().over(task, "delivered", tried);
      tools.hooks().wentWell(task.hookId());
      return;
    }
    Instant now = clock.instant();
    int tries = task.lease().attempts();
    boolean gone = tried.status() != null && tried.status() == GONE;
    if (gone || tries > AGAIN.size()) {
      tools.calls().over(task, "dead", tried);
    } else {
      tools.calls().later(task, now.plus(AGAIN.get(tries - 1)), tried);
    }
    HookRows.Failing failing = tools.hooks().failed(task.hookId(), now);
    if (gone) {
      hooks.off(task.hookId(), "gone", "hook.gone", Actor.SYSTEM);
    } else if (failing.tries() >= MOST_FAILING && !failing.since().plus(FAILING_FOR).isAfter(now)) {
      hooks.off(task.hookId(), "failing", "hook.paused", Actor.SYSTEM);
    } else if (failing.tries() % HANDS == 0) {
      tools.calls().holdBack(task.hookId(), now.plus(SLOW_DOWN));
    }
  }

  @Override
  public void close() {
    hands.shutdownNow();
    line.wire().close();
  }
}
