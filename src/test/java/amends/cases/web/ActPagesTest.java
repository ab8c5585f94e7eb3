package amends.cases.web;

import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.csrf;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.post;

import amends.cases.Case;
import amends.cases.Cases;
import amends.customers.Customers;
import amends.promises.Promises;
import amends.staff.Staff;
import amends.staff.Viewer;
import amends.testing.As;
import amends.testing.DatabaseTest;
import amends.testing.Fernhill;
import amends.testing.TestClock;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.mock.web.MockHttpServletResponse;
import org.springframework.test.web.servlet.MockMvc;
import org.springframework.test.web.servlet.request.MockHttpServletRequestBuilder;

/** The pages of the acts on a case: each acts once, and keeps what was typed when it refuses. */
@DatabaseTest
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class ActPagesTest {
  private static final Pattern ONCE = Pattern.compile("name=\"once\" value=\"([^\"]+)\"");

  @Autowired MockMvc mvc;
  @Autowired Staff staff;
  @Autowired Customers customers;
  @Autowired Cases cases;
  @Autowired Promises promises;
  @Autowired TestClock clock;
  @Autowired JdbcClient sql;

  private Fernhill world;
  private Case matter;

  @BeforeAll
  void people() {
    world = new Fernhill(staff, customers);
  }

  @BeforeEach
  void aBrokenJug() {
    matter = cases.open(world.brokenJug(clock.instant()), world.priya);
  }

  private String at(String rest) {
    return "/cases/" + matter.id() + rest;
  }

  private String promise(String act) {
    return at("/promises/" + matter.nextPromiseId() + "/" + act);
  }

  private String page(String path) throws Exception {
    MockHttpServletResponse answer = send(get(path).accept("text/html"), world.priya);
    assertThat(answer.getStatus()).as(path).isEqualTo(200);
    return answer.getContentAsString();
  }

  private MockHttpServletResponse submit(String path, String... fields) throws Exception {
    MockHttpServletRequestBuilder request = post(path).with(csrf());
    for (int i = 0; i < fields.length; i += 2) {
      request.param(fields[i], fields[i + 1]);
    }
    return send(request, world.priya);
  }

  private MockHttpServletResponse send(MockHttpServletRequestBuilder request, Viewer viewer)
      throws Exception {
    MockHttpServletResponse answer =
        mvc.perform(request.with(As.person(viewer.id()))).andReturn().getResponse();
    answer.setCharacterEncoding(StandardCharsets.UTF_8.name());
    return answer;
  }

  private String token(String page) {
    Matcher found = ONCE.matcher(page);
    assertThat(found.find()).as("a token in the form").isTrue();
    return found.group(1);
  }

  private long count(String what) {
    return sql.sql("select count(*) from " + what + " where case_id = :id")
        .param("id", matter.id())
        .query(Long.class)
        .single();
  }

  @Test
  void aSecondPressHandsOverOnce() throws Exception {
    String once = token(page(at("/owner")));
    String[] typed = {"once", once, "owner", "person:" + world.tom.id(), "word", "Yours."};

    assertThat(submit(at("/owner"), typed).getRedirectedUrl()).isEqualTo(at(""));
    assertThat(submit(at("/owner"), typed).getStatus()).isEqualTo(302);

    assertThat(count("handover")).isEqualTo(1);
  }

  @Test
  void aRefusedFormKeepsWhatWasTypedAndItsTokenStillCounts() throws Exception {
    String once = token(page(promise("move")));
    MockHttpServletResponse refused =
        submit(promise("move"), "once", once, "told", "write", "why", "The van.", "by", "soonish");
    assertThat(refused.getStatus()).isEqualTo(422);
    assertThat(refused.getContentAsString()).contains("The van.").contains(once);

    String[] mended = {"once", once, "told", "write", "why", "The van.", "by", "in 9 hours"};
    assertThat(submit(promise("move"), mended).getStatus()).isEqualTo(302);
    assertThat(submit(promise("move"), mended).getStatus()).isEqualTo(302);

    assertThat(promises.about(matter.asSubject())).as("moved once").hasSize(2);
    assertThat(page(at("")))
        .contains("Promise moved:")
        .contains("first promised for")
        .contains("We are sorry: we cannot keep that moment");
  }

  @Test
  void agreesAnewByWhatWasSaidInACall() throws Exception {
    assertThat(page(promise("agreement"))).contains("Nothing that Ruth Adeyemi said");
    clock.pass(Duration.ofMinutes(5));
    cases.state(matter.id(), "customer", "Ruth", "Friday suits me better.", world.priya);
    String page = page(promise("agreement"));
    assertThat(page).contains("Friday suits me better.");
    Matcher word = Pattern.compile("value=\"(statement:\\d+)\"").matcher(page);
    assertThat(word.find()).isTrue();

    submit(promise("agreement"), "word", word.group(1), "by", "in 20 hours");

    assertThat(page(at(""))).contains("Agreed anew:").contains("agreed ");
  }

  @Test
  void agreeingWithoutTheirWordIsRefused() throws Exception {
    MockHttpServletResponse refused =
        submit(promise("agreement"), "word", "call:999", "by", "in 20 hours");
    assertThat(refused.getStatus()).isEqualTo(422);
    assertThat(refused.getContentAsString()).contains("Choose where they said it");
  }

  @Test
  void waitingStandsInTheHeadAndInTheQueue() throws Exception {
    clock.pass(Duration.ofMinutes(1));
    cases.state(matter.id(), "customer", "Ruth", "No hurry at all.", world.priya);
    Matcher word = Pattern.compile("value=\"(statement:\\d+)\"").matcher(page(promise("release")));
    assertThat(word.find()).isTrue();
    submit(promise("release"), "word", word.group(1));
    submit(at("/waiting"), "whom", "carrier", "words", "their search", "by", "in 2 hours");

    assertThat(page(at("")))
        .contains("Waiting for the carrier: their search. Next look")
        .contains("It has come");
    assertThat(page("/cases?view=mine"))
        .contains("Waiting with a reason")
        .contains("Carrier:</b> waiting, next look");

    submit(at("/waiting/end"));
    assertThat(page(at(""))).contains("The wait is over.").doesNotContain("It has come");
  }

  @Test
  void closeIsOfferedOnlyWhenNothingIsOwed() throws Exception {
    String settled = "The new jug was brought.";
    submit(
        at("/settlement"),
        "outcome",
        "made_right",
        "done",
        settled,
        "follow_up",
        "in 20 hours",
        "channel",
        "phone");
    assertThat(page(at("/follow-ups"))).contains("<option value=\"phone\" selected");
    submit(at("/follow-ups"), "result", "right", "channel", "phone", "words", "Lovely.");

    assertThat(page(at(""))).doesNotContain(at("/closure"));
    assertThat(page(at("/closure")))
        .contains("Still promised: we bring a new jug")
        .doesNotContain("Close the case</button>");

    cases.call(
        matter.id(),
        "out",
        2,
        new amends.cases.Draft("It is there.", null, null, true),
        world.priya);
    assertThat(page(at(""))).contains(at("/closure"));
    assertThat(submit(at("/closure")).getStatus()).isEqualTo(302);
    assertThat(cases.see(matter.id(), world.priya).closed()).isTrue();
  }

  @Test
  void whoeverCallsAtOnceReadsWhatHappened() throws Exception {
    submit(
        at("/harm"),
        "happened",
        "The handle broke while she poured.",
        "injury",
        "Ruth, her left hand",
        "damage",
        "the tablecloth",
        "danger",
        "yes");

    assertThat(page(at("")))
        .contains("The handle broke while she poured.")
        .contains("Who was hurt, and how: Ruth, her left hand")
        .contains("What was damaged: the tablecloth")
        .contains("The danger is still there");
  }

  @Test
  void theReasonsOfARefusalStandWithIt() throws Exception {
    submit(
        at("/settlement"),
        "outcome",
        "refused",
        "done",
        "We looked into it.",
        "reasons",
        "The guarantee ended in March.",
        "turn_to",
        "The ombudsman for homeware",
        "follow_up",
        "in 20 hours");

    assertThat(page(at("")))
        .contains("We looked into it.")
        .contains("Why: The guarantee ended in March.")
        .contains("They can turn to: The ombudsman for homeware");
  }
}
