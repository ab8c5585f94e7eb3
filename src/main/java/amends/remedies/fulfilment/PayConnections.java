package amends.remedies.fulfilment;

import amends.journal.Journal;
import amends.remedies.fulfilment.PayConnectionRows.Secrets;
import amends.remedies.pay.Link;
import amends.remedies.pay.PayDraft;
import amends.remedies.pay.PayLine;
import amends.remedies.pay.PayProvider;
import amends.shared.Actor;
import amends.shared.Acts;
import amends.shared.KeyRing;
import amends.shared.NotFound;
import amends.shared.Plain;
import amends.shared.Refusal;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/**
 * Those through whom we pay and send. Asks for no permission: whoever calls has asked {@code
 * Permits}. A secret goes in and is never shown again.
 */
@Component
public final class PayConnections {
  private static final String PURPOSE = "pay.secret";
  private static final String HOOK_PURPOSE = "pay.hook_secret";
  private static final int LONGEST = 200;

  private final PayConnectionRows rows;
  private final InstantSource clock;
  private final Acts acts;
  private final Journal journal;
  private final Tools tools;

  PayConnections(
      PayConnectionRows rows, InstantSource clock, Acts acts, Journal journal, Tools tools) {
    this.rows = rows;
    this.clock = clock;
    this.acts = acts;
    this.journal = journal;
    this.tools = tools;
  }

  @Component
  record Tools(KeyRing keys, PayLine line, List<PayProvider> providers) {}

  public List<PayConnection> all() {
    return rows.all();
  }

  public Optional<PayConnection> find(long id) {
    return rows.find(id);
  }

  /**
   * @throws NotFound when there is none
   */
  public PayConnection get(long id) {
    return rows.find(id).orElseThrow(() -> new NotFound(PayConnection.subject(id)));
  }

  /** The kinds that can be connected: people are always there. */
  public List<PayProvider> providers() {
    return tools.providers().stream().filter(p -> !p.byPeople()).toList();
  }

  /**
   * @throws Refusal of the field {@code kind} when there is none such
   */
  public PayProvider provider(String kind) {
    return providers().stream()
        .filter(p -> p.kind().equals(kind))
        .findFirst()
        .orElseThrow(() -> new Refusal("kind", "remedies.pay.refusal.kind"));
  }

  /** With its secrets open: for the length of a call only. */
  Link link(PayConnection connection) {
    Secrets locked = rows.secrets(connection.id());
    return new Link(
        connection.url(),
        connection.account(),
        opened(PURPOSE, locked.secret()),
        opened(HOOK_PURPOSE, locked.hook()));
  }

  private String opened(String purpose, byte @Nullable [] locked) {
    return locked == null
        ? ""
        : new String(tools.keys().unlock(purpose, locked), StandardCharsets.UTF_8);
  }

  /**
   * @throws Refusal of the field that is wrong
   */
  public long add(PayDraft draft, Actor by) {
    PayDraft clean = checked(draft, provider(draft.kind()));
    if (clean.secret().isEmpty()) {
      throw new Refusal("secret", "remedies.pay.refusal.secret");
    }
    return acts.call(() -> {
      long id = rows.add(clean, locked(clean), clock.instant());
      journal.record(
          "pay_connection.made", PayConnection.subject(id), by, Map.of("kind", clean.kind()));
      return id;
    });
  }

  /**
   * @throws Refusal of the field that is wrong
   */
  public void change(long id, PayDraft draft, Actor by) {
    PayConnection before = get(id);
    PayDraft clean = checked(draft, provider(before.kind()));
    refuseElsewhere(before, clean);
    acts.run(() -> {
      rows.change(id, clean, locked(clean));
      journal.record("pay_connection.changed", PayConnection.subject(id), by);
    });
  }

  /** What a provider gave us is told to nobody else: another place takes its own secret. */
  private static void refuseElsewhere(PayConnection before, PayDraft clean) {
    boolean elsewhere = !place(before.url()).equals(place(clean.url()));
    if (elsewhere && clean.secret().isEmpty()) {
      throw new Refusal("secret", "remedies.pay.refusal.secret-elsewhere");
    }
  }

  private static String place(String url) {
    URI uri = URI.create(url);
    return uri.getScheme() + "://" + uri.getAuthority();
  }

  private PayDraft checked(PayDraft draft, PayProvider provider) {
    String name = Plain.line(draft.name(), LONGEST);
    if (name.isEmpty()) {
      throw new Refusal("name", "remedies.pay.refusal.name");
    }
    String url = draft.url().isBlank() ? provider.usualUrl() : draft.url();
    PayDraft clean =
        new PayDraft(
            provider.kind(),
            name,
            tools.line().hosts().checked(url).toString().replaceFirst("/+$", ""),
            Plain.line(draft.account(), LONGEST),
            draft.secret().strip(),
            draft.hookSecret().strip());
    provider.check(clean);
    return clean;
  }

  private Secrets locked(PayDraft draft) {
    return new Secrets(locked(PURPOSE, draft.secret()), locked(HOOK_PURPOSE, draft.hookSecret()));
  }

  private byte @Nullable [] locked(String purpose, String secret) {
    return secret.isEmpty()
        ? null
        : tools.keys().lock(purpose, secret.getBytes(StandardCharsets.UTF_8));
  }

  public void turn(long id, boolean on, Actor by) {
    get(id);
    acts.run(() -> {
      rows.upkeep().turn(id, on ? null : clock.instant());
      journal.record(
          on ? "pay_connection.switched_on" : "pay_connection.switched_off",
          PayConnection.subject(id),
          by);
    });
  }

  /**
   * Asks whether they know us; nothing is paid.
   *
   * @return what is wrong, in a sentence; empty when all is well
   */
  public String test(long id) {
    PayConnection connection = get(id);
    String wrong = provider(connection.kind()).test(link(connection));
    if (wrong.isEmpty()) {
      worked(id);
    } else {
      acts.run(() -> rows.upkeep().note(id, wrong, clock.instant()));
    }
    return wrong;
  }

  void worked(long id) {
    acts.run(() -> rows.upkeep().worked(id, clock.instant()));
  }

  /** After some failures in a row it is left alone for a while, and longer each time. */
  void failed(long id, String trouble, @Nullable Duration asked) {
    acts.run(() -> {
      Instant now = clock.instant();
      if (asked == null) {
        rows.upkeep().failed(id, trouble, now);
      } else {
        rows.upkeep().note(id, trouble, now);
        rows.upkeep().rest(id, now.plus(asked));
      }
    });
  }

  void compared(long id, @Nullable Instant to, @Nullable String trouble) {
    acts.run(() -> rows.compared(id, to, trouble, clock.instant()));
  }
}
