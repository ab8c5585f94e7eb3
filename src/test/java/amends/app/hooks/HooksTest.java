package amends.app.hooks;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import amends.cases.Cases;
import amends.customers.Customers;
import amends.journal.Journal;
import amends.journal.Sealer;
import amends.shared.Actor;
import amends.shared.Acts;
import amends.shared.OutboxHold;
import amends.shared.Refusal;
import amends.shared.Subject;
import amends.shared.WorkRows;
import amends.shared.net.Wire;
import amends.staff.Staff;
import amends.testing.DatabaseTest;
import amends.testing.TestClock;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import javax.net.ssl.SSLSocketFactory;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

@DatabaseTest
class HooksTest {
  private static final Actor ADA = Actor.OPERATOR;

  @Autowired Hooks hooks;
  @Autowired HookTools tools;
  @Autowired HookFeed feed;
  @Autowired Journal journal;
  @Autowired Sealer sealer;
  @Autowired Acts acts;
  @Autowired JdbcClient sql;
  @Autowired TestClock clock;
  @Autowired Staff staff;
  @Autowired Customers customers;
  @Autowired Cases cases;

  private Receiver receiver;
  private HookCourier courier;
  private long hook;
  private String secret;

  @BeforeEach
  void aShopThatListens() throws Exception {
    sql.sql("delete from hook_call").update();
    sql.sql("delete from hook_secret").update();
    sql.sql("delete from hook").update();
    receiver = new Receiver();
    courier = courier(() -> false);
    seal();
    hook = hooks.make(new Hook.Draft("Shop", receiver.url(), List.of("case.*"), null), ADA).id();
    secret = hooks.newSecret(hook, ADA);
  }

  private HookCourier courier(OutboxHold hold) {
    Wire wire =
        new Wire(
            tools.hosts(),
            Duration.ofMillis(800),
            (SSLSocketFactory) SSLSocketFactory.getDefault());
    return new HookCourier(acts, hooks, tools, clock, new HookCourier.Line(wire, hold));
  }

  @AfterEach
  void close() throws Exception {
    courier.close();
    receiver.close();
  }

  private void seal() {
    while (sealer.perform()) {}
  }

  private void happens(String kind, long matter) {
    journal.record(kind, Subject.of("case", matter), ADA, Map.of("secret", 7));
    seal();
    while (feed.perform()) {}
  }

  private Hook.Call last() {
    return hooks.calls(hook, 1).getFirst();
  }

  @Test
  void aCallSaysWhatHappenedInNumbersOnlyAndIsSignedAsStandardWebhooksSays() throws Exception {
    happens("case.opened", 12);
    happens("staff.person_added", 3);
    courier.perform();

    assertThat(receiver.calls).hasSize(1);
    Receiver.Call call = receiver.calls.getFirst();
    JsonNode said = new JsonMapper().readTree(call.body());
    assertThat(said.at("/type").asString()).isEqualTo("case.opened");
    assertThat(said.at("/seal").asLong()).isPositive();
    assertThat(said.at("/data/id").asLong()).isEqualTo(12);
    assertThat(said.at("/data/link").asString()).isEqualTo("http://localhost/api/v1/cases/12");
    assertThat(call.body()).doesNotContain("secret");
    assertThat(call.header("webhook-id")).isEqualTo(said.at("/id").asString());
    assertThat(call.header("webhook-timestamp"))
        .isEqualTo(String.valueOf(clock.instant().getEpochSecond()));
    assertThat(call.header("webhook-signature")).isEqualTo(signature(secret, call));
    assertThat(last().state()).isEqualTo("delivered");
  }

  /** Written from the specification, without the code under test. */
  private static String signature(String secret, Receiver.Call call) throws Exception {
    Mac mac = Mac.getInstance("HmacSHA256");
    mac.init(
        new SecretKeySpec(
            Base64.getDecoder().decode(secret.substring("whsec_".length())), "HmacSHA256"));
    String signed =
        call.header("webhook-id") + "." + call.header("webhook-timestamp") + "." + call.body();
    return "v1,"
        + Base64.getEncoder().encodeToString(mac.doFinal(signed.getBytes(StandardCharsets.UTF_8)));
  }

  @Test
  void bothSecretsSignForADayAfterTheChange() throws Exception {
    String newer = hooks.newSecret(hook, ADA);
    happens("case.opened", 12);
    courier.perform();
    Receiver.Call call = receiver.calls.getFirst();
    assertThat(call.header("webhook-signature").split(" "))
        .containsExactly(signature(newer, call), signature(secret, call));

    clock.pass(Hooks.CHANGE_OVER);
    happens("case.closed", 12);
    courier.perform();
    Receiver.Call next = receiver.calls.getLast();
    assertThat(next.header("webhook-signature")).isEqualTo(signature(newer, next));
  }

  @Test
  void faultsAreTriedAgainUnderTheSameIdWithAPlainReason() {
    happens("case.opened", 12);
    receiver.answer = "HTTP/1.1 500 Oh\r\nContent-Length: 4\r\n\r\nhurt";
    tryAgain("it answered 500");
    assertThat(last().lastBody()).isEqualTo("hurt");
    receiver.answer = "HTTP/1.1 302 Found\r\nLocation: http://169.254.169.254/\r\n\r\n";
    tryAgain("a redirect: those are not followed");
    receiver.fault = Receiver.Fault.CLOSES;
    tryAgain("ended early");
    receiver.fault = Receiver.Fault.SILENT;
    tryAgain("in time");
    receiver.fault = Receiver.Fault.NONE;
    receiver.answer = "HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\n2\r\nok\r\n0\r\n\r\n";
    courier.perform();

    assertThat(last().state()).isEqualTo("delivered");
    assertThat(receiver.calls).hasSize(5);
    assertThat(receiver.calls.stream().map(c -> c.header("webhook-id")).distinct()).hasSize(1);
    assertThat(hooks.get(hook).failing()).isZero();
  }

  private void tryAgain(String why) {
    courier.perform();
    assertThat(last().trouble()).contains(why);
    assertThat(last().state()).isEqualTo("waiting");
    clock.set(last().readyAt());
  }

  @Test
  void whatIsGivenUpAfterThreeDaysCanBeSentAgain() {
    Instant start = clock.instant();
    givenUp();
    assertThat(Duration.between(start, clock.instant()))
        .isBetween(Duration.ofDays(3), Duration.ofDays(4));
    assertThat(hooks.dead(0, 10)).extracting(Hook.Call::state).containsExactly("dead");

    receiver.answer = "HTTP/1.1 200 OK\r\nContent-Length: 0\r\n\r\n";
    hooks.resend(last().id(), ADA);
    courier.perform();
    assertThat(last().state()).isEqualTo("delivered");
    assertThat(hooks.dead(0, 10)).isEmpty();

    givenUp();
    receiver.answer = "HTTP/1.1 200 OK\r\nContent-Length: 0\r\n\r\n";
    assertThat(hooks.resendAll(hook, ADA)).as("all of one receiver at once").isEqualTo(1);
    courier.perform();
    assertThat(hooks.dead(0, 10)).isEmpty();
    assertThat(hooks.resendAll(hook, ADA)).isZero();
  }

  private void givenUp() {
    happens("case.opened", 12);
    receiver.answer = "HTTP/1.1 500 Oh\r\nContent-Length: 0\r\n\r\n";
    for (int i = 0; i <= HookCourier.AGAIN.size(); i++) {
      courier.perform();
      clock.set(last().readyAt());
    }
  }

  @Test
  void aHookThatOnlyFailsIsSwitchedOffAndLosesNothing() {
    happens("case.opened", 12);
    happens("case.closed", 12);
    receiver.answer = "HTTP/1.1 500 Oh\r\nContent-Length: 0\r\n\r\n";
    for (int i = 0; i < 40 && hooks.get(hook).isOn(); i++) {
      courier.perform();
      clock.pass(Duration.ofHours(12));
    }
    assertThat(hooks.get(hook).offWhy()).isEqualTo("failing");
    happens("case.reopened", 12);
    int before = receiver.calls.size();
    courier.perform();
    assertThat(receiver.calls).hasSize(before);

    receiver.answer = "HTTP/1.1 200 OK\r\nContent-Length: 0\r\n\r\n";
    sql.sql("update hook_call set outcome = 'aside' where outcome = 'dead'").update();
    hooks.switchOn(hook, ADA);
    while (feed.perform()) {}
    courier.perform();
    assertThat(hooks.calls(hook, 9))
        .extracting(Hook.Call::state)
        .containsExactly("delivered", "delivered", "delivered");
  }

  @Test
  void goneTurnsItOff() {
    happens("case.opened", 12);
    receiver.answer = "HTTP/1.1 410 Gone\r\nContent-Length: 0\r\n\r\n";
    courier.perform();
    assertThat(hooks.get(hook).offWhy()).isEqualTo("gone");
    assertThat(last().state()).isEqualTo("dead");
  }

  @Test
  void aCourierThatDiesHalfWayLosesNothingAndRepeatsTheId() {
    happens("case.opened", 12);
    happens("case.closed", 12);
    List<HookCalls.Task> dying = acts.call(() -> tools.calls().take(8, Duration.ofMinutes(1)));
    assertThat(dying).hasSize(2);
    courier.perform();
    assertThat(receiver.calls).isEmpty();

    clock.pass(Duration.ofMinutes(1));
    courier.perform();
    assertThat(receiver.calls).hasSize(2);
    assertThat(receiver.calls.stream().map(c -> c.header("webhook-id")).sorted().toList())
        .isEqualTo(dying.stream().map(HookCalls.Task::event).sorted().toList());
    assertThatThrownBy(() ->
            acts.run(() ->
                tools
                    .calls()
                    .over(dying.getFirst(), "dead", new HookCalls.Tried(null, "", "late"))))
        .isInstanceOf(WorkRows.LeaseLost.class);
  }

  @Test
  void aReplayTellsEverythingAgainFromASealOn() {
    happens("case.opened", 12);
    happens("case.felt", 12);
    happens("case.closed", 12);
    courier.perform();
    long second = hooks.calls(hook, 3).get(1).sealNo();
    hooks.replay(hook, second, ADA);
    while (feed.perform()) {}
    courier.perform();
    assertThat(receiver.calls).hasSize(5);
    assertThat(receiver.calls.stream().map(c -> c.header("webhook-id")).distinct()).hasSize(3);
    assertThatThrownBy(() -> hooks.replay(hook, 1_000_000, ADA)).isInstanceOf(Refusal.class);
  }

  @Test
  void nothingIsCalledWhileARestoredHouseIsHeld() {
    happens("case.opened", 12);
    courier(() -> true).perform();
    assertThat(receiver.calls).isEmpty();
  }

  @Test
  void noInnerAddressIsCalledHoweverItIsWritten() throws Exception {
    for (String host :
        List.of("localhost", "[::ffff:127.0.0.1]", "[::1]", "0.0.0.0", "0x7f000001", "10.0.0.1")) {
      long inner =
          hooks
              .make(
                  new Hook.Draft(
                      "Inner",
                      "https://%s:%d/".formatted(host, receiver.port()),
                      List.of("case.*"),
                      null),
                  ADA)
              .id();
      hooks.newSecret(inner, ADA);
    }
    hooks.switchOff(hook, ADA);
    happens("case.opened", 12);
    courier.perform();
    assertThat(receiver.calls).isEmpty();
    assertThatThrownBy(() -> tools.hosts().addresses("127.1")).isInstanceOf(IOException.class);
    assertThatThrownBy(() -> tools.hosts().addresses("2130706433")).isInstanceOf(IOException.class);
    assertThat(
            sql.sql("select distinct trouble from hook_call where attempts > 0")
                .query(String.class)
                .list())
        .allMatch(t -> t.contains("inside of a network") || t.contains("no address"));
    assertThatThrownBy(() ->
            hooks.make(new Hook.Draft("P", "http://shop.example/", List.of("case.*"), null), ADA))
        .isInstanceOf(Refusal.class);
  }
}
