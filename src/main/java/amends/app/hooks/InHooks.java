package amends.app.hooks;

import amends.journal.Journal;
import amends.shared.Acts;
import amends.shared.KeyRing;
import amends.shared.NotFound;
import amends.shared.Plain;
import amends.shared.Refusal;
import amends.shared.net.Signature;
import amends.staff.ApiTokens;
import amends.staff.NewApiToken;
import amends.staff.Viewer;
import java.nio.charset.StandardCharsets;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.UnaryOperator;
import java.util.random.RandomGenerator;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/**
 * Doors that other programs call. What is signed rightly is stored as it came and done afterwards,
 * once, under the name of a token of its own: taken back at Tokens, the door does nothing more.
 * Asks for no permission: whoever calls has asked {@code Permits}.
 */
@Component
public final class InHooks {
  private static final String PURPOSE = "hook_in.secret";
  private static final int KEY_BYTES = 32;
  private static final int LONGEST_LABEL = 80;
  private static final int SHORTEST_SECRET = 16;

  private final Store store;
  private final InstantSource clock;
  private final Acts acts;
  private final Journal journal;
  private final ApiTokens tokens;

  /** Where it is kept, and how secrets are made. */
  @Component
  record Store(InRows rows, KeyRing keys, RandomGenerator random) {}

  InHooks(Store store, InstantSource clock, Acts acts, Journal journal, ApiTokens tokens) {
    this.store = store;
    this.clock = clock;
    this.acts = acts;
    this.journal = journal;
    this.tokens = tokens;
  }

  /**
   * An empty mapping is the one of a program that uses our names.
   *
   * @throws Refusal of a field of the draft; of {@code map.<field>} in the mapping
   */
  public InHook.Made make(InHook.Draft draft, Viewer by) {
    String name = draft.name().strip();
    String label = Plain.line(draft.label(), LONGEST_LABEL);
    if (!name.matches("[a-z0-9][a-z0-9-]{1,39}")) {
      throw new Refusal("name", "app.in.refused.name");
    }
    if (label.isEmpty()) {
      throw new Refusal("label", "app.in.refused.label");
    }
    InStyle style =
        InStyle.of(draft.style()).orElseThrow(() -> new Refusal("style", "app.in.refused.style"));
    Mapping mapping = checked(draft.target(), draft.mapping(), draft.teamId());
    String secret = secret(style, draft.secret().strip());
    return acts.call(() -> {
      String scope = mapping.target().scope();
      long token =
          tokens
              .make(new NewApiToken(label, List.of(scope), null, null, null), by.id())
              .token()
              .id();
      byte[] locked = store.keys().lock(PURPOSE, secret.getBytes(StandardCharsets.UTF_8));
      long id =
          store
              .rows()
              .add(
                  new InRows.Fresh(name, label, style, mapping, locked),
                  token,
                  draft.teamId(),
                  clock.instant())
              .orElseThrow(() -> new Refusal("name", "app.in.refused.taken", name));
      journal.record("hook.in_made", InHook.subject(id), by.actor());
      return new InHook.Made(get(id), secret);
    });
  }

  private static Mapping checked(String target, Map<String, String> mapping, @Nullable Long team) {
    InTarget becomes =
        InTarget.of(target).orElseThrow(() -> new Refusal("target", "app.in.refused.target"));
    if (becomes == InTarget.CASE && team == null) {
      throw new Refusal("team", "app.in.refused.team");
    }
    return Mapping.checked(becomes, mapping.isEmpty() ? Mapping.standard(becomes) : mapping);
  }

  private String secret(InStyle style, String given) {
    if (given.isEmpty()) {
      byte[] key = new byte[KEY_BYTES];
      store.random().nextBytes(key);
      return Signature.words(key);
    }
    boolean good =
        style != InStyle.STANDARD
            ? given.length() >= SHORTEST_SECRET
            : given.startsWith(Signature.PREFIX)
                && Signature.decoded(given.substring(Signature.PREFIX.length())).length
                    >= SHORTEST_SECRET;
    if (!good) {
      throw new Refusal("secret", "app.in.refused.secret");
    }
    return given;
  }

  /**
   * @throws Refusal of the field {@code team} or {@code map.<field>}
   */
  public void remap(long id, Map<String, String> mapping, @Nullable Long team, Viewer by) {
    Mapping clean = checked(get(id).target().code(), mapping, team);
    acts.run(() -> {
      store.rows().remap(id, clean, team);
      journal.record("hook.in_changed", InHook.subject(id), by.actor());
    });
  }

  /** Whether it takes anything: a door that is off answers as one that is not there. */
  public void turn(long id, boolean on, Viewer by) {
    acts.run(() -> {
      get(id);
      store.rows().turn(id, on ? null : clock.instant());
      journal.record(on ? "hook.in_opened" : "hook.in_shut", InHook.subject(id), by.actor());
    });
  }

  /** What a sample would fill, by field; nothing is done. */
  public List<Map.Entry<String, String>> trial(long id, Map<String, String> mapping, String body) {
    Mapping.Found found =
        Mapping.checked(get(id).target(), mapping).read(body.getBytes(StandardCharsets.UTF_8));
    List<Map.Entry<String, String>> all = new ArrayList<>(found.values().entrySet());
    found.lines().forEach(line -> all.addAll(line.entrySet()));
    return all;
  }

  /**
   * Takes what came, when it is signed rightly; what came before is taken as if it were new, and
   * done once.
   *
   * @param headers their values by their names in lower case
   * @return whether it was signed rightly
   */
  public boolean arrive(String name, UnaryOperator<@Nullable String> headers, byte[] body) {
    Optional<InHook> hook = store.rows().named(name);
    Optional<String> known =
        hook.flatMap(h -> h.style().known(words(h.id()), headers, body, clock.instant()));
    if (hook.isEmpty() || known.isEmpty()) {
      return false;
    }
    acts.run(() -> store.rows().arrive(hook.get().id(), known.get(), body, clock.instant()));
    return true;
  }

  private String words(long id) {
    return new String(
        store.keys().unlock(PURPOSE, store.rows().locked(id)), StandardCharsets.UTF_8);
  }

  /** Does again what could not be done. */
  public void retry(long id, long arrival, Viewer by) {
    acts.run(() -> {
      if (store.rows().again(id, arrival, clock.instant())) {
        journal.record("hook.in_retried", InHook.subject(id), by.actor());
      }
    });
  }

  /**
   * @throws NotFound when there is none
   */
  public InHook get(long id) {
    return store.rows().find(id).orElseThrow(() -> new NotFound(InHook.subject(id)));
  }

  public List<InHook> all() {
    return store.rows().all();
  }

  /** What came, the newest first. */
  public List<InHook.Arrival> arrivals(long id, int most) {
    return store.rows().arrivals(id, most);
  }
}
