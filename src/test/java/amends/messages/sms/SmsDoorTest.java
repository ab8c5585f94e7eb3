package amends.messages.sms;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import amends.customers.Channel;
import amends.customers.Purpose;
import amends.messages.Message;
import amends.messages.Outgoing;
import amends.shared.Refusal;
import amends.shared.Sql;
import amends.shared.Subject;
import amends.testing.FakeHttp.Mood;
import java.net.URI;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** What comes back from a provider: receipts in any order, replies, and stop. */
class SmsDoorTest extends SmsWorld {
  @Test
  void whatBrokeOffIsSaidToBeUnknownAndAReceiptSaysThatItArrived() throws Exception {
    long id = text("Your jug is on its way.");
    twilio.mood = Mood.DROPS;
    sendAll();
    assertThat(delivery(id).ambiguousTries()).isOne();
    assertThat(delivery(id).acceptedAt()).isNull();
    assertThat(twilio.sent).hasSize(1);

    connections.turn(connection, false, world.admin.actor());
    tells("delivered", "");
    assertThat(delivery(id).deliveredAt()).as("also while it is switched off").isNotNull();
    connections.turn(connection, true, world.admin.actor());
    twilio.mood = Mood.WELL;
    clock.pass(Duration.ofHours(1));
    sendAll();
    assertThat(twilio.sent).as("not sent a second time").hasSize(1);
    assertThat(delivery(id).deliveredAt()).isNotNull();
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
            count("journal_entry where kind = 'delivery.delivered' and subject_id = " + delivered))
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

    String picture = "https://api.twilio.example/Media/ME1";
    knock(
        settings.baseUrl() + "/in/sms/" + connection + "/replies",
        Map.of(
            "From", stranger, "MessageSid", "MM-in" + next, "NumMedia", "1", "MediaUrl0", picture),
        FakeTwilio.TOKEN,
        200);
    assertThat(messages.about(Subject.of("case", matter)).getLast().text())
        .as("a picture alone is no empty message")
        .contains(picture);
  }

  /** The number of a broadcast may be that of somebody else's case. */
  @Test
  void anAnswerToATextToManyIsAMatterOfItsOwnAndNeverAnotherPersons() throws Exception {
    writes(NUMBER + "88" + next % 10, "My lamp flickers.", "SM-lamp" + next);
    long theirs = sql.sql("select max(id) from amends_case").query(Long.class).single();
    int before = messages.about(Subject.of("case", theirs)).size();
    sql.sql(
            """
            with said as (
              insert into message (direction, channel, about_kind, about_id, customer_id, brand_id,
                author_kind, author_id, address, name, subject, body, reply_text, kind, rfc_id,
                occurred_at, nothing_more, purpose, onward)
              values ('out', 'sms', 'broadcast', :theirs, 0, :brand, 'system', 0, '', '', 'Kettles',
                'Please switch it off.', '', 'broadcast', 'broadcast ' || :theirs, :now, true,
                'service', true)
              returning id)
            insert into delivery (message_id, customer_id, channel, address, created_at, give_up_at,
              ready_at, mass, done_at, accepted_at)
            select id, :ruth, 'sms', :number, :now, :now, :now, true, :now, :now from said
            """)
        .param("theirs", theirs)
        .param("brand", world.brand.id())
        .param("ruth", ruth.id())
        .param("number", number)
        .param("now", Sql.at(clock.instant()))
        .update();
    writes(number, "Mine is off. Is it dangerous?", "SM-off" + next);

    assertThat(messages.about(Subject.of("case", theirs))).hasSize(before);
    long hers =
        sql.sql("select id from amends_case where customer_id = :c")
            .param("c", ruth.id())
            .query(Long.class)
            .single();
    assertThat(messages.about(Subject.of("case", hers)).getFirst().text())
        .contains("Is it dangerous?");
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
    writes(number, "STOP", "SM-stop" + next);
    text("Your jug is on its way.");
    sendAll();
    assertThat(twilio.sent).as("the first stop told anew stops nothing").hasSize(2);

    writes(number, "STOP", "SM-stop3" + next);
    writes(number, "Start", "SM-start" + next);
    assertThatThrownBy(() -> text("Your jug is on its way."))
        .as("nor does an old start lift the newer stop")
        .hasMessage("messages.not-sent.suppressed");
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
      assertThat(plain.sent.getFirst().header("idempotency-key"))
          .isEqualTo("amends-" + delivery(id).id());
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
}
