package amends.messages.sms;

import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.post;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.status;

import amends.cases.Cases;
import amends.customers.Channel;
import amends.customers.Customer;
import amends.customers.Customers;
import amends.customers.Purpose;
import amends.messages.Connection;
import amends.messages.Connections;
import amends.messages.Courier;
import amends.messages.Couriers;
import amends.messages.Medium;
import amends.messages.Message;
import amends.messages.Messages;
import amends.messages.Next;
import amends.messages.Outgoing;
import amends.messages.Ways;
import amends.shared.Actor;
import amends.shared.Settings;
import amends.shared.Subject;
import amends.shared.net.Signature;
import amends.staff.Staff;
import amends.testing.AsOwner;
import amends.testing.DatabaseTest;
import amends.testing.Fernhill;
import amends.testing.TestClock;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.TestInstance;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.web.servlet.MockMvc;

/** A provider of text messages on this machine, and somebody to write to. */
@DatabaseTest
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
abstract class SmsWorld {
  static final String NUMBER = "+447700900";
  static int next = 100;

  @Autowired MockMvc mvc;
  @Autowired JdbcClient sql;
  @Autowired TestClock clock;
  @Autowired Staff staff;
  @Autowired Customers customers;
  @Autowired Messages messages;
  @Autowired Connections connections;
  @Autowired Couriers couriers;
  @Autowired SmsCarrier carrier;
  @Autowired Ways ways;
  @Autowired Cases cases;
  @Autowired Settings settings;

  Fernhill world;
  FakeTwilio twilio;
  Courier courier;
  long connection;
  Customer ruth;
  String number;

  @BeforeAll
  void people() {
    world = new Fernhill(staff, customers);
  }

  @BeforeEach
  void aProvider() {
    new AsOwner().run("truncate connection cascade");
    new AsOwner().run("truncate message cascade");
    clock.set(Instant.parse("2026-05-12T10:00:00Z"));
    twilio = new FakeTwilio();
    connection = connected("twilio", twilio.url(), FakeTwilio.TOKEN);
    courier = couriers.of(carrier);
    number = NUMBER + ++next;
    ruth = world.customer("Ruth " + next, "ruth" + next + "@adeyemi.example");
    customers.addContact(ruth.id(), Channel.SMS, number, Actor.SYSTEM);
  }

  @AfterEach
  void close() {
    courier.close();
    twilio.close();
  }

  long connected(String kind, String url, String secret) {
    return connections.add(
        new Connection.Draft(
            kind, "Texts", null, url, FakeTwilio.ACCOUNT, "+447700900001", secret, 6000),
        world.admin.actor());
  }

  long text(String words) {
    return text(words, number, Outgoing.Kind.REPLY, Purpose.SERVICE, false);
  }

  long text(String words, String to, Outgoing.Kind kind, Purpose purpose, boolean onward) {
    return messages.send(
        new Outgoing(
            Subject.of("case", 12),
            ruth.id(),
            to,
            "Your jug",
            words,
            kind,
            world.priya.actor(),
            world.brand.id(),
            null,
            new Next.NothingMore(),
            Medium.SMS,
            purpose,
            onward,
            null));
  }

  void sendAll() {
    clock.pass(Duration.ofSeconds(30));
    while (courier.perform() || courier.busy()) {
      // The next batch.
    }
  }

  Message.Delivery delivery(long message) {
    return Objects.requireNonNull(messages.message(message).orElseThrow().delivery());
  }

  long count(String from) {
    return sql.sql("select count(*) from " + from).query(Long.class).single();
  }

  String receiptUrl() {
    return Objects.requireNonNull(twilio.sent.getLast().get("StatusCallback"));
  }

  void tells(String state, String code) throws Exception {
    Map<String, String> fields =
        Map.of("MessageSid", "SM0001", "MessageStatus", state, "ErrorCode", code);
    knock(receiptUrl(), fields, FakeTwilio.TOKEN, 200);
  }

  void knock(String url, Map<String, String> fields, String token, int expected) throws Exception {
    mvc.perform(
            post(URI.create(url).getPath())
                .contentType("application/x-www-form-urlencoded")
                .content(FakeTwilio.form(fields))
                .header("X-Twilio-Signature", FakeTwilio.signature(url, fields, token)))
        .andExpect(status().is(expected));
  }

  void writes(String from, String words, String sid) throws Exception {
    String url = settings.baseUrl() + "/in/sms/" + connection + "/replies";
    knock(
        url,
        Map.of("From", from, "To", "+447700900001", "Body", words, "MessageSid", sid),
        FakeTwilio.TOKEN,
        200);
  }

  void told(String path, String body, String secret, Instant at, int expected) throws Exception {
    byte[] bytes = body.getBytes(StandardCharsets.UTF_8);
    String signature =
        Signature.header(
            List.of(secret.getBytes(StandardCharsets.UTF_8)), "evt", at.getEpochSecond(), bytes);
    mvc.perform(
            post(path)
                .contentType("application/json")
                .content(bytes)
                .header("webhook-id", "evt")
                .header("webhook-timestamp", at.getEpochSecond())
                .header("webhook-signature", signature))
        .andExpect(status().is(expected));
  }
}
