package amends.messages.broadcast;

import static org.assertj.core.api.Assertions.assertThat;

import amends.staff.ApiTokens;
import amends.testing.Api;
import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.test.web.servlet.MockMvc;

/** Programs write to many, promise, and follow what became of it. */
class BroadcastApiTest extends ManyPeople {
  private static final String ALL = "/api/v1/broadcasts";

  @Autowired MockMvc mvc;
  @Autowired ApiTokens tokens;

  @Test
  void aPromiseToManyIsWrittenOverruledStartedAndFollowed() {
    people(2);
    Api api = new Api(mvc, tokens, "broadcasts:*");
    String due = clock.instant().plus(Duration.ofDays(2)).toString();
    Api.Answer written =
        api.post(
            ALL,
            """
            {"brand_id": %d, "purpose": "service", "ways": "any", "subject": "Your heater",
             "body": "It will not happen again.", "earlier": null,
             "next": {"words": "We tell you more.", "due_at": "%s"}}
            """
                .formatted(world.brand.id(), due));
    assertThat(written.status()).as(written.text()).isEqualTo(201);
    assertThat(written.at("/next/words").asString()).isEqualTo("We tell you more");
    String here = ALL + "/" + written.at("/id").asLong();
    Api.Answer listed =
        api.post(
            here + "/list",
            "{\"people\": [{\"who\": \"ann-0@berg.example\"}, {\"who\": \"ann-1@berg.example\"}]}");
    assertThat(listed.status()).as(listed.text()).isEqualTo(200);
    work();
    assertThat(api.post(here + "/start", "{\"reachable\": 2}").text())
        .contains("It will not happen again");
    Api.Answer started =
        api.post(here + "/start", "{\"reachable\": 2, \"overrule\": \"true_here\"}");
    assertThat(started.status()).as(started.text()).isEqualTo(200);
    work();
    clock.pass(Duration.ofMinutes(3));
    post.deliverToMany();

    Api.Answer now = api.get(here);
    assertThat(now.at("/progress/reached").asInt()).isEqualTo(2);
    assertThat(now.at("/progress/letters_to_print").asInt()).isZero();
    assertThat(now.at("/promised/owed").asInt()).isEqualTo(2);
    assertThat(now.at("/promised/broken").asInt()).isZero();

    Api.Answer first = api.get(here + "/promises?limit=1");
    assertThat(first.at("/items")).hasSize(1);
    assertThat(first.at("/items/0/words").asString()).isEqualTo("We tell you more");
    assertThat(first.at("/items/0/state").asString()).isEqualTo("owed");
    Api.Answer second = api.get(here + "/promises?limit=1&cursor=" + first.at("/next").asString());
    assertThat(second.at("/items/0/id").asLong()).isGreaterThan(first.at("/items/0/id").asLong());
    assertThat(second.at("/next").isNull()).isTrue();
    long customer = second.at("/items/0/customer_id").asLong();
    assertThat(api.get(here + "/promises?customer_id=" + customer).at("/items")).hasSize(1);
    Api other = new Api(mvc, tokens, "promises:read");
    assertThat(other.get(here + "/promises").status()).isEqualTo(403);
  }
}
