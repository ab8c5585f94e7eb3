package amends.app.hooks;

import amends.shared.Acts;
import amends.shared.Duty;
import amends.shared.Refusal;
import amends.shared.Texts;
import amends.shared.WorkRows;
import amends.shared.WorkRows.Lease;
import amends.staff.ApiTokens;
import amends.staff.Viewer;
import java.time.Duration;
import java.time.InstantSource;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Does what came: each in one act with its own end, so that it is done once. */
final class InReader implements Duty {
  private static final Logger log = LoggerFactory.getLogger(InReader.class);
  private static final Duration LEASE = Duration.ofSeconds(60);
  private static final int BATCH = 20;
  private static final int MOST_TRIES = 5;

  private final Acts acts;
  private final WorkRows rows;
  private final InHooks.Store store;
  private final Hands hands;
  private final InstantSource clock;

  /** Who does it, and in which words it is told. */
  record Hands(InDeeds deeds, ApiTokens tokens, Texts texts) {}

  InReader(Acts acts, WorkRows rows, InHooks.Store store, Hands hands, InstantSource clock) {
    this.acts = acts;
    this.rows = rows;
    this.store = store;
    this.hands = hands;
    this.clock = clock;
  }

  @Override
  public String name() {
    return "hook-reader";
  }

  @Override
  public Duration pause() {
    return Duration.ofMillis(500);
  }

  @Override
  public boolean perform() {
    List<Lease> leases = acts.call(() -> rows.claim(BATCH, LEASE));
    leases.forEach(this::take);
    return !leases.isEmpty();
  }

  private void take(Lease lease) {
    try {
      acts.run(() -> end(lease, "done", perform(lease)));
    } catch (Refusal refusal) {
      String why = hands.texts().voice(Locale.ENGLISH, ZoneOffset.UTC).say(refusal);
      acts.run(() -> end(lease, "refused", why));
    } catch (WorkRows.LeaseLost e) {
      log.info("hook arrival {} was taken up by somebody else", lease.id());
    } catch (RuntimeException e) {
      log.warn("hook arrival {} could not be done", lease.id(), e);
      String why = "it could not be done: " + e.getClass().getSimpleName();
      acts.run(() -> {
        if (lease.attempts() >= MOST_TRIES) {
          end(lease, "refused", why);
        } else {
          rows.putBack(lease, clock.instant().plus(Duration.ofMinutes(lease.attempts())), why);
        }
      });
    }
  }

  private void end(Lease lease, String outcome, String became) {
    rows.finish(lease, Map.of("outcome", outcome, "became", became));
  }

  private String perform(Lease lease) {
    InRows.Came came = store.rows().came(lease.id());
    InHook hook =
        store.rows().find(came.hookId()).orElseThrow(() -> new Refusal("", "app.in.refused.token"));
    Viewer by =
        hands
            .tokens()
            .viewerOf(hook.tokenId())
            .orElseThrow(() -> new Refusal("", "app.in.refused.token"));
    Mapping mapping = new Mapping(hook.target(), hook.mapping());
    return hands.deeds().perform(hook.target(), mapping.read(came.body()), hook.teamId(), by);
  }
}
