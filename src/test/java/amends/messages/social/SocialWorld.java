package amends.messages.social;

import amends.cases.Cases;
import amends.customers.Channel;
import amends.customers.Customer;
import amends.customers.Customers;
import amends.messages.Connection;
import amends.messages.Connections;
import amends.messages.Courier;
import amends.messages.Couriers;
import amends.messages.Medium;
import amends.messages.Message;
import amends.messages.Messages;
import amends.messages.Next;
import amends.messages.Outgoing;
import amends.messages.PublicSentences;
import amends.messages.Ways;
import amends.shared.Subject;
import amends.staff.Staff;
import amends.testing.AsOwner;
import amends.testing.DatabaseTest;
import amends.testing.Fernhill;
import amends.testing.TestClock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.TestInstance;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.web.servlet.MockMvc;

/** Two networks on this machine, and us on both. */
@DatabaseTest
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
abstract class SocialWorld {
  @Autowired MockMvc mvc;
  @Autowired JdbcClient sql;
  @Autowired TestClock clock;
  @Autowired Staff staff;
  @Autowired Customers customers;
  @Autowired Messages messages;
  @Autowired Connections connections;
  @Autowired PublicSentences sentences;
  @Autowired Couriers couriers;
  @Autowired SocialCarrier directCarrier;
  @Autowired SocialCarrier publicCarrier;
  @Autowired SocialEar ear;
  @Autowired Ways ways;
  @Autowired Cases cases;

  Fernhill world;
  FakeMastodon mastodon;
  FakeBluesky bluesky;
  Courier directly;
  Courier openly;
  long connection;

  @BeforeAll
  void people() {
    world = new Fernhill(staff, customers);
  }

  @BeforeEach
  void networks() {
    new AsOwner().run("truncate connection cascade");
    new AsOwner().run("truncate message cascade");
    clock.set(Instant.parse("2026-05-12T10:00:00Z"));
    mastodon = new FakeMastodon();
    bluesky = new FakeBluesky();
    directly = couriers.of(directCarrier);
    openly = couriers.of(publicCarrier);
  }

  @AfterEach
  void close() {
    directly.close();
    openly.close();
    mastodon.close();
    bluesky.close();
  }

  void onMastodon() {
    connection = connected("mastodon", mastodon.url(), "@help", FakeMastodon.TOKEN);
    ear.perform();
  }

  void onBluesky() {
    connection = connected("bluesky", bluesky.url(), "help.fernhill.example", FakeBluesky.PASSWORD);
    ear.perform();
  }

  long connected(String kind, String url, String account, String secret) {
    return connections.add(
        new Connection.Draft(kind, kind, null, url, account, "", secret, 6000),
        world.admin.actor());
  }

  void hear() {
    while (ear.perform()) {
      // The next page.
    }
  }

  void sendAll() {
    clock.pass(Duration.ofSeconds(30));
    for (Courier courier : List.of(directly, openly)) {
      while (courier.perform() || courier.busy()) {
        // The next batch.
      }
    }
  }

  Customer known(String account) {
    return customers.recognise(Channel.SOCIAL, account).orElseThrow();
  }

  /** What they said last, and the matter that it went to. */
  Message heard(String account) {
    return messages.about(matter(account)).stream()
        .filter(m -> m.inboundId() != null)
        .reduce((a, b) -> b)
        .orElseThrow();
  }

  Subject matter(String account) {
    return sql.sql(
            """
            select about_kind, about_id from message where customer_id = :customer
            order by id desc limit 1
            """)
        .param("customer", known(account).id())
        .query((rs, n) -> Subject.of(rs.getString("about_kind"), rs.getLong("about_id")))
        .single();
  }

  long say(Medium medium, String account, String words) {
    return messages.send(
        new Outgoing(
                matter(account),
                known(account).id(),
                account,
                "Your jug",
                words,
                Outgoing.Kind.REPLY,
                world.priya.actor(),
                world.brand.id(),
                null,
                new Next.NothingMore())
            .by(medium, account));
  }

  Message.Delivery delivery(long message) {
    return Objects.requireNonNull(messages.message(message).orElseThrow().delivery());
  }

  long count(String from) {
    return sql.sql("select count(*) from " + from).query(Long.class).single();
  }
}
