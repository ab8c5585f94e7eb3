package amends.cases.web;

import static org.assertj.core.api.Assertions.assertThat;

import amends.customers.Customers;
import amends.shared.Actor;
import amends.staff.ApiTokens;
import amends.staff.Staff;
import amends.testing.Api;
import amends.testing.As;
import amends.testing.DatabaseTest;
import amends.testing.Fernhill;
import amends.testing.TestClock;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.test.web.servlet.MockMvc;
import org.springframework.test.web.servlet.request.MockMvcRequestBuilders;

/** What programs do in a case from its opening to its end and beyond. */
@DatabaseTest
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class CaseActApiTest {
  private static final String PATH = "/api/v1/cases";

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
    api = new Api(mvc, tokens, "cases:*", "messages:*", "promises:*", "work:*", "goods:*");
    customers.identify(world.ruth().id(), "C-1", Actor.SYSTEM);
    api.post("/api/v1/products", "{\"items\": [{\"external_id\": \"JUG-1\", \"name\": \"Jug\"}]}");
    Api.Answer ordered =
        api.post(
            "/api/v1/orders",
            """
            {"items": [{"external_id": "A-1001", "customer_external_id": "C-1",
              "placed_at": "2026-05-02T10:15:00Z", "total": {"minor": 1299, "currency": "EUR"},
              "lines": [{"product": "JUG-1", "quantity": 1, "price": {"minor": 1299, "currency": "EUR"}}]}]}
            """);
    assertThat(ordered.at("/created").asInt()).as(ordered.text()).isEqualTo(1);
  }

  private String in(Duration time) {
    return clock.instant().plus(time).toString();
  }

  private String open() {
    Api.Answer opened =
        api.post(
            PATH,
            """
            {"customer_external_id": "C-1", "subject": "The jug arrived broken", "channel": "phone",
             "statement": "It was in two pieces.", "owner": "team:%d",
             "next": {"words": "We call you about the jug.", "due_at": "%s"}}
            """
                .formatted(world.home.id(), in(Duration.ofHours(3))));
    assertThat(opened.status()).as(opened.text()).isEqualTo(201);
    return PATH + "/" + opened.at("/matter/id").asLong();
  }

  private Api.Answer done(Api.Answer answer) {
    assertThat(answer.status()).as(answer.text()).isBetween(200, 201);
    return answer;
  }

  private String next() {
    return "{\"words\": \"We send another jug.\", \"due_at\": \"%s\"}"
        .formatted(in(Duration.ofDays(2)));
  }

  private Api.Answer settled(String at) {
    return done(
        api.post(
            at + "/settlement",
            "{\"outcome\": \"made_right\", \"done\": \"A new jug was sent.\", \"follow_up_at\": \"%s\"}"
                .formatted(in(Duration.ofHours(20)))));
  }

  @Test
  void theReasonsOfARefusalAreReadAgain() {
    String at = open();
    Api.Answer refused =
        done(
            api.post(
                at + "/settlement",
                "{\"outcome\": \"refused\", \"done\": \"We looked.\", \"reasons\": \"Worn out.\", \"turn_to\": \"The ombudsman\", \"follow_up_at\": \"%s\"}"
                    .formatted(in(Duration.ofHours(20)))));
    assertThat(refused.at("/settlement/reasons").asString()).isEqualTo("Worn out.");
    assertThat(refused.at("/settlement/turn_to").asString()).isEqualTo("The ombudsman");
  }

  @Test
  void whatACaseIsAboutChangesOverTheVersionThatWasRead() {
    String at = open();
    String version = String.valueOf(api.get(at).header("ETag"));
    Api.Answer changed =
        done(
            api.patch(
                at,
                "{\"asks\": \"A new jug\", \"mood\": \"letdown\", \"order\": \"A-1001\", \"tags\": [\"#Glaze\", \"sharp  edge\"]}",
                version));
    assertThat(changed.at("/matter/asks").asString()).isEqualTo("A new jug");
    assertThat(changed.at("/matter/mood").asString()).isEqualTo("letdown");
    assertThat(changed.at("/matter/order_id").asLong()).isPositive();
    assertThat(changed.at("/matter/tags").toString()).isEqualTo("[\"glaze\",\"sharp edge\"]");
    assertThat(api.patch(at, "{\"mood\": \"calm\"}", version).status()).isEqualTo(412);
    Api.Answer again =
        done(api.patch(at, "{\"mood\": \"calm\"}", String.valueOf(changed.header("ETag"))));
    assertThat(again.at("/matter/asks").asString()).as("left out").isEqualTo("A new jug");
    assertThat(again.at("/matter/tags").size()).isEqualTo(2);
    Api.Answer emptied =
        done(api.patch(at, "{\"asks\": null, \"order\": null, \"tags\": []}", "*"));
    assertThat(emptied.at("/matter/asks").isNull()).isTrue();
    assertThat(emptied.at("/matter/order_id").isNull()).isTrue();
    assertThat(emptied.at("/matter/tags").size()).isZero();
    assertThat(api.get(at).json()).isEqualTo(emptied.json());
  }

  @Test
  void whatAProgramMayNotChangeIsRefusedByName() {
    String at = open();
    for (String field : List.of("owner_id", "state", "customer_id", "settled_at", "brand_id")) {
      Api.Answer refused = api.patch(at, "{\"%s\": 1}".formatted(field), "*");
      assertThat(refused.status()).as(field).isEqualTo(422);
      assertThat(refused.at("/errors/0/field").asString()).isEqualTo(field);
    }
    assertThat(api.patch(at, "{\"mood\": \"jolly\"}", "*").at("/errors/0/field").asString())
        .isEqualTo("mood");
    assertThat(api.patch(at, "{\"order\": \"A-404\"}", "*").at("/errors/0/field").asString())
        .isEqualTo("order");
    assertThat(api.patch(at, "{\"tags\": null}", "*").at("/errors/0/field").asString())
        .isEqualTo("tags");
    assertThat(
            api.patch(at, "{\"tags\": [\"%s\"]}".formatted("x".repeat(41)), "*")
                .at("/errors/0/field")
                .asString())
        .isEqualTo("tags");
    Api.Answer unread =
        api.send(api.asked("PATCH", at).contentType("application/json").content("{}"));
    assertThat(unread.status()).isEqualTo(428);
  }

  @Test
  void aStatementACallAndANoteAreReadBackFromTheCase() {
    String at = open();
    done(
        api.post(
            at + "/statements",
            "{\"side\": \"colleague\", \"who\": \"Tom Okafor\", \"words\": \"It left in one piece.\"}"));
    done(api.post(at + "/notes", "{\"text\": \"Carrier says: lost.\"}"));
    Api.Answer called =
        done(
            api.post(
                at + "/calls",
                "{\"direction\": \"out\", \"minutes\": 4, \"words\": \"She would rather wait.\", \"next\": %s}"
                    .formatted(next())));
    assertThat(called.at("/statements/1/who").asString()).isEqualTo("Tom Okafor");
    assertThat(called.at("/notes/0/words").asString()).isEqualTo("Carrier says: lost.");
    assertThat(called.at("/notes/0/person_id").isNull()).as("a program").isTrue();
    assertThat(called.at("/calls/0/minutes").asInt()).isEqualTo(4);
    assertThat(called.at("/promises/0/state").asString()).isEqualTo("kept");
    assertThat(called.at("/promises/0/evidence").asString()).startsWith("call:");
    assertThat(called.at("/matter/next/words").asString()).isEqualTo("We send another jug.");
    Api.Answer both =
        api.post(
            at + "/calls",
            "{\"direction\": \"in\", \"words\": \"Hm.\", \"nothing_more\": true, \"next\": %s}"
                .formatted(next()));
    assertThat(both.at("/errors/0/field").asString()).isEqualTo("next");
  }

  @Test
  void rightClosesItNotRightTakesItUpAgainAndSilenceIsTriedAgain() {
    String at = open();
    assertThat(api.post(at + "/follow-ups", "{\"result\": \"no_answer\"}").status())
        .as("not settled")
        .isEqualTo(422);
    assertThat(api.post(at + "/closure", "").status()).as("not settled").isEqualTo(422);
    settled(at);
    Api.Answer tried = done(api.post(at + "/follow-ups", "{\"result\": \"no_answer\"}"));
    assertThat(tried.at("/matter/state").asString()).isEqualTo("settled");
    assertThat(tried.at("/follow_ups/0/result").asString()).isEqualTo("no_answer");
    assertThat(tried.at("/settlement/outcome").asString()).isEqualTo("made_right");
    Api.Answer mute =
        api.post(at + "/follow-ups", "{\"result\": \"not_right\", \"words\": \"It leaks.\"}");
    assertThat(mute.at("/errors/0/field").asString()).isEqualTo("next.words");
    Api.Answer again =
        done(
            api.post(
                at + "/follow-ups",
                "{\"result\": \"not_right\", \"channel\": \"phone\", \"words\": \"It leaks.\", \"next\": %s}"
                    .formatted(next())));
    assertThat(again.at("/matter/state").asString()).isEqualTo("open");
    assertThat(again.at("/settlement").isNull()).isTrue();
    settled(at);
    Api.Answer held =
        done(api.post(at + "/follow-ups", "{\"result\": \"right\", \"words\": \"Lovely.\"}"));
    assertThat(held.at("/matter/state").asString())
        .as("a jug is still promised")
        .isEqualTo("settled");
    assertThat(api.post(at + "/closure", "").status()).as("still owed").isEqualTo(422);
    done(api.post(at + "/replies", "{\"text\": \"Here it is.\", \"nothing_more\": true}"));
  }

  @Test
  void aClosedCaseIsTakenUpAgainWithANextMoment() {
    String at = open();
    done(
        api.post(
            at + "/calls",
            "{\"direction\": \"out\", \"words\": \"It is on its way.\", \"nothing_more\": true}"));
    settled(at);
    Api.Answer closed =
        done(api.post(at + "/follow-ups", "{\"result\": \"right\", \"words\": \"Lovely.\"}"));
    assertThat(closed.at("/matter/state").asString()).isEqualTo("closed");
    assertThat(
            api.post(at + "/reopening", "{\"why\": \"It leaks.\"}")
                .at("/errors/0/field")
                .asString())
        .isEqualTo("next");
    String body = "{\"why\": \"It leaks.\", \"next\": %s}".formatted(next());
    Api.Answer reopened = done(api.post(at + "/reopening", body, "again-" + at));
    assertThat(reopened.at("/matter/state").asString()).isEqualTo("open");
    assertThat(reopened.at("/matter/next/words").asString()).isEqualTo("We send another jug.");
    Api.Answer twice = done(api.post(at + "/reopening", body, "again-" + at));
    assertThat(twice.header("Idempotency-Replayed")).isEqualTo("true");
    assertThat(api.get(at).at("/promises").size()).isEqualTo(reopened.at("/promises").size());
  }

  @Test
  void theDeskSaysThatAProgramAskedAndNotTheCustomer() {
    String at = open();
    settled(at);
    done(api.post(at + "/follow-ups", "{\"result\": \"no_answer\"}"));
    Api.Answer page =
        Api.send(
            mvc,
            MockMvcRequestBuilders.get(at.replace("/api/v1", ""))
                .accept("text/html")
                .with(As.person(world.priya.id())));
    assertThat(page.text()).contains("by Shop").doesNotContain("said so on their page");
  }

  @Test
  void casesAreFoundByWhatTheyAreAbout() {
    String at = open();
    long id = Long.parseLong(at.substring(at.lastIndexOf('/') + 1));
    Api.Answer tagged =
        done(api.patch(at, "{\"tags\": [\"found by this\"], \"order\": \"A-1001\"}", "*"));
    long order = tagged.at("/matter/order_id").asLong();
    assertThat(api.get(PATH + "?tag=Found%20by%20this").at("/items/0/id").asLong()).isEqualTo(id);
    assertThat(api.get(PATH + "?tag=Found%20by%20this").at("/items/0/tags/0").asString())
        .isEqualTo("found by this");
    assertThat(api.get(PATH + "?order_id=" + order + "&tag=found%20by%20this").at("/items").size())
        .isEqualTo(1);
    assertThat(api.get(PATH + "?order_id=" + (order + 7)).at("/items").size()).isZero();
    assertThat(api.get(PATH + "?tag=other").at("/items").size()).isZero();
    assertThat(api.get(PATH + "?brand_id=" + world.brand.id()).at("/items").size()).isPositive();
    assertThat(api.get(PATH + "?tag=a,b").status()).isEqualTo(422);
    String work = "/api/v1/work?view=all&tag=found%20by%20this";
    assertThat(api.get(work).at("/items").size()).isEqualTo(1);
    assertThat(api.get(work + "&waiting=carrier").at("/items").size()).isZero();
    assertThat(api.get(work + "&waiting=nobody").status()).isEqualTo(422);
  }

  @Test
  void withoutTheScopeForMessagesACaseShowsNone() {
    String matter = open();
    Api reader = new Api(mvc, tokens, "cases:read");
    assertThat(reader.get(matter).at("/messages").isNull()).isTrue();
    assertThat(reader.get(matter + "/messages").status()).isEqualTo(403);
    assertThat(reader.post(matter + "/notes", "{\"text\": \"Hm\"}").status()).isEqualTo(403);
    assertThat(reader.post(matter + "/notes", "{\"text\": \"Hm\"}").at("/type").asString())
        .isEqualTo("/developers#scope");
  }
}
