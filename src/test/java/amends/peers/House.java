package amends.peers;

import static org.assertj.core.api.Assertions.assertThat;

import amends.faults.Node;
import amends.faults.Opening;
import amends.faults.Wait;
import amends.peers.Visitor.Answer;
import amends.testing.Beginnings;
import amends.testing.FakeRelay;
import amends.testing.FakeRelay.Got;
import amends.testing.FakeRelay.Mood;
import amends.testing.Kept;
import amends.testing.Sender;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/**
 * The real program in a process of its own, with a catcher behind it; opened once for all tests of
 * this package, which therefore look only at people of their own.
 */
final class House {
  private static final Duration PROVED = Duration.ofMinutes(8);
  static final String HELP = "help@amends.localhost";
  private static final String PASSWORD = "the jug arrived in one piece";
  private static final Pattern TOKEN = Pattern.compile("amends_[A-Za-z0-9_-]+");
  private static final Pattern INVITED = Pattern.compile("http://[^/]+(/first-start/[\\w-]{22})");

  /** The one inner address that providers and web hooks may stand at; see P26 for all others. */
  static final String INSIDE = "127.0.0.77";

  private static @Nullable House opened;

  private final Path here;
  private final FakeRelay relay;
  private final Node node;
  private final Looks looks;
  private final AtomicInteger number = new AtomicInteger();
  private final Map<String, Mood> moods = new ConcurrentHashMap<>();
  Visitor api;
  Visitor administrator;
  private long provedAt = System.nanoTime();

  static synchronized House open() {
    House house = opened == null ? entered() : opened;
    house.proveAnew();
    // A token for each test: what others ask does not count against its limit.
    house.api = house.all();
    return house;
  }

  private static House entered() {
    House entered = new House();
    opened = entered;
    Kept.until(() -> {
      opened = null;
      entered.close();
    });
    return entered;
  }

  private House() {
    try {
      here = Files.createTempDirectory("peers");
      relay = new FakeRelay();
      relay.moodFor(to -> moods.getOrDefault(to.toLowerCase(Locale.ROOT), Mood.TAKE));
      Beginnings.lay(here.resolve("data"));
      node =
          new Node(
              here,
              relay.port(),
              Map.of(
                  "AMENDS_UNDO_SECONDS",
                  "0",
                  "AMENDS_HOOK_HOSTS",
                  INSIDE,
                  // As the tests themselves: it lives too briefly for the slow compiler.
                  "JAVA_TOOL_OPTIONS",
                  "-XX:TieredStopAtLevel=1"));
      looks = new Looks(node);
      node.start();
      Opening.day(node);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException(e);
    }
    administrator = signedIn(Opening.EMAIL, Opening.PASSWORD);
    api = all();
  }

  /** Whoever makes tokens has proved lately who they are: within a quarter of an hour. */
  private void proveAnew() {
    if (System.nanoTime() - provedAt > PROVED.toNanos()) {
      administrator = signedIn(Opening.EMAIL, Opening.PASSWORD);
      provedAt = System.nanoTime();
    }
  }

  private Visitor all() {
    return new Visitor(
        url(),
        token(
            "All",
            "customers:*",
            "goods:*",
            "cases:*",
            "messages:*",
            "promises:*",
            "work:*",
            "broadcasts:*",
            "remedies:*",
            "complaints:*",
            "hooks:*"));
  }

  String url() {
    return node.url();
  }

  Visitor stranger() {
    return new Visitor(url(), "");
  }

  /** One who comes from an address of their own. */
  Visitor strangerFrom(String address) {
    return new Visitor(url(), "", address);
  }

  String token(String name, String... scopes) {
    return token(name, null, scopes);
  }

  /**
   * As an administrator makes one.
   *
   * @param team whose cases it reaches; null for all
   */
  String token(String name, @Nullable Long team, String... scopes) {
    List<String> fields = new ArrayList<>(List.of("name", name, "days", "30"));
    List.of(scopes).forEach(scope -> fields.addAll(List.of("scopes", scope)));
    fields.addAll(List.of("team", team == null ? "" : String.valueOf(team)));
    Answer made = administrator.submit("/tokens", "/tokens", fields.toArray(String[]::new));
    Matcher words = TOKEN.matcher(made.text());
    assertThat(words.find()).as(made.text()).isTrue();
    return words.group();
  }

  Visitor signedIn(String email, String password) {
    Visitor visitor = stranger();
    Answer in = visitor.submit("/sign-in", "/sign-in", "email", email, "password", password);
    assertThat(in.status()).as(in.text()).isEqualTo(302);
    return visitor;
  }

  /** The team that was there from the start. */
  long team() {
    return count("select min(id) from team");
  }

  /** A colleague who was invited and came in by the link. */
  Visitor colleague(String name, String role, long team) {
    String email = name.toLowerCase().replace(' ', '.') + "@amends.localhost";
    Answer made =
        administrator.submit(
            "/people", "/people", "name", name, "email", email, "role", role, "team", "" + team);
    Matcher link = INVITED.matcher(made.text());
    assertThat(link.find()).as(made.text()).isTrue();
    Answer in =
        stranger()
            .submit(
                link.group(1),
                link.group(1),
                "name",
                name,
                "password",
                PASSWORD,
                "password_again",
                PASSWORD);
    assertThat(in.status()).isEqualTo(302);
    return signedIn(email, PASSWORD);
  }

  long newTeam(String name) {
    administrator.submit("/people", "/teams", "team_name", name);
    return count("select max(id) from team");
  }

  /** Hands a mail to the door; the header lines end with CRLF each. */
  String mail(String envelope, String headers, String body) {
    return mail(envelope, headers, "text/plain", body);
  }

  String mail(String envelope, String headers, String type, String body) {
    String mime =
        headers
            + "Message-ID: <peer-%d@peers.example>\r\n".formatted(number.incrementAndGet())
            + "Content-Type: %s; charset=utf-8\r\n\r\n".formatted(type)
            + body
            + "\r\n";
    try (Sender door = new Sender(node.mailPort())) {
      return door.send(envelope, HELP, mime.getBytes(StandardCharsets.UTF_8));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** Hands over bytes as they are, to any address; returns what the door said. */
  String post(String envelopeFrom, String envelopeTo, byte[] mime) {
    try (Sender door = new Sender(node.mailPort())) {
      return door.send(envelopeFrom, envelopeTo, mime);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** The same of a mail that is written with line feeds only. */
  String post(String envelopeFrom, String envelopeTo, String mime) {
    byte[] bytes = mime.replace("\n", "\r\n").getBytes(StandardCharsets.UTF_8);
    return post(envelopeFrom, envelopeTo, bytes);
  }

  /** Somebody reports a problem by the form; the status of the answer. */
  int reports(Visitor visitor, String name, String email, String words) {
    return visitor
        .submit("/report", "/report", "name", name, "email", email, "words", words)
        .status();
  }

  /** Somebody writes for the first time; returns the number of the case. */
  long writes(String name, String subject, String words) {
    String address = name + "@customer.example";
    String said =
        mail(
            address,
            "From: %s <%s>\r\nTo: %s\r\nSubject: %s\r\n".formatted(name, address, HELP, subject),
            words);
    assertThat(said).startsWith("250");
    settle();
    return caseOf(address).at("/id").asLong();
  }

  /** The newest case of whoever has this address. */
  JsonNode caseOf(String address) {
    long customer = api.get("/api/v1/customers?address=" + address).at("/items/0/id").asLong();
    JsonNode all = api.get("/api/v1/cases?limit=200&customer_id=" + customer).at("/items");
    assertThat(all.size()).as("cases of " + address).isPositive();
    return all.get(all.size() - 1);
  }

  /** How the mail server treats whatever is for this address, from now on. */
  void treats(String address, Mood mood) {
    moods.put(address, mood);
  }

  /** The time until the next try has passed for whatever is for addresses like this one. */
  void hurry(String addresses) {
    run(
        "update delivery set ready_at = now() where done_at is null and leased_until is null and address like '"
            + addresses
            + "'");
  }

  /** What waits for a colleague's look and came to this address. */
  long held(String kind, String envelopeTo) {
    return count(
        "select count(*) from held_mail h join inbound i on i.id = h.inbound_id where h.kind = '%s' and '%s' = any(i.envelope_to)"
            .formatted(kind, envelopeTo));
  }

  /** Megabytes that the program has in memory just now, without its PostgreSQL. */
  long memory() {
    return node.memory();
  }

  /** Its threads that the system knows, so not the virtual ones. */
  long threads() {
    return node.threads();
  }

  /** Everything read, every e-mail delivered; letters and calls wait for people. */
  void settle() {
    Wait.until(
        "nothing is owed",
        Duration.ofSeconds(60),
        () ->
            count(
                    """
                    select (select count(*) from inbound where done_at is null)
                      + (select count(*) from delivery
                        where done_at is null and ready_at < now() and channel = 'email')
                    """)
                == 0);
  }

  /** What has reached this address, the oldest first. */
  List<Got> caught(String address) {
    return relay.got().stream().filter(got -> got.to().equalsIgnoreCase(address)).toList();
  }

  List<Got> caught() {
    return relay.got();
  }

  /** A session of somebody else in the same database. */
  Connection record() throws SQLException {
    return node.record();
  }

  long count(String sql) {
    return looks.count(sql);
  }

  void run(String sql) {
    looks.run(sql);
  }

  private void close() {
    node.close();
    try (Stream<Path> files = Files.walk(here)) {
      relay.close();
      files.sorted(Comparator.reverseOrder()).forEach(file -> file.toFile().delete());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
