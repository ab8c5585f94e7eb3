package amends.messages.sms;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
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
import amends.messages.Way;
import amends.messages.Ways;
import amends.shared.Actor;
import amends.shared.Refusal;
import amends.shared.Settings;
import amends.shared.Subject;
import amends.shared.net.Signature;
import amends.staff.Staff;
import amends.testing.AsOwner;
import amends.testing.DatabaseTest;
import amends.testing.FakeHttp.Mood;
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
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.web.servlet.MockMvc;

/** Text messages through a provider on this machine, whatever befalls it. */
@DatabaseTest
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class SmsTest {
  private static final String NUMBER = "+447700900";
  private static int next = 100;

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

  private Fernhill world;
  private FakeTwilio twilio;
  private Courier courier;
  private long connection;
  private Customer ruth;
  private String number;

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

  private long connected(String kind, String url, String secret) {
    return connections.add(
        new Connection.Draft(
            kind, "Texts", null, url, FakeTwilio.ACCOUNT, "+447700900001", secret, 6000),
        world.admin.actor());
  }

  private long text(String words) {
    return text(words, number, Outgoing.Kind.REPLY, Purpose.SERVICE, false);
  }

  private long text(
      String words, String to, Outgoing.Kind kind, Purpose purpose, boolean onward) {
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

  private void sendAll() {
    clock.pass(Duration.ofSeconds(30));
    while (courier.perform() || courier.busy()) {
      // The next batch.
    }
  }

  private Message.Delivery delivery(long message) {
    return Objects.requireNonNull(messages.message(message).orElseThrow().delivery());
  }

  private long count(String from) {
    return sql.sql("select count(*) from " + from).query(Long.class).single();
  }

  @Test
  void aTextGoesToTheNumberAsItIsDialledWithAWayBackForReceipts() {
    long id = text("Your jug is on its way.");
    sendAll();

    assertThat(twilio.sent).hasSize(1);
    assertThat(twilio.sent.getFirst())
        .containsEntry("To", number)
        .containsEntry("From", "+447700900001")
        .containsEntry("Body", "Your jug is on its way.");
    assertThat(twilio.sent.getFirst().get("StatusCallback"))
        .startsWith(settings.baseUrl() + "/in/sms/" + connection + "/receipts/");
    assertThat(delivery(id).acceptedAt()).isNotNull();
    assertThat(connections.get(connection).workedAt()).isNotNull();
  }

  @Test
  void aNumberThatTakesNoTextsIsNotTriedAgainAndTheNextWayIsTaken() {
    long email =
        text("Your jug is on its way.", "+15552220000", Outgoing.Kind.REPLY, Purpose.SERVICE, true);
    sendAll();

    Message message = messages.message(email).orElseThrow();
    assertThat(message.channel()).isEqualTo("email");
    assertThat(message.address()).isEqualTo("ruth" + next + "@adeyemi.example");
    assertThat(count("delivery where message_id = " + email)).isEqualTo(2);
    assertThat(count("delivery where channel = 'sms' and permanent")).isOne();
    assertThat(count("journal_entry where kind = 'delivery.moved_on'")).isPositive();
  }

  @Test
  void aProviderThatAsksToWaitIsLeftAloneForAsLongAndNothingIsCountedAsATry() {
    long id = text("One");
    twilio.mood = Mood.BUSY;
    sendAll();
    assertThat(twilio.calls).hasSize(1);
    assertThat(delivery(id).tries()).isZero();

    long second = text("Two");
    twilio.mood = Mood.WELL;
    clock.pass(Duration.ofSeconds(60));
    sendAll();
    assertThat(twilio.calls).as("called while it asked for quiet").hasSize(1);

    clock.pass(Duration.ofSeconds(90));
    sendAll();
    assertThat(twilio.sent).hasSize(2);
    assertThat(delivery(second).acceptedAt()).isNotNull();
  }

  @Test
  void aProviderThatIsAwayIsTriedLessAndLessAndSaysItsTroubleInWords() {
    twilio.mood = Mood.AWAY;
    for (int i = 0; i < 5; i++) {
      text("Nr. " + i);
    }
    sendAll();
    Connection away = connections.get(connection);
    assertThat(away.failing()).isGreaterThanOrEqualTo(3);
    assertThat(away.pausedUntil()).isAfter(clock.instant());
    assertThat(away.trouble()).isEqualTo("it is not available (503)");
    int calls = twilio.calls.size();
    text("Another");
    sendAll();
    assertThat(twilio.calls).hasSize(calls);

    twilio.mood = Mood.WELL;
    clock.pass(Duration.ofMinutes(10));
    sendAll();
    assertThat(twilio.sent).hasSize(6);
    assertThat(connections.get(connection).trouble()).isNull();
  }

  @Test
  void whatBrokeOffIsSaidToBeUnknownAndAReceiptSaysThatItArrived() throws Exception {
    long id = text("Your jug is on its way.");
    twilio.mood = Mood.DROPS;
    sendAll();
    assertThat(delivery(id).ambiguousTries()).isOne();
    assertThat(delivery(id).acceptedAt()).isNull();
    assertThat(twilio.sent).hasSize(1);

    tells("delivered", "");
    twilio.mood = Mood.WELL;
    clock.pass(Duration.ofHours(1));
    sendAll();
    assertThat(twilio.sent).as("not sent a second time").hasSize(1);
    assertThat(delivery(id).deliveredAt()).isNotNull();
  }

  @Test
  void oneThatNeverAnswersHoldsUpNoOtherChannel() {
    long id = text("Your jug is on its way.");
    twilio.mood = Mood.HANGS;
    clock.pass(Duration.ofSeconds(30));
    courier.perform();
    assertThat(courier.busy()).isTrue();
    assertThat(delivery(id).done()).isFalse();
  }

  private String receiptUrl() {
    return Objects.requireNonNull(twilio.sent.getLast().get("StatusCallback"));
  }

  private void tells(String state, String code) throws Exception {
    Map<String, String> fields =
        Map.of("MessageSid", "SM0001", "MessageStatus", state, "ErrorCode", code);
    knock(receiptUrl(), fields, FakeTwilio.TOKEN, 200);
  }

  private void knock(String url, Map<String, String> fields, String token, int expected)
      throws Exception {
    mvc.perform(
            post(URI.create(url).getPath())
                .contentType("application/x-www-form-urlencoded")
                .content(FakeTwilio.form(fields))
                .header("X-Twilio-Signature", FakeTwilio.signature(url, fields, token)))
        .andExpect(status().is(expected));
  }

  @Test
  void receiptsComeInAnyOrderAnyNumberOfTimesAndCountOnce() throws Exception {
    long id = text("Your jug is on its way.");
    sendAll();
    for (String state : List.of("delivered", "sent", "queued", "delivered", "failed", "sent")) {
      tells(state, "");
      tells(state, "");
    }
    assertThat(delivery(id).deliveredAt()).isNotNull();
    assertThat(delivery(id).failedAt()).isNull();
    long delivered = delivery(id).id();
    assertThat(
            count(
                "journal_entry where kind = 'delivery.delivered' and subject_id = " + delivered))
        .isOne();
    assertThat(count("receipt where delivery_id = " + delivered)).isEqualTo(3);
  }

  @Test
  void aReceiptThatItFailedMakesItFailThoughItWasTaken() throws Exception {
    long id = text("Your jug is on its way.");
    sendAll();
    tells("undelivered", "30003");
    tells("delivered", "");
    assertThat(delivery(id).failedAt()).isNotNull();
    assertThat(delivery(id).deliveredAt()).isNull();
    assertThat(delivery(id).reply()).isEqualTo("undelivered 30003");
  }

  @Test
  void nobodyElseCanTellOfAMessage() throws Exception {
    long id = text("Your jug is on its way.");
    sendAll();
    Map<String, String> fields = Map.of("MessageSid", "SM0001", "MessageStatus", "delivered");
    knock(receiptUrl(), fields, "another token", 401);
    String other = receiptUrl().replaceFirst("receipts/\\d+", "receipts/999999");
    knock(other, fields, FakeTwilio.TOKEN, 401);
    knock(receiptUrl().replaceFirst("/sms/\\d+", "/sms/424242"), fields, FakeTwilio.TOKEN, 401);
    assertThat(delivery(id).deliveredAt()).isNull();
  }

  private void writes(String from, String words, String sid) throws Exception {
    String url = settings.baseUrl() + "/in/sms/" + connection + "/replies";
    knock(
        url,
        Map.of("From", from, "To", "+447700900001", "Body", words, "MessageSid", sid),
        FakeTwilio.TOKEN,
        200);
  }

  @Test
  void aStrangersTextOpensACaseAndIsAcknowledgedByText() throws Exception {
    String stranger = NUMBER + "99" + next % 10;
    writes(stranger, "The jug that you sent is cracked.", "SM-in-1" + next);
    writes(stranger, "The jug that you sent is cracked.", "SM-in-1" + next);
    sendAll();

    long customer = customers.recognise(Channel.SMS, stranger).orElseThrow().id();
    long matter =
        sql.sql("select id from amends_case where customer_id = :c")
            .param("c", customer)
            .query(Long.class)
            .single();
    List<Message> all = messages.about(Subject.of("case", matter));
    assertThat(all).extracting(Message::channel).containsExactly("sms", "sms");
    assertThat(all.getFirst().text()).contains("The jug that you sent is cracked.");
    assertThat(all.getFirst().address()).isEqualTo(stranger);
    assertThat(twilio.sent).hasSize(1);
    assertThat(twilio.sent.getFirst().get("Body"))
        .contains("We have your message (case " + matter + ")");

    writes(stranger, "And the lid is missing.", "SM-in-2" + next);
    assertThat(messages.about(Subject.of("case", matter))).hasSize(3);
    assertThat(count("amends_case where customer_id = " + customer)).isOne();
  }

  @Test
  void stopIsKeptAndNothingButSafetyIsSentThereUntilTheySayStart() throws Exception {
    writes(number, "STOP", "SM-stop" + next);
    writes(number, " stop. ", "SM-stop2" + next);
    assertThat(count("amends_case where customer_id = " + ruth.id())).isZero();
    assertThatThrownBy(() -> text("Your jug is on its way."))
        .isInstanceOf(Refusal.class)
        .hasMessage("messages.not-sent.suppressed");
    text("Stop using the jug.", number, Outgoing.Kind.NOTICE, Purpose.SAFETY, true);
    sendAll();
    assertThat(twilio.sent).hasSize(1);

    writes(number, "Start", "SM-start" + next);
    text("Your jug is on its way.");
    sendAll();
    assertThat(twilio.sent).hasSize(2);
  }

  @Test
  void anythingBeyondSixMessagesIsALetter() {
    assertThatThrownBy(() -> text("a".repeat(1000)))
        .isInstanceOf(Refusal.class)
        .hasMessage("messages.sms.too-long");
    assertThatThrownBy(
            () ->
                text("x", "+441132224567", Outgoing.Kind.REPLY, Purpose.SERVICE, false))
        .hasMessage("messages.sms.fixed");
  }

  @Test
  void anotherProviderSpeaksJsonAndSignsAsStandardWebhooksSays() throws Exception {
    connections.turn(connection, false, world.admin.actor());
    String secret = "a secret of the plain one";
    try (FakePlain plain = new FakePlain(secret)) {
      long other = connected("http", plain.url() + "/send", secret);
      assertThat(connections.test(other)).isEmpty();
      long id = text("Your jug is on its way.");
      sendAll();
      assertThat(plain.sent).hasSize(1);
      assertThat(plain.sent.getFirst().header("idempotency-key")).isEqualTo("amends-" + delivery(id).id());
      String path = URI.create(plain.receipts()).getPath();
      told(path, "{\"state\":\"delivered\"}", secret, clock.instant(), 200);
      assertThat(delivery(id).deliveredAt()).isNotNull();
      told(path, "{\"state\":\"failed\"}", "another secret of sixteen", clock.instant(), 401);
      told(path, "{\"state\":\"failed\"}", secret, clock.instant().minusSeconds(600), 401);
      told(
          "/in/sms/" + other + "/replies",
          "{\"id\":\"7\",\"from\":\"+447700911" + next + "\",\"text\":\"Thank you\"}",
          secret,
          clock.instant(),
          200);
      assertThat(count("message where direction = 'in' and provider_ref = '" + other + " 7'"))
          .isOne();
    }
  }

  private void told(String path, String body, String secret, Instant at, int expected)
      throws Exception {
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

  @Test
  void aSecretIsLockedAndShownToNobody() {
    assertThat(connections.get(connection).toString()).doesNotContain(FakeTwilio.TOKEN);
    assertThat(count("connection where encode(locked, 'escape') like '%a-token%'")).isZero();
    assertThat(connections.test(connection)).isEmpty();
    twilio.mood = Mood.STRANGER;
    assertThat(connections.test(connection)).isEqualTo("it answered 401");
  }

  @Test
  void aProviderInsideTheHouseIsNotCalledUnlessItIsNamed() {
    assertThatThrownBy(() -> connected("twilio", "http://10.1.2.3/", "x"))
        .isInstanceOf(Refusal.class);
    long inside = connected("twilio", "https://10.1.2.3", "x");
    assertThat(connections.test(inside)).contains("inside of a network");
  }

  @Test
  void withoutAProviderItIsShownWhyAndNotUsed() {
    connections.turn(connection, false, world.admin.actor());
    List<Way> all = ways.of(new Ways.To(ruth.id(), world.brand.id(), Subject.of("case", 12)));
    assertThat(all)
        .filteredOn(w -> w.medium() == Medium.SMS)
        .extracting(Way::shut)
        .containsExactly("messages.way.not-connected");
  }
}
