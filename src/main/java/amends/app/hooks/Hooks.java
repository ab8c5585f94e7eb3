package amends.app.hooks;

import amends.journal.Journal;
import amends.shared.Actor;
import amends.shared.Acts;
import amends.shared.KeyRing;
import amends.shared.NotFound;
import amends.shared.Plain;
import amends.shared.Refusal;
import amends.shared.Subject;
import amends.shared.net.Signature;
import java.time.Duration;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.random.RandomGenerator;
import org.springframework.stereotype.Component;

/**
 * Programs that are called when something happened. Asks for no permission: whoever calls has asked
 * {@code Permits}. Each event is delivered at least once under the same {@code webhook-id}; later
 * ones may overtake one that fails, and the seal number in each says the true order.
 */
@Component
public final class Hooks {
  /** How long an old secret signs beside the new one. */
  public static final Duration CHANGE_OVER = Duration.ofHours(24);

  private static final String PURPOSE = "hook.secret";
  private static final int KEY_BYTES = 32;
  private static final int LONGEST_NAME = 80;

  private final HookTools tools;
  private final InstantSource clock;
  private final Acts acts;
  private final Journal journal;
  private final RandomGenerator random;

  Hooks(HookTools tools, InstantSource clock, Acts acts, Journal journal, RandomGenerator random) {
    this.tools = tools;
    this.clock = clock;
    this.acts = acts;
    this.journal = journal;
    this.random = random;
  }

  /**
   * Called for what happens from now on, once it has a secret.
   *
   * @throws Refusal of the fields {@code name}, {@code url}, {@code kinds} or {@code brand}
   */
  public Hook make(Hook.Draft draft, Actor by) {
    Hook.Draft clean = checked(draft);
    return acts.call(() -> {
      long id = tools.hooks().add(clean, journal.sealed(), clock.instant());
      journal.record("hook.made", Hook.subject(id), by);
      return get(id);
    });
  }

  /**
   * @throws Refusal of the fields {@code name}, {@code url} or {@code kinds}
   */
  public Hook change(long id, Hook.Draft draft, Actor by) {
    Hook.Draft clean = checked(draft);
    return acts.call(() -> {
      locked(id);
      tools.hooks().change(id, clean);
      journal.record("hook.changed", Hook.subject(id), by);
      return get(id);
    });
  }

  private Hook.Draft checked(Hook.Draft draft) {
    String name = Plain.line(draft.name(), LONGEST_NAME);
    if (name.isEmpty()) {
      throw new Refusal("name", "app.hooks.refused.name");
    }
    Long brand = draft.brandId();
    if (brand != null && !tools.hooks().isBrand(brand)) {
      throw new Refusal("brand", "app.hooks.refused.brand");
    }
    String url = tools.hosts().checked(draft.url()).toString();
    return new Hook.Draft(name, url, HookKinds.checked(draft.kinds()), draft.brandId());
  }

  /**
   * A new secret, from now on the first to sign; those before it sign for another day.
   *
   * @return its words, {@code whsec_…}: known at this moment only
   */
  public String newSecret(long id, Actor by) {
    byte[] key = new byte[KEY_BYTES];
    random.nextBytes(key);
    acts.run(() -> {
      locked(id);
      tools.hooks().endSecrets(id, clock.instant().plus(CHANGE_OVER));
      tools.hooks().addSecret(id, tools.keys().lock(PURPOSE, key), clock.instant());
      journal.record("hook.secret_made", Hook.subject(id), by);
    });
    return Signature.words(key);
  }

  /** The keys that sign now, the newest first. */
  List<byte[]> keys(long id) {
    KeyRing ring = tools.keys();
    return tools.hooks().secrets(id, clock.instant()).stream()
        .map(locked -> ring.unlock(PURPOSE, locked))
        .toList();
  }

  /** What happened meanwhile, and what was set aside, is told now. */
  public void switchOn(long id, Actor by) {
    acts.run(() -> {
      if (!locked(id).isOn()) {
        tools.hooks().on(id);
        tools.calls().again(id, "aside", null);
        journal.record("hook.switched_on", Hook.subject(id), by);
      }
    });
  }

  public void switchOff(long id, Actor by) {
    acts.run(() -> off(id, "person", "hook.switched_off", by));
  }

  /** Within an act: it is not called any more, and what waits is kept. */
  void off(long id, String why, String kind, Actor by) {
    if (locked(id).isOn()) {
      tools.hooks().off(id, why, clock.instant());
      tools.calls().setAside(id);
      journal.record(kind, Hook.subject(id), by);
    }
  }

  /**
   * Tells everything again from this seal number on, under the same ids.
   *
   * @throws Refusal of the field {@code seal} when it lies ahead
   */
  public void replay(long id, long fromSeal, Actor by) {
    acts.run(() -> {
      Hook hook = locked(id);
      if (fromSeal < 1 || fromSeal > hook.expandedSeal()) {
        throw new Refusal("seal", "app.hooks.refused.seal", hook.expandedSeal());
      }
      tools.hooks().expanded(id, fromSeal - 1);
      journal.record("hook.replayed", Hook.subject(id), by, Map.of("seal", fromSeal));
    });
  }

  /**
   * Tries a call that was given up again.
   *
   * @throws Refusal when its hook is off
   */
  public void resend(long callId, Actor by) {
    acts.run(() -> {
      Hook.Call call = call(callId);
      refuseOff(locked(call.hookId()));
      tools.calls().again(call.hookId(), "dead", callId);
      journal.record("hook.resent", Hook.subject(call.hookId()), by, Map.of("seal", call.sealNo()));
    });
  }

  /** The same for all of a hook's. */
  public int resendAll(long id, Actor by) {
    return acts.call(() -> {
      refuseOff(locked(id));
      int again = tools.calls().again(id, "dead", null);
      journal.record("hook.resent", Hook.subject(id), by, Map.of("calls", again));
      return again;
    });
  }

  private static void refuseOff(Hook hook) {
    if (!hook.isOn()) {
      throw new Refusal("", "app.hooks.refused.off", hook.name());
    }
  }

  private Hook locked(long id) {
    return tools.hooks().lock(id).orElseThrow(() -> new NotFound(Hook.subject(id)));
  }

  /**
   * @throws NotFound when there is none
   */
  public Hook get(long id) {
    return tools.hooks().find(id).orElseThrow(() -> new NotFound(Hook.subject(id)));
  }

  public List<Hook> all(long after, int most) {
    return tools.hooks().all(after, most);
  }

  public Hook.Call call(long id) {
    return tools.calls().find(id).orElseThrow(() -> new NotFound(Subject.of("hook_call", id)));
  }

  /** A hook's calls, the last tried first. */
  public List<Hook.Call> calls(long id, int most) {
    return tools.calls().of(id, most);
  }

  /** What was given up, over all hooks, behind a number. */
  public List<Hook.Call> dead(long after, int most) {
    return tools.calls().dead(after, most);
  }
}
