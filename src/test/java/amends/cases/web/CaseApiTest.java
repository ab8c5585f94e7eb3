package amends.cases.web;

import static org.assertj.core.api.Assertions.assertThat;

import amends.cases.HarmDenials;
import amends.cases.Harms;
import amends.customers.Customers;
import amends.shared.Actor;
import amends.staff.ApiTokens;
import amends.staff.Brand;
import amends.staff.NewApiToken;
import amends.staff.NewBrand;
import amends.staff.Staff;
import amends.staff.Team;
import amends.testing.Api;
import amends.testing.As;
import amends.testing.DatabaseTest;
import amends.testing.Fernhill;
import amends.testing.TestClock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.web.servlet.MockMvc;
import org.springframework.test.web.servlet.request.MockMvcRequestBuilders;

@DatabaseTest
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class CaseApiTest {
  private static final String PATH = "/api/v1/cases";

  @Autowired MockMvc mvc;
  @Autowired ApiTokens tokens;
  @Autowired Staff staff;
  @Autowired Customers customers;
  @Autowired Harms harms;
  @Autowired HarmDenials denials;
  @Autowired JdbcClient sql;
  @Autowired TestClock clock;

  private Fernhill world;
  private Api api;

  @BeforeAll
  void aHouse() {
    world = new Fernhill(staff, customers);
    api =
        new Api(mvc, tokens, "cases:*", "messages:*", "promises:read", "work:read", "customers:*");
    customers.identify(world.ruth().id(), "C-1", Actor.SYSTEM);
  }

  private String in(Duration time) {
    return clock.instant().plus(time).toString();
  }

  private String draft(String owner, String more) {
    return """
    {"customer_external_id": "C-1", "subject": "The jug arrived broken", "channel": "phone",
     "statement": "It was in two pieces.", "owner": "%s",
     "next": {"words": "We call you about the jug.", "due_at": "%s"}%s}
    """
        .formatted(owner, in(Duration.ofHours(3)), more);
  }

  private Api.Answer open() {
    Api.Answer opened = api.post(PATH, draft("team:" + world.home.id(), ""));
    assertThat(opened.status()).as(opened.text()).isEqualTo(201);
    return opened;
  }

  private static String at(Api.Answer opened, String rest) {
    return PATH + "/" + opened.at("/matter/id").asLong() + rest;
  }

  @Test
  void aCaseIsOpenedWithItsStatementAndItsNextMoment() {
    Api.Answer opened = open();
    Api.Answer read = api.get(String.valueOf(opened.header("Location")));
    assertThat(read.json()).isEqualTo(opened.json());
    assertThat(read.at("/matter/state").asString()).isEqualTo("open");
    assertThat(read.at("/matter/next/words").asString()).isEqualTo("We call you about the jug.");
    assertThat(read.at("/statements/0/words").asString()).isEqualTo("It was in two pieces.");
    assertThat(read.at("/promises/0/state").asString()).isEqualTo("owed");
    assertThat(read.at("/matter/owner_id").isNull()).isTrue();
  }

  private long hurt(String body) {
    Api.Answer opened = api.post(PATH, body);
    assertThat(opened.status()).as(opened.text()).isEqualTo(201);
    assertThat(opened.at("/matter/next/due_at").asString())
        .as(opened.text())
        .isEqualTo(in(Duration.ofMinutes(10)));
    long id = opened.at("/matter/id").asLong();
    assertThat(harms.of(id, world.hanna)).as("once, wherever it stands").hasSize(1);
    return id;
  }

  @Test
  void dangerInWhatAProgramBringsPromisesACallBeforeAnybodyHasReadIt() {
    String team = "team:" + world.home.id();
    String fire = draft(team, "").replace("It was in two pieces.", "It caught fire.");
    hurt(fire.replace("phone", "ourselves"));
    hurt(draft(team, "").replace("The jug arrived broken", "The kettle caught fire"));
    hurt(draft(team, ", \"asks\": \"The brakes failed, take it back\""));
    long id = hurt(fire);
    assertThat(harms.of(id, world.hanna).getFirst().reportedBy()).isNull();
    assertThat(harms.of(open().at("/matter/id").asLong(), world.hanna)).isEmpty();

    String rang = "{\"direction\": \"out\", \"words\": \"All are well.\", \"nothing_more\": true}";
    assertThat(api.post(PATH + "/" + id + "/calls", rang).status()).isEqualTo(201);
    String again =
        "{\"side\": \"customer\", \"who\": \"Ruth\", \"words\": \"There is smoke coming out.\"}";
    Api.Answer told = api.post(PATH + "/" + id + "/statements", again);
    assertThat(told.at("/matter/next/due_at").asString())
        .as("nobody has heard what a program brings, so it is news: %s", told.text())
        .isEqualTo(in(Duration.ofMinutes(10)));

    denials.deny(id, "It was the toaster of a film.", world.hanna);
    assertThat(harms.of(id, world.hanna)).as("the first was called about").hasSize(1);
  }

  @Test
  void whatCannotBeIsSaidByTheNameOfItsField() {
    assertThat(field(draft("team:999999", ""))).isEqualTo("owner");
    assertThat(field(draft("nobody", ""))).isEqualTo("owner");
    assertThat(field(draft("team:" + world.home.id(), ", \"order\": \"A-404\"")))
        .isEqualTo("order");
    assertThat(field(draft("team:" + world.home.id(), "").replace("C-1", "C-404")))
        .isEqualTo("customer_external_id");
    assertThat(
            field(
                draft("team:" + world.home.id(), "")
                    .replace(in(Duration.ofHours(3)), "2020-01-01T00:00:00Z")))
        .isEqualTo("next.due_at");
  }

  private String field(String body) {
    Api.Answer answer = api.post(PATH, body);
    assertThat(answer.status()).as(answer.text()).isEqualTo(422);
    return answer.at("/errors/0/field").asString();
  }

  @Test
  void aReplyMustSayWhatHappensNextAndPromisesIt() {
    Api.Answer opened = open();
    Api.Answer mute = api.post(at(opened, "/replies"), "{\"text\": \"A new jug is on its way.\"}");
    assertThat(mute.status()).isEqualTo(422);
    assertThat(mute.at("/errors/0/field").asString()).isEqualTo("next.words");
    Api.Answer sent =
        api.post(
            at(opened, "/replies"),
            "{\"text\": \"A new jug is on its way.\", \"next\": {\"words\": \"We ask whether it came.\", \"due_at\": \"%s\"}}"
                .formatted(in(Duration.ofDays(2))));
    assertThat(sent.status()).as(sent.text()).isEqualTo(201);
    assertThat(sent.at("/messages/0/text").asString())
        .contains("A new jug is on its way.", "We ask whether it came", "Shop");
    Api.Answer messages = api.get(at(opened, "/messages"));
    assertThat(messages.at("/items/0/next/words").asString()).isEqualTo("We ask whether it came.");
    long message = messages.at("/items/0/id").asLong();
    assertThat(api.get("/api/v1/messages/" + message).json()).isEqualTo(messages.at("/items/0"));
    assertThat(sent.at("/matter/owner_id").isNull()).as("a program owns nothing").isTrue();
  }

  @Test
  void aReplySentAgainUnderItsKeyGoesOutOnce() {
    Api.Answer opened = open();
    String body = "{\"text\": \"All is well.\", \"nothing_more\": true}";
    assertThat(api.post(at(opened, "/replies"), body, "once-only").status()).isEqualTo(201);
    assertThat(api.post(at(opened, "/replies"), body, "once-only").header("Idempotency-Replayed"))
        .isEqualTo("true");
    assertThat(api.get(at(opened, "/messages")).at("/items").size()).isEqualTo(1);
  }

  @Test
  void aNoteAHandOverAndASettlementStandUnderTheTokensNameOnThePage() throws Exception {
    Api.Answer opened = open();
    assertThat(api.post(at(opened, "/notes"), "{\"text\": \"Carrier says: lost.\"}").status())
        .isEqualTo(201);
    Api.Answer handed =
        api.post(
            at(opened, "/owner"),
            "{\"owner\": \"person:%d\", \"words\": \"Yours.\"}".formatted(world.priya.id()));
    assertThat(handed.at("/matter/owner_id").asLong()).isEqualTo(world.priya.id());
    Api.Answer settled =
        api.post(
            at(opened, "/settlement"),
            "{\"outcome\": \"made_right\", \"done\": \"A new jug was sent.\", \"follow_up_at\": \"%s\"}"
                .formatted(in(Duration.ofHours(20))));
    assertThat(settled.status()).as(settled.text()).isEqualTo(200);
    assertThat(settled.at("/matter/state").asString()).isEqualTo("settled");
    Api.Answer page =
        Api.send(
            mvc,
            MockMvcRequestBuilders.get("/cases/" + opened.at("/matter/id").asLong())
                .accept("text/html")
                .with(As.person(world.priya.id())));
    assertThat(page.status()).isEqualTo(200);
    assertThat(page.text()).contains("Carrier says: lost.", "Shop");
    assertThat(
            sql.sql(
                    "select count(distinct kind) from journal_entry where actor_kind = 'token' and subject_kind = 'case' and subject_id = "
                        + opened.at("/matter/id").asLong())
                .query(Long.class)
                .single())
        .isGreaterThanOrEqualTo(5);
  }

  @Test
  void aSettlementWithoutAFollowUpIsRefusedUnderTheNameOfTheField() {
    Api.Answer opened = open();
    Api.Answer answer =
        api.post(at(opened, "/settlement"), "{\"outcome\": \"partly\", \"done\": \"Half.\"}");
    assertThat(answer.status()).isEqualTo(422);
    assertThat(answer.at("/errors/0/field").asString()).isEqualTo("follow_up_at");
  }

  @Test
  void listsFilterAndTellWhatChangedSince() {
    Api.Answer first = open();
    clock.pass(Duration.ofMinutes(10));
    String since = clock.instant().toString();
    Api.Answer second = open();
    assertThat(ids(PATH + "?updated_since=" + since))
        .contains(id(second))
        .doesNotContain(id(first));
    api.post(at(first, "/notes"), "{\"text\": \"Something new.\"}");
    assertThat(ids(PATH + "?updated_since=" + since)).contains(id(first), id(second));
    assertThat(ids(PATH + "?state=closed")).doesNotContain(id(first));
    assertThat(
            ids(
                PATH
                    + "?state=open&owner=nobody&team_id="
                    + world.home.id()
                    + "&customer_id="
                    + world.ruth().id()))
        .contains(id(first));
    assertThat(ids(PATH + "?owner=person:" + world.priya.id())).doesNotContain(id(first));
    assertThat(ids(PATH + "?broken=false&due_before=" + in(Duration.ofDays(9))))
        .contains(id(first));
    assertThat(api.get(PATH + "?owner=priya").status()).isEqualTo(422);
    assertThat(api.get(PATH + "?broken=maybe").status()).isEqualTo(422);
    assertThat(api.get(PATH + "?due_before=soon").status()).isEqualTo(422);
  }

  private static long id(Api.Answer opened) {
    return opened.at("/matter/id").asLong();
  }

  private List<Long> ids(String path) {
    Api.Answer answer = api.get(path + "&limit=200");
    assertThat(answer.status()).as(answer.text()).isEqualTo(200);
    List<Long> ids = new ArrayList<>();
    answer
        .at("/items")
        .forEach(item -> ids.add(item.get(item.has("case_id") ? "case_id" : "id").asLong()));
    return ids;
  }

  @Test
  void promisesAndTheQueueAreListed() {
    Api.Answer opened = open();
    assertThat(ids("/api/v1/promises?state=owed&case_id=" + id(opened)))
        .containsExactly(id(opened));
    assertThat(ids("/api/v1/promises?state=broken&case_id=" + id(opened))).isEmpty();
    assertThat(ids("/api/v1/work?view=team&team_id=" + world.home.id())).contains(id(opened));
    assertThat(ids("/api/v1/work?view=unowned")).contains(id(opened));
    assertThat(ids("/api/v1/work?view=mine&person_id=" + world.tom.id()))
        .doesNotContain(id(opened));
    assertThat(api.get("/api/v1/work?view=mine").status()).isEqualTo(422);
    assertThat(api.get("/api/v1/work").status()).isEqualTo(422);
    open();
    List<Long> seen = new ArrayList<>();
    String next = "";
    do {
      Api.Answer page =
          api.get("/api/v1/work?view=all&limit=1" + (next.isEmpty() ? "" : "&cursor=" + next));
      page.at("/items").forEach(item -> seen.add(item.get("case_id").asLong()));
      next = page.at("/next").asString("");
    } while (!next.isEmpty());
    assertThat(seen)
        .doesNotHaveDuplicates()
        .contains(id(opened))
        .hasSameSizeAs(ids("/api/v1/work?view=all"));
  }

  @Test
  void aTokenOfAnotherBrandKnowsOfNothing() {
    Api.Answer opened = open();
    api.post(at(opened, "/replies"), "{\"text\": \"All is well.\", \"nothing_more\": true}");
    long message = api.get(at(opened, "/messages")).at("/items/0/id").asLong();
    Brand other =
        staff.addBrand(
            new NewBrand("Other", "help@other.example", Locale.UK, Fernhill.LONDON), Actor.SYSTEM);
    Team team = staff.addTeam("Other team", other.id(), Actor.SYSTEM);
    staff.join(world.sam.id(), team.id(), Actor.SYSTEM);
    Api stranger =
        new Api(
            mvc,
            tokens.make(
                new NewApiToken(
                    "Other",
                    List.of("cases:*", "messages:*", "promises:*", "work:*"),
                    other.id(),
                    null,
                    null),
                null));
    Api.Answer missing = stranger.get(PATH + "/999999");
    Api.Answer hidden = stranger.get(at(opened, ""));
    assertThat(hidden.status()).isEqualTo(404);
    assertThat(hidden.at("/detail")).isEqualTo(missing.at("/detail"));
    for (String act : List.of("/replies", "/notes")) {
      assertThat(stranger.post(at(opened, act), "{\"text\": \"Hello\"}").status()).isEqualTo(404);
    }
    assertThat(
            stranger
                .post(at(opened, "/owner"), "{\"owner\": \"team:%d\"}".formatted(team.id()))
                .status())
        .isEqualTo(404);
    assertThat(stranger.get(at(opened, "/messages")).status()).isEqualTo(404);
    assertThat(stranger.get("/api/v1/messages/" + message).status()).isEqualTo(404);
    assertThat(stranger.get(PATH).at("/items").size()).isZero();
    assertThat(stranger.get("/api/v1/promises").at("/items").size()).isZero();
    assertThat(stranger.get("/api/v1/work?view=all").at("/items").size()).isZero();
    assertThat(
            stranger
                .post(PATH, draft("team:" + world.home.id(), ""))
                .at("/errors/0/field")
                .asString())
        .isEqualTo("owner");
    Api.Answer own = stranger.post(PATH, draft("team:" + team.id(), ""));
    assertThat(own.status()).as(own.text()).isEqualTo(201);
    Api.Answer away =
        stranger.post(at(own, "/owner"), "{\"owner\": \"team:%d\"}".formatted(world.home.id()));
    assertThat(away.status()).as("the case stays of its brand: " + away.text()).isEqualTo(200);
  }
}
