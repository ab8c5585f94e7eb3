package amends.cases.web;

import static org.assertj.core.api.Assertions.assertThat;

import amends.customers.Customers;
import amends.shared.Actor;
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
import org.springframework.test.web.servlet.MockMvc;

/** The ledger as programs read it, and what they may do to a promise before it is due. */
@DatabaseTest
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class PromiseApiTest {
  @Autowired MockMvc mvc;
  @Autowired ApiTokens tokens;
  @Autowired Staff staff;
  @Autowired Customers customers;
  @Autowired TestClock clock;

  private Fernhill world;
  private Api api;

  @BeforeAll
  void aHouse() {
    world = new Fernhill(staff, customers);
    api = new Api(mvc, tokens, "cases:*", "messages:*", "promises:*");
    customers.identify(world.ruth().id(), "C-1", Actor.SYSTEM);
  }

  private String in(Duration time) {
    return clock.instant().plus(time).toString();
  }

  private Api.Answer open() {
    Api.Answer opened =
        api.post(
            "/api/v1/cases",
            """
            {"customer_external_id": "C-1", "subject": "The jug arrived broken", "channel": "phone",
             "statement": "It was in two pieces.", "owner": "team:%d",
             "next": {"words": "We call you about the jug.", "due_at": "%s"}}
            """
                .formatted(world.home.id(), in(Duration.ofHours(3))));
    assertThat(opened.status()).as(opened.text()).isEqualTo(201);
    clock.pass(Duration.ofSeconds(1));
    return opened;
  }

  private static String promise(Api.Answer opened) {
    return "/api/v1/promises/" + opened.at("/matter/next/promise_id").asLong();
  }

  private static String matter(Api.Answer opened) {
    return "/api/v1/cases/" + opened.at("/matter/id").asLong();
  }

  @Test
  void aPromiseIsReadAsTheListHasIt() {
    Api.Answer opened = open();
    Api.Answer read = api.get(promise(opened));
    assertThat(read.at("/state").asString()).isEqualTo("owed");
    assertThat(read.json()).isEqualTo(opened.at("/promises/0"));
    String of = "/api/v1/promises?case_id=" + opened.at("/matter/id").asLong();
    assertThat(api.get(of + "&kind=contact").at("/items/0")).isEqualTo(read.json());
    assertThat(api.get(of + "&kind=follow_up").at("/items").size()).isZero();
    assertThat(api.get(of + "&owner_id=" + world.priya.id()).at("/items").size()).isZero();
    assertThat(api.get("/api/v1/promises/999999").status()).isEqualTo(404);
  }

  @Test
  void movingOneTellsTheCustomerAndLeavesTheOldOneAsItWas() {
    Api.Answer opened = open();
    Api.Answer mute =
        api.post(
            promise(opened) + "/move", "{\"due_at\": \"%s\"}".formatted(in(Duration.ofDays(1))));
    assertThat(mute.at("/errors/0/field").asString()).isEqualTo("why");
    Api.Answer sooner =
        api.post(
            promise(opened) + "/move",
            "{\"due_at\": \"%s\", \"why\": \"Snow.\"}".formatted(in(Duration.ofMinutes(5))));
    assertThat(sooner.at("/errors/0/field").asString()).isEqualTo("due_at");
    String body =
        "{\"due_at\": \"%s\", \"why\": \"The carrier is snowed in.\"}"
            .formatted(in(Duration.ofDays(1)));
    Api.Answer moved = api.post(promise(opened) + "/move", body, "snow");
    assertThat(moved.status()).as(moved.text()).isEqualTo(201);
    assertThat(moved.at("/follows_id").asLong())
        .isEqualTo(opened.at("/matter/next/promise_id").asLong());
    assertThat(moved.at("/words").asString()).isEqualTo("We call you about the jug.");
    Api.Answer old = api.get(promise(opened));
    assertThat(old.at("/state").asString()).isEqualTo("moved");
    assertThat(old.at("/due_at")).isEqualTo(opened.at("/promises/0/due_at"));
    assertThat(old.at("/evidence").asString()).startsWith("message:");
    assertThat(api.post(promise(opened) + "/move", body, "snow").header("Idempotency-Replayed"))
        .isEqualTo("true");
    Api.Answer messages = api.get(matter(opened) + "/messages?direction=out");
    assertThat(messages.at("/items").size()).isEqualTo(1);
    assertThat(messages.at("/items/0/text").asString()).contains("The carrier is snowed in.");
    assertThat(api.get(matter(opened) + "/messages?direction=in").at("/items").size()).isZero();
    assertThat(
            api.get(matter(opened) + "/messages?since=" + in(Duration.ofDays(1)))
                .at("/items")
                .size())
        .isZero();
    assertThat(api.post(promise(opened) + "/move", body).status()).as("ended").isEqualTo(422);
  }

  @Test
  void agreeingAndReleasingWantAWordOfTheCustomer() {
    Api.Answer opened = open();
    String agreed = "{\"due_at\": \"%s\", \"said_in\": \"%s\"}";
    String tomorrow = in(Duration.ofDays(1));
    assertThat(
            api.post(promise(opened) + "/agreement", agreed.formatted(tomorrow, "call:999"))
                .at("/errors/0/field")
                .asString())
        .isEqualTo("said_in");
    assertThat(
            api.post(promise(opened) + "/agreement", agreed.formatted(tomorrow, "note:1")).status())
        .isEqualTo(422);
    api.post(
        matter(opened) + "/statements",
        "{\"side\": \"customer\", \"who\": \"Ruth Adeyemi\", \"words\": \"Tomorrow suits me.\"}");
    Api.Answer said = api.get(promise(opened) + "/evidence?limit=1");
    assertThat(said.at("/items/0/said").asString()).isEqualTo("Tomorrow suits me.");
    assertThat(said.at("/next").isNull()).isTrue();
    Api.Answer anew =
        api.post(
            promise(opened) + "/agreement",
            agreed.formatted(tomorrow, said.at("/items/0/evidence").asString()));
    assertThat(anew.status()).as(anew.text()).isEqualTo(201);
    assertThat(api.get(promise(opened)).at("/state").asString()).isEqualTo("agreed");
    clock.pass(Duration.ofMinutes(1));
    api.post(
        matter(opened) + "/statements",
        "{\"side\": \"customer\", \"who\": \"Ruth Adeyemi\", \"words\": \"Do not bother.\"}");
    String now = "/api/v1/promises/" + anew.at("/id").asLong();
    String word = api.get(now + "/evidence").at("/items/0/evidence").asString();
    Api.Answer released = api.post(now + "/release", "{\"said_in\": \"%s\"}".formatted(word));
    assertThat(released.status()).as(released.text()).isEqualTo(200);
    assertThat(released.at("/state").asString()).isEqualTo("released");
    assertThat(released.at("/evidence").asString()).isEqualTo(word);
  }

  @Test
  void evidenceIsPagedWithoutLosingAWord() {
    Api.Answer opened = open();
    for (int i = 0; i < 3; i++) {
      api.post(
          matter(opened) + "/statements",
          "{\"side\": \"customer\", \"who\": \"Ruth\", \"words\": \"Word %d\"}".formatted(i));
    }
    List<String> seen = new ArrayList<>();
    String next = "";
    do {
      Api.Answer page =
          api.get(
              promise(opened) + "/evidence?limit=1" + (next.isEmpty() ? "" : "&cursor=" + next));
      page.at("/items").forEach(item -> seen.add(item.get("said").asString()));
      next = page.at("/next").asString("");
    } while (!next.isEmpty());
    assertThat(seen).containsExactlyInAnyOrder("Word 0", "Word 1", "Word 2");
  }

  @Test
  void whoMayOnlyReadPromisesChangesNone() {
    Api.Answer opened = open();
    Api reader = new Api(mvc, tokens, "promises:read");
    assertThat(reader.get(promise(opened)).status()).isEqualTo(200);
    assertThat(reader.post(promise(opened) + "/release", "{\"said_in\": \"call:1\"}").status())
        .isEqualTo(403);
    assertThat(reader.get(promise(opened) + "/evidence").status()).isEqualTo(403);
  }
}
