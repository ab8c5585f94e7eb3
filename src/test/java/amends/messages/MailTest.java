package amends.messages;

import amends.messages.InboundReading.Tools;
import amends.messages.email.courier.Relay;
import amends.messages.email.courier.RelayOptions;
import amends.shared.Actor;
import amends.shared.Acts;
import amends.shared.Settings;
import amends.shared.Subject;
import amends.shared.WorkRows;
import amends.staff.NewBrand;
import amends.staff.Staff;
import amends.testing.AsOwner;
import amends.testing.DatabaseTest;
import amends.testing.FakeRelay;
import amends.testing.TestClock;
import java.io.IOException;
import java.time.Duration;
import java.time.ZoneId;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * What tests of this room share: an empty mail room with a fake case room and a fake mail server.
 */
@DatabaseTest
abstract class MailTest {
  static final Subject CASE = Subject.of("case", 12);

  @Autowired JdbcClient sql;
  @Autowired Acts acts;
  @Autowired TestClock clock;
  @Autowired Arrivals arrivals;
  @Autowired Messages messages;
  @Autowired Addresses addresses;
  @Autowired Tools readingTools;
  @Autowired Couriers couriers;
  @Autowired Letters letters;
  @Autowired Staff staff;

  final FakeIntake intake = new FakeIntake();
  FakeRelay relay;
  boolean held;
  long brand;
  private InboundReading reading;
  private Courier courier;

  @BeforeEach
  void fresh() throws IOException {
    new AsOwner()
        .run("truncate inbound, blob, message, attachment, delivery, held_mail, alarm cascade");
    clock.set(TestClock.START);
    brand =
        staff
            .defaultBrand()
            .map(b -> b.id())
            .orElseGet(() ->
                staff
                    .addBrand(
                        new NewBrand(
                            "Kettle & Co", "help@example.net", Locale.ENGLISH, ZoneId.of("UTC")),
                        Actor.OPERATOR)
                    .id());
    relay = new FakeRelay();
    reading =
        new InboundReading(
            readingTools,
            new WorkRows(sql, clock, "inbound"),
            () -> intake,
            new Nudge(Duration.ofMillis(1)));
    courier = courier();
  }

  @AfterEach
  void close() throws IOException {
    reading.close();
    courier.close();
    relay.close();
  }

  Courier courier() {
    Settings.Smtp server = new Settings.Smtp("127.0.0.1", relay.port(), "", "", Settings.Tls.NONE);
    Relay to =
        new Relay(
            new RelayOptions(server, "mail.test", Duration.ofSeconds(2), Duration.ofSeconds(2)));
    return couriers.of(new EmailCarrier(letters, to), () -> held);
  }

  void arrive(byte[] mime) {
    arrive("ann@example.org", "help@example.net", mime);
  }

  void arrive(String from, String to, byte[] mime) {
    arrivals.lay(from, List.of(to), mime);
  }

  /** Reads until nothing more is ready. */
  void read() {
    while (reading.perform() || reading.busy()) {
      // The next batch.
    }
  }

  /** Sends until nothing more is ready. */
  void sendAll() {
    while (courier.perform()) {
      // The next batch.
    }
  }

  /** Waits for those who hang on the mail server. */
  void awaitIdle() {
    courier.close();
  }

  long send(Outgoing draft) {
    return messages.send(draft);
  }

  Outgoing reply(String to) {
    return draft(CASE, to, Outgoing.Kind.REPLY);
  }

  Outgoing draft(Subject about, String to, Outgoing.Kind kind) {
    return new Outgoing(
        about,
        7,
        to,
        "Your jug",
        "We are sorry. A new one is on its way. Nothing more happens unless you write.",
        kind,
        kind.automatic() ? Actor.SYSTEM : Actor.person(1),
        brand,
        null,
        new Next.NothingMore());
  }

  Message.Delivery delivery(long messageId) {
    return Objects.requireNonNull(messages.message(messageId).orElseThrow().delivery());
  }

  long count(String statement) {
    return sql.sql("select count(*) from " + statement).query(Long.class).single();
  }
}
