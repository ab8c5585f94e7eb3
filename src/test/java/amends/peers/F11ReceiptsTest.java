package amends.peers;

import static org.assertj.core.api.Assertions.assertThat;

import amends.faults.Wait;
import amends.peers.Visitor.Answer;
import java.net.http.HttpRequest.BodyPublishers;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Base64;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

/**
 * F11: providers and programs tell each thing five times and in any order: it counts once, and what
 * was delivered stays so. Bounces of mail: {@code P06ForgedBounceTest}.
 */
class F11ReceiptsTest {
  private static final Random CHANCE = new Random(11);

  private final House house = House.open();

  private static <T> List<T> fiveTimesShuffled(List<T> all) {
    List<T> many = new ArrayList<>();
    for (int i = 0; i < 5; i++) {
      many.addAll(all);
    }
    Collections.shuffle(many, CHANCE);
    return many;
  }

  private JsonNode text(Texting texting, long id, String number) {
    String at = "/cases/" + id;
    Answer sent =
        house.administrator.submit(
            at,
            at + "/replies",
            "mode",
            "reply",
            "text",
            "It is on its way.",
            "nothing_more",
            "yes",
            "way",
            "sms");
    assertThat(sent.status()).as(sent.text()).isEqualTo(302);
    Wait.until(
        "the provider has it",
        Duration.ofSeconds(30),
        () -> texting.sent.stream().anyMatch(t -> t.at("/to").asString().equals(number)));
    return texting.sent.stream()
        .filter(t -> t.at("/to").asString().equals(number))
        .findFirst()
        .orElseThrow();
  }

  private long entries(String kind, String number) {
    return house.count(
        "select count(*) from journal_entry j join delivery d on d.id = j.subject_id and j.subject_kind = 'delivery' where j.kind = '%s' and d.address = '%s'"
            .formatted(kind, number));
  }

  @Test
  void receiptsOfTextsCountOnceInWhateverOrder() {
    try (Texting texting = new Texting(house)) {
      String reached = "+447700920001";
      JsonNode first = text(texting, ByPhone.opened(house, "text-reached", reached), reached);
      for (String state : fiveTimesShuffled(List.of("accepted", "delivered", "accepted"))) {
        assertThat(texting.tells(first, "{\"state\":\"" + state + "\"}")).isEqualTo(200);
      }
      texting.tells(first, "{\"state\":\"failed\",\"reason\":\"late\"}");
      assertThat(entries("delivery.delivered", reached)).isEqualTo(1);
      assertThat(entries("delivery.accepted", reached)).isEqualTo(1);
      assertThat(entries("delivery.failed", reached)).as("delivered stays so").isZero();

      String missed = "+447700920002";
      JsonNode second = text(texting, ByPhone.opened(house, "text-missed", missed), missed);
      for (String state : fiveTimesShuffled(List.of("failed", "accepted"))) {
        assertThat(texting.tells(second, "{\"state\":\"" + state + "\",\"permanent\":true}"))
            .isEqualTo(200);
      }
      assertThat(
              house.count(
                  "select count(*) from journal_entry j join delivery d on d.id = j.subject_id and j.subject_kind = 'delivery' where j.kind in ('delivery.failed', 'delivery.bounced') and d.address = '"
                      + missed
                      + "'"))
          .isEqualTo(1);
    }
  }

  @Test
  void aProgramThatCallsFiveTimesIsHeardOnce() throws Exception {
    Answer made =
        house.administrator.submit(
            "/hooks/in",
            "/hooks/in",
            "name",
            "peers-again",
            "label",
            "Shop",
            "style",
            "standard",
            "target",
            "customer",
            "team",
            "" + house.team(),
            "secret",
            "");
    Matcher secret = Pattern.compile("whsec_[A-Za-z0-9+/=]+").matcher(made.text());
    assertThat(secret.find()).as(made.text()).isTrue();
    List<String> bodies = new ArrayList<>();
    for (int i = 0; i < 3; i++) {
      bodies.add(
          "{\"external_id\": \"again-%1$d\", \"name\": \"Again %1$d\", \"email\": \"again-%1$d@customer.example\"}"
              .formatted(i));
    }
    for (String body : fiveTimesShuffled(bodies)) {
      assertThat(call(secret.group(), "evt-" + bodies.indexOf(body), body)).isEqualTo(202);
    }
    Wait.until(
        "they are there",
        Duration.ofSeconds(30),
        () -> house.count("select count(*) from customer where external_id like 'again-%'") == 3);
    assertThat(house.count("select count(*) from customer where name like 'Again %'")).isEqualTo(3);
    assertThat(
            house.count(
                "select count(*) from journal_entry j join customer c on c.id = j.subject_id and j.subject_kind = 'customer' where c.external_id = 'again-1' and j.kind like 'customer.%met%'"))
        .isLessThanOrEqualTo(1);
  }

  private int call(String secret, String id, String body) throws Exception {
    byte[] key = Base64.getDecoder().decode(secret.substring("whsec_".length()));
    long now = Instant.now().getEpochSecond();
    Mac mac = Mac.getInstance("HmacSHA256");
    mac.init(new SecretKeySpec(key, "HmacSHA256"));
    String signature =
        Base64.getEncoder()
            .encodeToString(
                mac.doFinal((id + "." + now + "." + body).getBytes(StandardCharsets.UTF_8)));
    Visitor shop = house.stranger();
    return shop.send(
            shop.asked("/in/peers-again")
                .header("webhook-id", id)
                .header("webhook-timestamp", "" + now)
                .header("webhook-signature", "v1," + signature)
                .header("Content-Type", "application/json")
                .POST(BodyPublishers.ofString(body)))
        .status();
  }
}
