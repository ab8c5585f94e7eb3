package amends.customers.web;

import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;

import amends.customers.Customers;
import amends.staff.ApiTokens;
import amends.staff.Staff;
import amends.testing.Api;
import amends.testing.DatabaseTest;
import amends.testing.Fernhill;
import amends.testing.TestClock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.web.servlet.MockMvc;
import tools.jackson.databind.JsonNode;

@DatabaseTest
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class CustomerApiDoorTest {
  private static final String PATH = "/api/v1/customers";

  @Autowired MockMvc mvc;
  @Autowired ApiTokens tokens;
  @Autowired Staff staff;
  @Autowired Customers customers;
  @Autowired JdbcClient sql;
  @Autowired TestClock clock;

  private Api api;

  @BeforeAll
  void aShop() {
    new Fernhill(staff, customers);
    api = new Api(mvc, tokens, "customers:*");
  }

  private long count(String statement) {
    return sql.sql(statement).query(Long.class).single();
  }

  @Test
  void whatMayNotBeSetIsNamed() {
    for (String field :
        List.of(
            "org_id",
            "role",
            "approved_by",
            "amount",
            "owner",
            "id",
            "merged_into",
            "created_at")) {
      Api.Answer answer = api.post(PATH, "{\"name\": \"Eve\", \"%s\": 1}".formatted(field));
      assertThat(answer.status()).isEqualTo(422);
      assertThat(answer.at("/errors/0/field").asString()).isEqualTo(field);
    }
    assertThat(count("select count(*) from customer where name = 'Eve'")).isZero();
  }

  @Test
  void everyFlawIsToldAtOnceWithItsPath() {
    Api.Answer answer =
        api.post(
            PATH,
            """
            {"kind": "robot", "external_id": 7, "locale": "en",
             "contacts": [{"channel": "email"}, {"channel": "fax", "address": "1", "x": 1}, 3]}
            """);
    assertThat(answer.status()).isEqualTo(422);
    assertThat(answer.response().getContentType()).startsWith("application/problem+json");
    List<String> fields = new ArrayList<>();
    for (JsonNode error : answer.at("/errors")) {
      assertThat(error.get("words").asString()).isNotBlank();
      fields.add(error.get("field").asString());
    }
    assertThat(fields)
        .containsExactlyInAnyOrder(
            "kind",
            "name",
            "external_id",
            "contacts[0].address",
            "contacts[1].channel",
            "contacts[1].x",
            "contacts[2]");
  }

  @Test
  void whatIsNoJsonOrTooMuchIsRefused() {
    assertThat(api.post(PATH, "{\"name\": ").status()).isEqualTo(400);
    assertThat(api.post(PATH, "{\"name\": \"A\", \"name\": \"B\"}").status()).isEqualTo(400);
    assertThat(api.post(PATH, "[".repeat(5000)).status()).isEqualTo(400);
    assertThat(api.post(PATH, "{} {}").status()).isEqualTo(400);
    assertThat(api.post(PATH, "").status()).isEqualTo(400);
    assertThat(api.post(PATH, "[]").status()).isEqualTo(422);
    assertThat(api.post(PATH, "{\"name\": \"%s\"}".formatted("x".repeat(201))).status())
        .isEqualTo(422);
    assertThat(api.post(PATH, "{\"name\": \"\\u0000\"}").status()).isEqualTo(422);
    assertThat(api.post(PATH, " ".repeat(4 * 1024 * 1024 + 1)).status()).isEqualTo(413);
    assertThat(
            api.send(
                    api.asked("POST", PATH)
                        .header("Idempotency-Key", "form")
                        .contentType("application/x-www-form-urlencoded")
                        .content("name=Eve"))
                .status())
        .isEqualTo(415);
  }

  @Test
  void onlyAValidTokenInTheHeaderOpens() {
    for (String words :
        List.of(
            "",
            "Bearer ",
            "Bearer null",
            "Bearer " + api.words().substring(1),
            "Bearer " + api.words().substring(0, 20),
            "Basic " + api.words(),
            api.words())) {
      Api.Answer answer = Api.send(mvc, get(PATH).header("Authorization", words));
      assertThat(answer.status()).as(words).isEqualTo(401);
      assertThat(answer.response().getContentType()).startsWith("application/problem+json");
      assertThat(answer.header("WWW-Authenticate")).startsWith("Bearer");
    }
    assertThat(Api.send(mvc, get(PATH + "?access_token=" + api.words())).status()).isEqualTo(401);
    assertThat(Api.send(mvc, get(PATH).with(amends.testing.As.person(1))).status()).isEqualTo(401);
  }

  @Test
  void unknownAddressesAndNumbersAnswerAlike() {
    Api.Answer missing = api.get(PATH + "/999999");
    assertThat(missing.status()).isEqualTo(404);
    assertThat(missing.at("/title").asString()).isNotBlank();
    assertThat(api.get(PATH + "/abc").status()).isEqualTo(404);
  }

  @Test
  void theRestOfTheMinuteIsToldAndWhoExceedsItWaits() {
    clock.pass(Duration.ofMinutes(1));
    Api hasty = new Api(mvc, tokens, "customers:read");
    Api.Answer first = hasty.get(PATH + "?limit=1");
    assertThat(first.header("RateLimit-Policy")).isEqualTo("\"minute\";q=600;w=60");
    assertThat(first.header("RateLimit")).isEqualTo("\"minute\";r=599;t=60");
    for (int i = 0; i < 599; i++) {
      hasty.get(PATH + "/999999");
    }
    Api.Answer over = hasty.get(PATH + "?limit=1");
    assertThat(over.status()).isEqualTo(429);
    assertThat(over.header("Retry-After")).isEqualTo("60");
    assertThat(api.get(PATH + "?limit=1").status()).isEqualTo(200);
    clock.pass(Duration.ofMinutes(1));
    assertThat(hasty.get(PATH + "?limit=1").status()).isEqualTo(200);
  }

  @Test
  void twoAreDeclaredOneAndTwoAgain() {
    long one = api.post(PATH, "{\"name\": \"Ivo Brand\"}").at("/id").asLong();
    long other = api.post(PATH, "{\"name\": \"I. Brand\"}").at("/id").asLong();
    String merge = PATH + "/" + other + "/merge";

    Api.Answer merged = api.post(merge, "{\"into\": %d}".formatted(one));
    assertThat(merged.status()).isEqualTo(200);
    assertThat(merged.at("/merged_into").asLong()).isEqualTo(one);
    assertThat(api.post(merge, "{\"into\": %d}".formatted(other)).status()).isEqualTo(422);
    assertThat(api.post(merge, "{\"into\": 999999}").at("/errors/0/field").asString())
        .isEqualTo("into");
    assertThat(api.post(PATH + "/999999/merge", "{\"into\": 1}").status()).isEqualTo(404);

    Api.Answer parted = api.send(api.asked("DELETE", merge));
    assertThat(parted.status()).isEqualTo(200);
    assertThat(parted.at("/merged_into").isNull()).isTrue();
    assertThat(api.send(api.asked("DELETE", merge)).status()).isEqualTo(422);
  }
}
