package amends.peers;

import static org.assertj.core.api.Assertions.assertThat;

import amends.peers.Visitor.Answer;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;

/** Cases that somebody opened by telephone. */
final class ByPhone {
  private ByPhone() {}

  /** A zone in which it is about noon, so that a text may ring whenever the test runs. */
  private static String atNoon() {
    int behind = Instant.now().atOffset(ZoneOffset.UTC).getHour() - 12;
    return behind == 0 ? "UTC" : "Etc/GMT%+d".formatted(behind);
  }

  /** A case by phone of somebody new, who is reached by text messages only. */
  static long opened(House house, String name, String number) {
    house.api.json(
        "POST",
        "/api/v1/customers",
        "{\"name\": \"%1$s\", \"external_id\": \"%1$s\", \"zone\": \"%3$s\", \"contacts\": [{\"channel\": \"sms\", \"address\": \"%2$s\"}]}"
            .formatted(name, number, atNoon()),
        name);
    String due = Instant.now().plus(9, ChronoUnit.HOURS).truncatedTo(ChronoUnit.SECONDS).toString();
    Answer opened =
        house.api.json(
            "POST",
            "/api/v1/cases",
            "{\"customer_external_id\": \"%s\", \"subject\": \"By phone\", \"channel\": \"phone\", \"statement\": \"It broke.\", \"owner\": \"team:%d\", \"next\": {\"words\": \"We call.\", \"due_at\": \"%s\"}}"
                .formatted(name, house.team(), due),
            "open-" + name);
    assertThat(opened.status()).as(opened.text()).isEqualTo(201);
    return opened.at("/matter/id").asLong();
  }
}
