package amends.peers;

import static org.assertj.core.api.Assertions.assertThat;

import amends.peers.Visitor.Answer;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.IntFunction;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

/** F20: a double click, an impatient program, two colleagues at once: each act is done once. */
class F20RacesTest {
  private static final int MANY = 50;
  private static final int CLICKS = 6;
  private static final AtomicInteger NUMBER = new AtomicInteger();

  private final House house = House.open();
  private final Visitor api = house.api;

  private final String soon = LocalDate.now(ZoneOffset.UTC).plusDays(1) + " 10:00";
  private final String later = LocalDate.now(ZoneOffset.UTC).plusDays(4) + " 10:00";

  private static Instant in(int hours) {
    return Instant.now().plus(hours, ChronoUnit.HOURS).truncatedTo(ChronoUnit.SECONDS);
  }

  private String draft(String name) {
    api.json(
        "POST",
        "/api/v1/customers",
        "{\"name\": \"%s\", \"external_id\": \"%s\", \"contacts\": [{\"channel\": \"email\", \"address\": \"%s@customer.example\"}]}"
            .formatted(name, name, name),
        "customer-" + name);
    return """
    {"customer_external_id": "%s", "subject": "A race", "channel": "phone", "statement": "It broke.",
     "owner": "team:%d", "next": {"words": "We call.", "due_at": "%s"}}
    """
        .formatted(name, house.team(), in(5));
  }

  private long open(String name) {
    Answer opened = api.json("POST", "/api/v1/cases", draft(name), "open-" + name);
    assertThat(opened.status()).as(opened.text()).isEqualTo(201);
    return opened.at("/matter/id").asLong();
  }

  private String settlement() {
    return "{\"outcome\": \"made_right\", \"done\": \"Mended.\", \"follow_up_at\": \"%s\"}"
        .formatted(in(20));
  }

  private static List<Answer> atOnce(int many, IntFunction<Answer> act) {
    try (ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor()) {
      CountDownLatch start = new CountDownLatch(1);
      List<Future<Answer>> running = new ArrayList<>();
      for (int i = 0; i < many; i++) {
        int number = i;
        Callable<Answer> one =
            () -> {
              start.await();
              return act.apply(number);
            };
        running.add(threads.submit(one));
      }
      start.countDown();
      return running.stream().map(F20RacesTest::result).toList();
    }
  }

  private static Answer result(Future<Answer> running) {
    try {
      return running.get();
    } catch (Exception e) {
      throw new IllegalStateException(e);
    }
  }

  private static Map<Integer, Long> statuses(List<Answer> answers) {
    return answers.stream().collect(Collectors.groupingBy(Answer::status, Collectors.counting()));
  }

  @Test
  void fiftyTimesTheSameKeyOpensOneCase() {
    String body = draft("race-key");
    List<Answer> answers =
        atOnce(MANY, i -> api.json("POST", "/api/v1/cases", body, "race-one-key"));
    assertThat(statuses(answers).keySet()).isSubsetOf(201, 409);
    assertThat(
            answers.stream().filter(a -> a.status() == 201).map(a -> a.at("/matter/id").asLong()))
        .isNotEmpty()
        .allMatch(id -> id == house.caseOf("race-key@customer.example").at("/id").asLong());
    assertThat(
            house.count(
                "select count(*) from amends_case c join customer k on k.id = c.customer_id where k.external_id = 'race-key'"))
        .isEqualTo(1);
    assertThat(
            api.json("POST", "/api/v1/cases", body, "race-one-key").header("Idempotency-Replayed"))
        .isEqualTo("true");
  }

  @Test
  void fiftySettlementsUnderKeysOfTheirOwnSettleOnce() {
    long id = open("race-settle");
    List<Answer> answers =
        atOnce(
            MANY,
            i ->
                api.json(
                    "POST",
                    "/api/v1/cases/" + id + "/settlement",
                    settlement(),
                    "race-settle-" + i));
    assertThat(statuses(answers).get(200)).isEqualTo(1);
    assertThat(statuses(answers).keySet())
        .as("refused, or told to come back")
        .isSubsetOf(200, 422, 503, 409);
    assertThat(house.count("select count(*) from settlement where case_id = " + id)).isEqualTo(1);
  }

  @Test
  void fiftyMovesOfOnePromiseTellTheCustomerOnce() {
    long id = open("race-move");
    long promise = api.get("/api/v1/cases/" + id).at("/matter/next/promise_id").asLong();
    List<Answer> answers =
        atOnce(
            MANY,
            i ->
                api.json(
                    "POST",
                    "/api/v1/promises/" + promise + "/move",
                    "{\"due_at\": \"%s\", \"why\": \"Snow.\"}".formatted(in(30)),
                    "race-move-" + i));
    assertThat(statuses(answers).get(201)).isEqualTo(1);
    house.settle();
    assertThat(house.caught("race-move@customer.example")).hasSize(1);
  }

  /** Two leads follow the same mail: whoever is second hears that it is settled. */
  @Test
  void twoColleaguesAtOnceSettleOnce() {
    long id = open("race-two");
    String page = "/cases/" + id + "/settlement";
    Visitor other = house.colleague("Race Peer", "lead", house.team());
    List<Visitor> both = List.of(house.administrator, other);
    List<List<String>> forms = both.stream().map(v -> filled(v.get(page), settled())).toList();
    List<Answer> answers = atOnce(2, i -> both.get(i).post(page, forms.get(i)));
    assertThat(statuses(answers)).containsEntry(302, 1L).containsEntry(422, 1L);
    assertThat(house.count("select count(*) from settlement where case_id = " + id)).isEqualTo(1);
  }

  private List<String> settled() {
    return List.of(
        "outcome", "made_right", "done", "Mended.", "follow_up", soon, "channel", "email");
  }

  private static List<String> filled(Answer page, List<String> fields) {
    assertThat(page.status()).isEqualTo(200);
    List<String> all = new ArrayList<>(page.hidden());
    all.addAll(fields);
    return all;
  }

  /**
   * One form of the desk.
   *
   * @param page that shows it, behind /cases/{id}
   * @param act that it is posted to
   */
  private record Form(String name, boolean settled, String page, String act, List<String> fields) {}

  private List<Form> forms(long promise) {
    String moved = "/promises/" + promise + "/move";
    return List.of(
        new Form(
            "reply",
            false,
            "",
            "/replies",
            List.of("mode", "reply", "text", "On its way.", "next", "We ask.", "by", soon)),
        new Form(
            "note", false, "", "/notes", List.of("mode", "note", "text", "Carrier says: lost.")),
        new Form(
            "call",
            false,
            "",
            "/calls",
            List.of(
                "mode",
                "call",
                "direction",
                "out",
                "minutes",
                "3",
                "text",
                "She waits.",
                "next",
                "We ask.",
                "by",
                soon)),
        new Form(
            "statement",
            false,
            "",
            "/statements",
            List.of("mode", "statement", "teller", "customer", "who", "Ruth", "text", "It broke.")),
        new Form(
            "hand-over", false, "/owner", "/owner", List.of("owner", "person:1", "word", "Yours.")),
        new Form("settlement", false, "/settlement", "/settlement", settled()),
        new Form(
            "waiting",
            false,
            "/waiting",
            "/waiting",
            List.of("whom", "carrier", "words", "The parcel.", "by", soon)),
        new Form(
            "intention",
            false,
            "/intention",
            "/intention",
            List.of("words", "See the stock.", "by", soon)),
        new Form(
            "move", false, moved, moved, List.of("told", "write", "why", "Snow.", "by", later)),
        new Form(
            "look back",
            true,
            "/follow-ups",
            "/follow-ups",
            List.of("result", "no_answer", "channel", "phone")),
        new Form(
            "reopening",
            true,
            "/reopening",
            "/reopening",
            List.of("why", "It leaks.", "next", "We call.", "by", soon)));
  }

  @TestFactory
  Stream<DynamicTest> everyFormActsOnceHoweverOftenItIsClicked() {
    return IntStream.range(0, forms(0).size())
        .mapToObj(i -> DynamicTest.dynamicTest(forms(0).get(i).name(), () -> actsOnce(i)));
  }

  private void actsOnce(int which) {
    long once = traces(which, 1);
    assertThat(once).as("it acts at all").isPositive();
    assertThat(traces(which, CLICKS)).as("clicked " + CLICKS + " times").isEqualTo(once);
  }

  /** What one form has left behind, clicked so often at once. */
  private long traces(int which, int clicks) {
    long id = open("clicks-" + NUMBER.incrementAndGet());
    long promise = api.get("/api/v1/cases/" + id).at("/matter/next/promise_id").asLong();
    Form form = forms(promise).get(which);
    String at = "/cases/" + id;
    if (form.settled()) {
      assertThat(api.json("POST", "/api/v1" + at + "/settlement", settlement(), "s-" + id).status())
          .isEqualTo(200);
    }
    List<String> fields = filled(house.administrator.get(at + form.page()), form.fields());
    long before = traces(id);
    List<Answer> answers = atOnce(clicks, i -> house.administrator.post(at + form.act(), fields));
    assertThat(statuses(answers)).as(form.name()).containsOnlyKeys(302);
    house.settle(); // what a delivery adds is there too
    return traces(id) - before;
  }

  private long traces(long id) {
    return house.count(
        """
        select (select count(*) from journal_entry where subject_kind = 'case' and subject_id = %1$d)
          + (select count(*) from message where about_kind = 'case' and about_id = %1$d)
          + (select count(*) from promise where subject_kind = 'case' and subject_id = %1$d)
        """
            .formatted(id));
  }
}
