package amends.cases.web;

import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.csrf;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.post;

import amends.cases.Case;
import amends.cases.Cases;
import amends.cases.NewCase;
import amends.customers.Customer;
import amends.customers.Customers;
import amends.messages.Messages;
import amends.promises.Promise;
import amends.promises.Promises;
import amends.staff.Staff;
import amends.staff.Viewer;
import amends.testing.As;
import amends.testing.DatabaseTest;
import amends.testing.Fernhill;
import amends.testing.TestClock;
import amends.time.AlarmClock;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
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

@DatabaseTest
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class DeskTest {
  private static final Pattern ONCE = Pattern.compile("name=\"once\" value=\"([^\"]+)\"");

  @Autowired MockMvc mvc;
  @Autowired Staff staff;
  @Autowired Customers customers;
  @Autowired Cases cases;
  @Autowired Messages messages;
  @Autowired Promises promises;
  @Autowired AlarmClock alarmClock;
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
    matter = open("The jug arrived broken", Duration.ofHours(2));
  }

  private Case open(String subject, Duration dueIn) {
    Customer ruth = world.ruth();
    NewCase draft =
        new NewCase(
            world.brand.id(),
            world.home.id(),
            null,
            ruth.id(),
            "phone",
            subject,
            "It was in two pieces.",
            null,
            null,
            null,
            true,
            Promise.Kind.CONTACT,
            "We call about " + subject,
            clock.instant().plus(dueIn),
            world.priya.actor());
    return cases.open(draft, world.priya);
  }

  private MockHttpServletResponse open(Viewer viewer, String path) {
    return send(get(path).accept("text/html"), viewer);
  }

  private MockHttpServletResponse submit(Viewer viewer, String path, String... fields) {
    MockHttpServletRequestBuilder request = post(path).with(csrf());
    for (int i = 0; i < fields.length; i += 2) {
      request.param(fields[i], fields[i + 1]);
    }
    return send(request, viewer);
  }

  private MockHttpServletResponse send(MockHttpServletRequestBuilder request, Viewer viewer) {
    try {
      MockHttpServletResponse answer =
          mvc.perform(request.with(As.person(viewer.id()))).andReturn().getResponse();
      answer.setCharacterEncoding(StandardCharsets.UTF_8.name());
      return answer;
    } catch (Exception e) {
      throw new IllegalStateException(e);
    }
  }

  private String page(Viewer viewer, String path) throws Exception {
    MockHttpServletResponse answer = open(viewer, path);
    assertThat(answer.getStatus()).as(path).isEqualTo(200);
    return answer.getContentAsString();
  }

  private String at(String rest) {
    return "/cases/" + matter.id() + rest;
  }

  @Test
  void anOrderThatNobodyPlacedIsRefusedAndWhatWasTypedStays() throws Exception {
    String page =
        submit(world.priya, at("/about"), "asks", "a jug", "order", "F-0").getContentAsString();
    assertThat(page).contains("There is no order “F-0”").contains("a jug");
  }

  @Test
  void theQueueShowsWhatIsBrokenThenWhatIsDueNext() throws Exception {
    Case broken = open("Broken first", Duration.ofMinutes(1));
    clock.pass(Duration.ofMinutes(2));
    while (alarmClock.perform()) {}
    Case later = open("Later then", Duration.ofDays(3));
    Case hour = open("Within the hour", Duration.ofMinutes(30));

    String queue = page(world.tom, "/cases?view=team");
    assertThat(queue)
        .containsSubsequence(
            "Broken</b>",
            "id=\"case-" + broken.id(),
            "Within the hour</b>",
            "id=\"case-" + hour.id(),
            "Later today</b>",
            "id=\"case-" + matter.id(),
            "Tomorrow and later</b>",
            "id=\"case-" + later.id());
    assertThat(page(world.sam, "/cases?view=unowned")).doesNotContain("id=\"case-");
  }

  @Test
  void aPageOfTheQueueGoesOnWhereTheOneBeforeEnded() throws Exception {
    for (int i = 0; i < 55; i++) {
      open("Piece " + i, Duration.ofDays(30).plusMinutes(i));
    }
    String first = page(world.tom, "/cases?view=unowned");
    Matcher next =
        Pattern.compile("href=\"(/cases\\?view=unowned&(?:amp;)?after=[^\"]+)\"").matcher(first);
    assertThat(next.find()).isTrue();
    String second = page(world.tom, next.group(1).replace("&amp;", "&"));
    assertThat(second).contains("Piece 54").doesNotContain("id=\"case-" + matter.id() + "\"");
    assertThat(first).contains("id=\"case-" + matter.id() + "\"").doesNotContain("Piece 54");
  }

  @Test
  void findsACaseByNumberByCustomerAndByTheBeginningOfItsSubject() throws Exception {
    String row = "id=\"case-" + matter.id();
    assertThat(page(world.tom, "/search?q=" + matter.id())).contains(row);
    assertThat(page(world.tom, "/search?q=THE jug arr")).contains(row);
    open("The last one", Duration.ofDays(4));
    assertThat(page(world.tom, "/search?q=adey")).contains("The last one");
    assertThat(page(world.sam, "/search?q=" + matter.id())).doesNotContain(row);
  }

  @Test
  void aReplyWithoutWhatHappensNextComesBackWithEverythingTyped() throws Exception {
    MockHttpServletResponse refused =
        submit(
            world.priya,
            at("/replies"),
            "text",
            "Dear Ruth, <b>sorry</b>",
            "next",
            "",
            "by",
            "soonish");
    assertThat(refused.getStatus()).isEqualTo(422);
    assertThat(refused.getContentAsString())
        .contains("Dear Ruth, &lt;b", "soonish", "We cannot read “soonish”");
    String[] typed = {"text", "Dear Ruth, sorry", "next", "", "by", "today 17:00"};
    MockHttpServletResponse again = submit(world.priya, at("/replies"), typed);
    assertThat(again.getStatus()).isEqualTo(422);
    assertThat(again.getContentAsString()).contains("Say what happens next", "Dear Ruth, sorry");
    assertThat(messages.about(matter.asSubject())).isEmpty();
  }

  @Test
  void aReplySentTwiceGoesOutOnceAndPromisesOnce() throws Exception {
    Matcher once = ONCE.matcher(page(world.priya, at("?compose=reply")));
    assertThat(once.find()).isTrue();
    String[] typed = {
      "text",
      "Dear Ruth, I am sorry. That must have been upsetting.",
      "next",
      "I send a new jug",
      "by",
      "tomorrow 10:00",
      "once",
      once.group(1)
    };
    assertThat(submit(world.priya, at("/replies"), typed).getRedirectedUrl()).isEqualTo(at(""));
    assertThat(submit(world.priya, at("/replies"), typed).getRedirectedUrl()).isEqualTo(at(""));
    assertThat(messages.about(matter.asSubject())).hasSize(1);
    assertThat(promises.about(matter.asSubject()))
        .filteredOn(p -> p.words().equals("I send a new jug"))
        .hasSize(1);
    assertThat(page(world.tom, at(""))).contains("Priya Nair", "I send a new jug", "on its way");
  }

  @Test
  void aReplyThatIsTriedAgainSaysWhyInItsCase() throws Exception {
    submit(world.priya, at("/replies"), "text", "Dear Ruth, sorry", "nothing_more", "yes");
    tried("");
    assertThat(page(world.priya, at(""))).contains("on its way").doesNotContain("Not taken yet");
    tried("451 4.3.0 Come back later");
    assertThat(page(world.priya, at(""))).contains("Not taken yet after 1 try: 451 4.3.0");
  }

  private void tried(String reply) {
    sql.sql("update delivery set attempts = 1, last_reply = ? where done_at is null")
        .params(reply)
        .update();
  }

  @Test
  void whoMayNotSeeACaseDoesNotLearnThatItIsThere() {
    assertThat(open(world.sam, at("")).getStatus()).isEqualTo(404);
    assertThat(open(world.sam, at("/next-read?by=noon")).getStatus()).isEqualTo(404);
    assertThat(submit(world.sam, at("/notes"), "text", "hello").getStatus()).isEqualTo(404);
  }

  @Test
  void settlesFollowsUpAndCloses() throws Exception {
    String[] settled = {
      "outcome",
      "made_right",
      "done",
      "A new jug was sent.",
      "follow_up",
      "in 3 hours",
      "channel",
      "email"
    };
    call("Confirmed the new jug.", "next", "I see that it arrived", "by", "in 5 hours");
    assertThat(submit(world.priya, at("/settlement"), settled).getStatus()).isEqualTo(302);
    assertThat(page(world.priya, at("/follow-ups"))).contains("The next moment is");
    String[] right = {"result", "right", "channel", "phone", "words", "It is perfect."};
    assertThat(submit(world.priya, at("/follow-ups"), right).getStatus()).isEqualTo(302);
    assertThat(cases.see(matter.id(), world.priya).closed()).isFalse();
    call("Nothing more.", "nothing_more", "yes");
    assertThat(submit(world.priya, at("/closure")).getStatus()).isEqualTo(302);
    assertThat(cases.see(matter.id(), world.priya).closed()).isTrue();
    assertThat(page(world.priya, at("")))
        .contains("A new jug was sent.", "It is perfect.", "Closed.")
        .doesNotContain("action=\"" + at("/replies"));
    String[] anew = {"why", "It leaks.", "next", "We look at it", "by", "tomorrow noon"};
    assertThat(submit(world.priya, at("/reopening"), anew).getStatus()).isEqualTo(302);
    assertThat(cases.see(matter.id(), world.priya).closed()).isFalse();
  }

  private void call(String words, String... next) {
    List<String> typed =
        new ArrayList<>(List.of("direction", "out", "minutes", "4", "text", words));
    typed.addAll(List.of(next));
    assertThat(submit(world.priya, at("/calls"), typed.toArray(String[]::new)).getStatus())
        .isEqualTo(302);
  }

  @Test
  void stepsAreShownFromEvidence() throws Exception {
    assertThat(page(world.priya, at(""))).contains("No word of apology yet", "Nobody owns it");
    submit(
        world.priya, at("/statements"), "teller", "customer", "who", "Ruth", "text", "It broke.");
    submit(
        world.priya,
        at("/calls"),
        "direction",
        "out",
        "text",
        "I said: I am sorry. I can imagine how it felt.",
        "next",
        "A new jug comes",
        "by",
        "tomorrow 10:00");
    assertThat(page(world.tom, at("")))
        .contains("“I said: I am sorry.”", "I can imagine", "Priya Nair, one owner")
        .contains("Nothing is settled yet");
  }

  @Test
  void opensACaseBeforeTheCustomerKnows() throws Exception {
    String[] typed = {
      "customer",
      "new",
      "name",
      "Ines Roth",
      "email",
      "ines@roth.example",
      "phone",
      "",
      "channel",
      "ourselves",
      "subject",
      "Wrong hose in lot 24",
      "happened",
      "Seen in the workshop.",
      "asks",
      "",
      "order",
      "",
      "unit",
      "",
      "next",
      "We tell her",
      "by",
      "soonish",
      "owner",
      "team:" + world.home.id()
    };
    MockHttpServletResponse refused = submit(world.priya, "/cases", typed);
    assertThat(refused.getStatus()).isEqualTo(422);
    assertThat(refused.getContentAsString()).contains("Ines Roth", "We cannot read “soonish”");
    typed[23] = "today 17:00";
    String there = submit(world.priya, "/cases", typed).getRedirectedUrl();
    assertThat(there).startsWith("/cases/");
    assertThat(page(world.priya, String.valueOf(there))).contains("Does not know yet", "Ines Roth");
    assertThat(page(world.priya, "/cases/new?find=ines")).contains("ines@roth.example");
  }

  @Test
  void handsOverWithAWordAndSaysHowAMomentWasUnderstood() throws Exception {
    String[] typed = {"owner", "person:" + world.tom.id(), "word", "You know the jug."};
    assertThat(submit(world.priya, at("/owner"), typed).getRedirectedUrl()).isEqualTo(at(""));
    assertThat(page(world.tom, at(""))).contains("You know the jug.", "Yours since");
    assertThat(page(world.tom, at("/next-read?next=x&by=tomorrow 10:00")))
        .contains("Wednesday 13 May, 10:00")
        .doesNotContain("<html");
  }
}
