package amends.messages;

import amends.journal.Journal;
import amends.shared.Actor;
import amends.shared.Acts;
import amends.shared.KeyRing;
import amends.shared.NotFound;
import amends.shared.Plain;
import amends.shared.Refusal;
import amends.shared.Subject;
import amends.shared.net.Hosts;
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
 * The providers that carry messages: where they are, as whom we write there, and how it is with
 * them. Asks for no permission: whoever calls has asked {@code Permits}. A secret goes in and is
 * never shown again.
 */
@Component
public final class Connections {
  private static final String PURPOSE = "connection.secret";
  private static final int LONGEST = 200;
  private static final int MOST_A_MINUTE = 60_000;

  private final ConnectionRows rows;
  private final InstantSource clock;
  private final Acts acts;
  private final Journal journal;
  private final Tools tools;

  Connections(ConnectionRows rows, InstantSource clock, Acts acts, Journal journal, Tools tools) {
    this.rows = rows;
    this.clock = clock;
    this.acts = acts;
    this.journal = journal;
    this.tools = tools;
  }

  @Component
  record Tools(KeyRing keys, Hosts hosts, List<Provider> providers) {}

  /** How many wait for a connection, and since when. */
  public record Queue(long waiting, @Nullable Instant oldest) {}

  public List<Connection> all() {
    return rows.all();
  }

  /**
   * @throws NotFound when there is none
   */
  public Connection get(long id) {
    return rows.find(id).orElseThrow(() -> new NotFound(subject(id)));
  }

  public Optional<Connection> find(long id) {
    return rows.find(id);
  }

  /** The one that carries it for a brand: its own, or the one for all. */
  public Optional<Connection> forBrand(Medium medium, long brandId) {
    return rows.on(medium).stream()
        .filter(c -> c.brandId() == null || c.brandId() == brandId)
        .findFirst();
  }

  public List<Connection> on(Medium medium) {
    return rows.on(medium);
  }

  public Queue queue(long id) {
    return rows.queues().stream()
        .filter(q -> q.connectionId() == id)
        .findFirst()
        .map(q -> new Queue(q.waiting(), q.oldest()))
        .orElse(new Queue(0, null));
  }

  public List<Provider> providers() {
    return tools.providers();
  }

  public Provider provider(String kind) {
    return tools.providers().stream()
        .filter(p -> p.kind().equals(kind))
        .findFirst()
        .orElseThrow(() -> new Refusal("kind", "messages.connection.kind"));
  }

  /**
   * @throws Refusal of the field that is wrong
   */
  public long add(Connection.Draft draft, Actor by) {
    Provider provider = provider(draft.kind());
    Connection.Draft clean = checked(draft, provider);
    if (clean.secret().isEmpty()) {
      throw new Refusal("secret", "messages.connection.secret");
    }
    return acts.call(() -> {
      long id = rows.add(clean, provider.medium(), locked(clean), clock.instant());
      journal.record("connection.made", subject(id), by, Map.of("kind", clean.kind()));
      return id;
    });
  }

  /**
   * @throws Refusal of the field that is wrong
   */
  public void change(long id, Connection.Draft draft, Actor by) {
    Connection old = get(id);
    Connection.Draft clean = checked(draft, provider(old.kind()));
    acts.run(() -> {
      rows.change(id, clean, clean.secret().isEmpty() ? null : locked(clean));
      journal.record("connection.changed", subject(id), by);
    });
  }

  private Connection.Draft checked(Connection.Draft draft, Provider provider) {
    String name = Plain.line(draft.name(), LONGEST);
    if (name.isEmpty()) {
      throw new Refusal("name", "messages.connection.name");
    }
    if (draft.perMinute() < 1 || draft.perMinute() > MOST_A_MINUTE) {
      throw new Refusal("per_minute", "messages.connection.pace", MOST_A_MINUTE);
    }
    String url = draft.url().isBlank() ? provider.usualUrl() : draft.url();
    Connection.Draft clean =
        new Connection.Draft(
            provider.kind(),
            name,
            draft.brandId(),
            tools.hosts().checked(url).toString().replaceFirst("/+$", ""),
            Plain.line(draft.account(), LONGEST),
            Plain.line(draft.sender(), LONGEST),
            draft.secret().strip(),
            draft.perMinute());
    provider.check(clean);
    return clean;
  }

  public void turn(long id, boolean on, Actor by) {
    get(id);
    acts.run(() -> {
      rows.upkeep().turn(id, on ? null : clock.instant());
      journal.record(on ? "connection.switched_on" : "connection.switched_off", subject(id), by);
    });
  }

  /**
   * Asks the provider whether it knows us.
   *
   * @return what is wrong, in a sentence; empty when all is well
   */
  public String test(long id) {
    Connection connection = get(id);
    String wrong = provider(connection.kind()).test(connection, secret(id));
    if (wrong.isEmpty()) {
      worked(id);
    } else {
      acts.run(() -> rows.upkeep().note(id, wrong, clock.instant()));
    }
    return wrong;
  }

  /** For whoever speaks with the provider; empty when there is none. */
  public String secret(long id) {
    return rows.locked(id)
        .map(locked -> tools.keys().unlock(PURPOSE, locked))
        .map(plain -> new String(plain, StandardCharsets.UTF_8))
        .orElse("");
  }

  private byte[] locked(Connection.Draft draft) {
    return tools.keys().lock(PURPOSE, draft.secret().getBytes(StandardCharsets.UTF_8));
  }

  /** How it is with it, from what it answered. */
  public void answered(long id, Answer answer) {
    switch (answer) {
      case Answer.Accepted accepted -> worked(id);
      // It works: it has just said no to this one.
      case Answer.Refused refused -> worked(id);
      case Answer.Later later -> failed(id, later.reply());
      case Answer.Unknown unknown -> failed(id, unknown.reply());
      case Answer.Busy busy -> busy(id, busy.pause());
    }
  }

  /** It took something. */
  public void worked(long id) {
    acts.run(() -> rows.upkeep().worked(id, clock.instant()));
  }

  /**
   * It did not; after some of these in a row it is left alone for a while, and longer each time.
   */
  public void failed(long id, String trouble) {
    acts.run(() -> rows.upkeep().failed(id, trouble, clock.instant()));
  }

  /** It asks for a pause. */
  public void busy(long id, Duration pause) {
    acts.run(() -> rows.upkeep().rest(id, clock.instant().plus(pause)));
  }

  /** How far what comes in has been read. */
  public String readTo(long id) {
    return rows.readTo(id).orElse("");
  }

  public void readTo(long id, String mark) {
    acts.run(() -> rows.readTo(id, mark));
  }

  public static Subject subject(long id) {
    return Subject.of("connection", id);
  }
}
