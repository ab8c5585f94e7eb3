package amends.customers.web;

import static org.assertj.core.api.Assertions.assertThat;

import amends.customers.Customers;
import amends.shared.Chore;
import amends.staff.ApiTokens;
import amends.staff.Staff;
import amends.testing.Api;
import amends.testing.DatabaseTest;
import amends.testing.Fernhill;
import amends.testing.TestClock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.web.servlet.MockMvc;

@DatabaseTest
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class CustomerApiTest {
  private static final String PATH = "/api/v1/customers";

  @Autowired MockMvc mvc;
  @Autowired ApiTokens tokens;
  @Autowired Staff staff;
  @Autowired Customers customers;
  @Autowired JdbcClient sql;
  @Autowired TestClock clock;
  @Autowired List<Chore> chores;

  private Api api;

  @BeforeAll
  void aShop() {
    new Fernhill(staff, customers);
    api = new Api(mvc, tokens, "customers:*");
  }

  private static String ruth(String number) {
    return """
    {"name": "Ruth Adeyemi", "external_id": "%s",
     "contacts": [{"channel": "email", "address": "ruth.%s@adeyemi.example"}]}
    """
        .formatted(number, number);
  }

  private long count(String statement) {
    return sql.sql(statement).query(Long.class).single();
  }

  @Test
  void whatMustBeDoneDifferentlyIsNotedLookedAtAgainAndEnded() {
    long id = api.post(PATH, ruth("N-1")).at("/id").asLong();
    String at = PATH + "/" + id + "/needs";
    String later = clock.instant().plus(Duration.ofDays(90)).toString();
    String said =
        "{\"driver\": \"health\", \"words\": \"Call, do not write.\", \"told_by\": \"herself\","
            + " \"review_at\": \"%s\"}";

    Api.Answer made = api.post(at, said.formatted(later));
    assertThat(made.status()).isEqualTo(201);
    assertThat(made.at("/driver").asString()).isEqualTo("health");
    assertThat(api.get(at).at("/items/0/words").asString()).isEqualTo("Call, do not write.");
    Api.Answer past = api.post(at, said.formatted(clock.instant()));
    assertThat(past.status()).isEqualTo(422);
    assertThat(past.at("/errors/0/field").asString()).isEqualTo("review_at");

    String one = at + "/" + made.at("/id").asLong();
    String again = clock.instant().plus(Duration.ofDays(180)).toString();
    assertThat(
            api.post(one + "/review", "{\"review_at\": \"" + again + "\"}")
                .at("/review_at")
                .asString())
        .isEqualTo(again);
    long other = api.post(PATH, ruth("N-2")).at("/id").asLong();
    String elsewhere = PATH + "/" + other + "/needs/" + made.at("/id").asLong();
    assertThat(api.send(api.asked("DELETE", elsewhere)).status())
        .as("another customer's")
        .isEqualTo(404);
    assertThat(api.send(api.asked("DELETE", one)).at("/items").size()).isZero();
    assertThat(api.send(api.asked("DELETE", one)).status()).as("it has ended").isEqualTo(404);
  }

  @Test
  void aCustomerIsWrittenDownAndReadAgain() {
    Api.Answer made = api.post(PATH, ruth("C-1"));
    assertThat(made.status()).as(made.text()).isEqualTo(201);
    Api.Answer read = api.get(String.valueOf(made.header("Location")));
    assertThat(read.status()).isEqualTo(200);
    assertThat(read.json()).isEqualTo(made.json());
    assertThat(read.at("/name").asString()).isEqualTo("Ruth Adeyemi");
    assertThat(read.at("/contacts/0/address").asString()).isEqualTo("ruth.C-1@adeyemi.example");
    assertThat(read.at("/created_at").asString()).endsWith("Z");
    assertThat(read.at("/locale").asString()).isEqualTo("en-GB");
    assertThat(read.header("ETag")).matches("\"[0-9a-f]{24}\"");
    assertThat(read.header("X-Request-Id")).isNotEmpty();
    assertThat(read.response().getCookies()).isEmpty();
  }

  @Test
  void theJournalNamesTheTokenAsTheActor() {
    Api.Answer made = api.post(PATH, ruth("C-2"));
    assertThat(
            count(
                "select count(*) from journal_entry where kind = 'customer.entered' and actor_kind = 'token' and actor_id = %d and subject_id = %d"
                    .formatted(api.token().id(), made.at("/id").asLong())))
        .isEqualTo(1);
  }

  @Test
  void theSameRequestUnderTheSameKeyGetsTheSameAnswerAndDoesNothing() {
    Api.Answer first = api.post(PATH, ruth("C-3"), "once");
    long before = count("select count(*) from journal_entry");
    Api.Answer again = api.post(PATH, ruth("C-3"), "once");
    assertThat(again.status()).isEqualTo(201);
    assertThat(again.text()).isEqualTo(first.text());
    assertThat(again.header("Location")).isEqualTo(first.header("Location"));
    assertThat(again.header("Idempotency-Replayed")).isEqualTo("true");
    assertThat(first.header("Idempotency-Replayed")).isNull();
    assertThat(count("select count(*) from journal_entry")).isEqualTo(before);
  }

  @Test
  void anotherRequestUnderAUsedKeyIsRefused() {
    api.post(PATH, ruth("C-4"), "used");
    Api.Answer other = api.post(PATH, ruth("C-5"), "used");
    assertThat(other.status()).isEqualTo(422);
    assertThat(other.at("/type").asString()).isEqualTo("/developers#key-used");
  }

  @Test
  void aKeyBelongsToItsToken() {
    api.post(PATH, ruth("C-6"), "shared");
    Api second = new Api(mvc, tokens, "customers:*");
    assertThat(second.post(PATH, ruth("C-7"), "shared").status()).isEqualTo(201);
  }

  @Test
  void aRefusedRequestLeavesItsKeyUnused() {
    assertThat(api.post(PATH, "{\"name\": \" \"}", "mended").status()).isEqualTo(422);
    assertThat(api.post(PATH, ruth("C-8"), "mended").status()).isEqualTo(201);
  }

  @Test
  void ofManyAtOnceOneActsAndTheOthersHearOfItOrWait() {
    List<CompletableFuture<Integer>> all =
        IntStream.range(0, 12)
            .mapToObj(i ->
                CompletableFuture.supplyAsync(() -> api.post(PATH, ruth("C-9"), "twelve").status()))
            .toList();
    List<Integer> answers = new ArrayList<>(all.stream().map(CompletableFuture::join).toList());
    assertThat(answers).contains(201).allMatch(status -> status == 201 || status == 409);
    assertThat(count("select count(*) from customer where external_id = 'C-9'")).isEqualTo(1);
  }

  @Test
  void everyPostNeedsAKey() {
    Api.Answer none =
        api.send(api.asked("POST", PATH).contentType("application/json").content(ruth("C-10")));
    assertThat(none.status()).isEqualTo(400);
    assertThat(none.at("/errors/0/field").asString()).isEqualTo("Idempotency-Key");
  }

  @Test
  void keysAreForgottenAfterAMonth() {
    api.post(PATH, ruth("C-11"), "old");
    Chore chore =
        chores.stream()
            .filter(c -> c.name().equals("shared.forget-keys"))
            .findFirst()
            .orElseThrow();
    chore.perform();
    assertThat(count("select count(*) from idempotency where key = 'old'")).isEqualTo(1);
    clock.pass(Duration.ofDays(31));
    chore.perform();
    assertThat(count("select count(*) from idempotency where key = 'old'")).isZero();
  }

  @Test
  void aPageGoesOnWhereTheLastOneEndedAlsoWhenSomebodyComesBetween() {
    for (int i = 0; i < 5; i++) {
      api.post(PATH, "{\"name\": \"Paged %d\", \"kind\": \"company\"}".formatted(i));
    }
    List<String> seen = new ArrayList<>();
    String path = PATH + "?q=paged&limit=2";
    String next = "";
    do {
      Api.Answer page = api.get(path + (next.isEmpty() ? "" : "&cursor=" + next));
      assertThat(page.status()).as(page.text()).isEqualTo(200);
      page.at("/items").forEach(item -> seen.add(item.get("name").asString()));
      next = page.at("/next").asString("");
      api.post(PATH, "{\"name\": \"Somebody else\"}");
    } while (!next.isEmpty());
    assertThat(seen).containsExactly("Paged 0", "Paged 1", "Paged 2", "Paged 3", "Paged 4");
  }

  @Test
  void aCursorIsGoodForItsOwnListOnly() {
    for (int i = 0; i < 3; i++) {
      api.post(PATH, "{\"name\": \"Cursor %d\"}".formatted(i));
    }
    String next = api.get(PATH + "?q=cursor&limit=1").at("/next").asString();
    assertThat(api.get(PATH + "?q=cursor&limit=2&cursor=" + next).status()).isEqualTo(200);
    assertThat(api.get(PATH + "?q=other&cursor=" + next).status()).isEqualTo(422);
    assertThat(api.get(PATH + "?q=cursor&cursor=" + next.substring(1)).status()).isEqualTo(422);
    assertThat(api.get(PATH + "?cursor=AAAA").status()).isEqualTo(422);
  }

  @Test
  void filtersFindAndWhatIsNoFilterIsNamed() {
    api.post(PATH, ruth("C-20"));
    assertThat(api.get(PATH + "?external_id=C-20").at("/items").size()).isEqualTo(1);
    assertThat(api.get(PATH + "?address=RUTH.c-20@adeyemi.example").at("/items").size())
        .isEqualTo(1);
    assertThat(api.get(PATH + "?external_id=C-20&kind=company").at("/items").size()).isZero();
    Api.Answer unknown = api.get(PATH + "?colour=red&limit=0&kind=robot");
    assertThat(unknown.status()).isEqualTo(422);
    assertThat(api.get(PATH + "?colour=red").at("/errors/0/field").asString()).isEqualTo("colour");
    assertThat(api.get(PATH + "?limit=201").status()).isEqualTo(422);
    assertThat(api.get(PATH + "?kind=person&kind=company").status()).isEqualTo(422);
  }

  @Test
  void aChangeIsMadeOverTheVersionThatWasRead() {
    Api.Answer made = api.post(PATH, ruth("C-30"));
    String path = String.valueOf(made.header("Location"));
    String version = String.valueOf(api.get(path).header("ETag"));
    Api.Answer changed =
        api.patch(
            path,
            "{\"name\": \"Ruth Holt\", \"quiet_hours\": {\"from\": \"21:30\", \"to\": \"07:00\"}}",
            version);
    assertThat(changed.status()).as(changed.text()).isEqualTo(200);
    assertThat(changed.at("/name").asString()).isEqualTo("Ruth Holt");
    assertThat(changed.header("ETag"))
        .isEqualTo(api.get(path).header("ETag"))
        .isNotEqualTo(version);
    assertThat(api.patch(path, "{\"name\": \"Lost\"}", version).status()).isEqualTo(412);
    assertThat(api.patch(path, "{\"quiet_hours\": null}", "*").at("/quiet_hours").isNull())
        .isTrue();
    assertThat(api.patch(path, "{\"name\": null}", "*").status()).isEqualTo(422);
    assertThat(
            api.send(api.asked("PATCH", path).contentType("application/json").content("{}"))
                .status())
        .isEqualTo(428);
    assertThat(
            api.send(
                    api.asked("GET", path)
                        .header("If-None-Match", String.valueOf(api.get(path).header("ETag"))))
                .status())
        .isEqualTo(304);
  }

  @Test
  void anAddressOfSomebodyElseIsRefusedAndNobodyIsWrittenDown() {
    api.post(PATH, ruth("C-40"));
    Api.Answer other = api.post(PATH, ruth("C-40").replace("\"C-40\"", "\"C-41\""));
    assertThat(other.status()).isEqualTo(422);
    assertThat(other.at("/errors/0/words").asString()).contains("belongs to another customer");
    assertThat(count("select count(*) from customer where external_id = 'C-41'")).isZero();
    Api.Answer number = api.post(PATH, "{\"name\": \"X\", \"external_id\": \"C-40\"}");
    assertThat(number.at("/errors/0/field").asString()).isEqualTo("external_id");
  }

  @Test
  void contactsComeAndGo() {
    Api.Answer made = api.post(PATH, "{\"name\": \"Lone\"}");
    String path = String.valueOf(made.header("Location"));
    Api.Answer added =
        api.post(path + "/contacts", "{\"channel\": \"phone\", \"address\": \"+44 20 7946 0000\"}");
    assertThat(added.status()).as(added.text()).isEqualTo(201);
    long contact = added.at("/contacts/0/id").asLong();
    Api.Answer ended = api.send(api.asked("DELETE", path + "/contacts/" + contact));
    assertThat(ended.at("/contacts/0/dead_at").isNull()).isFalse();
    assertThat(api.send(api.asked("DELETE", path + "/contacts/999999")).status()).isEqualTo(404);
  }

  @Test
  void aListIsKeptInStepByTheirNumbers() {
    String list =
        """
        {"items": [
          {"external_id": "L-1", "name": "Ana Ruiz", "locale": "es",
           "contacts": [{"channel": "email", "address": "ana@ruiz.example"}]},
          {"external_id": "L-2", "name": "Ruiz SA", "kind": "company"},
          {"external_id": "L-3", "name": "Thief",
           "contacts": [{"channel": "email", "address": "ANA@ruiz.example"}]}]}
        """;
    String path = PATH + "/upsert";
    Api.Answer first = api.post(path, list);
    assertThat(first.status()).as(first.text()).isEqualTo(200);
    assertThat(first.at("/created").asInt()).isEqualTo(2);
    assertThat(first.at("/results/2/result").asString()).isEqualTo("refused");
    assertThat(first.at("/results/2/reason").asString()).contains("ANA@ruiz.example");

    long before = count("select count(*) from journal_entry");
    Api.Answer again = api.post(path, list);
    assertThat(again.at("/unchanged").asInt()).isEqualTo(2);
    assertThat(count("select count(*) from journal_entry")).isEqualTo(before);

    String changed =
        list.replace("Ana Ruiz", "Ana Ruiz Gil")
            .replace(", \"locale\": \"es\"", "")
            .replace("\"address\": \"ana@ruiz.example\"", "\"address\": \"ana@gil.example\"");
    Api.Answer third = api.post(path, changed);
    assertThat(third.at("/updated").asInt()).isEqualTo(1);
    Api.Answer ana = api.get(PATH + "/" + third.at("/results/0/id").asLong());
    assertThat(ana.at("/name").asString()).isEqualTo("Ana Ruiz Gil");
    assertThat(ana.at("/locale").asString()).isEqualTo("es");
    assertThat(ana.at("/contacts").size()).isEqualTo(2);

    Api.Answer bad = api.post(path, list.replace("\"es\"", "\"no language\""));
    assertThat(bad.status()).isEqualTo(422);
    assertThat(bad.at("/errors/0/field").asString()).isEqualTo("items[0].locale");
  }
}
