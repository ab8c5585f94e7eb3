package amends.cases.web;

import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.csrf;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.post;

import amends.cases.Case;
import amends.cases.Cases;
import amends.cases.Joins;
import amends.cases.NewCase;
import amends.customers.Customers;
import amends.promises.Promise;
import amends.staff.Staff;
import amends.testing.As;
import amends.testing.DatabaseTest;
import amends.testing.Fernhill;
import amends.testing.TestClock;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Objects;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.mock.web.MockHttpServletResponse;
import org.springframework.test.web.servlet.MockMvc;
import org.springframework.test.web.servlet.request.MockHttpServletRequestBuilder;

/** The pages on which cases are joined, and on which one reply goes to many. */
@DatabaseTest
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class JoinPagesTest {
  private static final Pattern ONCE = Pattern.compile("name=\"once\" value=\"([^\"]+)\"");

  @Autowired MockMvc mvc;
  @Autowired Staff staff;
  @Autowired Customers customers;
  @Autowired Cases cases;
  @Autowired Joins joins;
  @Autowired TestClock clock;

  private Fernhill world;

  @BeforeAll
  void people() {
    world = new Fernhill(staff, customers);
  }

  private Case jug(String subject) {
    return cases.open(
        new NewCase(
            world.brand.id(),
            world.home.id(),
            world.priya.id(),
            world.ruth().id(),
            "phone",
            subject,
            "It was in two pieces.",
            null,
            null,
            null,
            true,
            Promise.Kind.CONTACT,
            "we bring a new jug",
            clock.instant().plus(Duration.ofHours(30)),
            world.priya.actor()),
        world.priya);
  }

  private String page(String path) throws Exception {
    MockHttpServletResponse answer = send(get(path).accept("text/html"));
    assertThat(answer.getStatus()).as(path).isEqualTo(200);
    return answer.getContentAsString();
  }

  private MockHttpServletResponse submit(String path, String... fields) throws Exception {
    MockHttpServletRequestBuilder request = post(path).with(csrf());
    for (int i = 0; i < fields.length; i += 2) {
      request.param(fields[i], fields[i + 1]);
    }
    return send(request);
  }

  private MockHttpServletResponse send(MockHttpServletRequestBuilder request) throws Exception {
    MockHttpServletResponse answer =
        mvc.perform(request.with(As.person(world.priya.id()))).andReturn().getResponse();
    answer.setCharacterEncoding(StandardCharsets.UTF_8.name());
    return answer;
  }

  private static String token(String page) {
    Matcher found = ONCE.matcher(page);
    assertThat(found.find()).as("a token in the form").isTrue();
    return found.group(1);
  }

  @Test
  void theSurvivorShowsWhatWasSaidInTheDuplicateUntilItIsTakenOut() throws Exception {
    Case survivor = jug("The jug");
    Case duplicate = jug("The jug again");
    cases.note(duplicate.id(), "She was very kind.", world.priya);
    String there = "/cases/" + duplicate.id();
    String once = token(page(there + "/merge"));
    String[] typed = {"once", once, "survivor", String.valueOf(survivor.id()), "words", ""};

    assertThat(submit(there + "/merge", typed).getRedirectedUrl()).isEqualTo(there);
    assertThat(submit(there + "/merge", typed).getStatus()).isEqualTo(302);

    assertThat(page("/cases/" + survivor.id()))
        .contains("She was very kind.")
        .contains("in case " + duplicate.id())
        .contains("made another case part of this one");
    assertThat(page(there)).contains("This case is part of");
    assertThat(page(there + "/merge/end")).contains("It is part of case " + survivor.id());
    assertThat(submit(there + "/merge/end", "why", "Two jugs.", "next", "", "by", "").getStatus())
        .isEqualTo(302);
    assertThat(joins.merged(duplicate.id())).isEmpty();
    assertThat(page("/cases/" + survivor.id())).doesNotContain("She was very kind.");
  }

  @Test
  void aLinkIsMadeOnceAndEnded() throws Exception {
    Case line = jug("The jugs of May");
    Case child = jug("One of them");
    String links = "/cases/" + line.id() + "/links";
    String refused =
        submit(links, "other", "what", "role", "child", "once", token(page(links)))
            .getContentAsString();
    assertThat(refused).contains("There is no case what that you can work on");
    submit(links, "other", "#" + child.id(), "role", "child", "once", token(refused));
    assertThat(page("/cases/" + child.id())).contains("Parent").contains("The jugs of May");
    Matcher end = Pattern.compile("action=\"(" + links + "/\\d+/end)\"").matcher(page(links));
    assertThat(end.find()).isTrue();
    submit(end.group(1));
    assertThat(page("/cases/" + child.id())).doesNotContain("kin-role");
  }

  @Test
  void manyAreTickedWrittenToLookedAtAndTakenBack() throws Exception {
    Case first = jug("First jug");
    Case second = jug("Second jug");
    assertThat(page("/cases?view=mine"))
        .contains("name=\"pick\" value=\"" + first.id() + "\" form=\"picked\"");
    String chosen = page("/rounds/new?pick=" + first.id() + "&pick=" + second.id() + "&pick=zz");
    assertThat(chosen).contains("First jug").contains("Second jug");
    assertThat(page("/rounds/new?all=yes&view=mine")).contains("First jug");
    String[] picks = {"pick", String.valueOf(first.id()), "pick", String.valueOf(second.id())};
    MockHttpServletResponse refused =
        submit(
            "/rounds",
            with(picks, "text", "Dear {surname}", "next", "we call", "by", "in 5 hours"));
    assertThat(refused.getStatus()).isEqualTo(422);
    assertThat(refused.getContentAsString())
        .contains("There is nothing to fill in for {surname}")
        .contains("Dear {surname}");

    String made =
        Objects.requireNonNull(
            submit(
                    "/rounds",
                    with(
                        picks,
                        "text",
                        "Dear {first name}, see {case number}.",
                        "next",
                        "we call",
                        "by",
                        "in 5 hours"))
                .getRedirectedUrl());

    String looked = page(made);
    assertThat(looked).contains("Dear Ruth, see " + first.id()).contains("Send 2 replies");
    assertThat(looked).contains("What happens next: we call");
    submit(made + "/sending", "once", token(looked));
    assertThat(page(made)).contains("2 to come");
    submit(made + "/undoing", "once", token(page(made)));
    assertThat(page(made)).contains("Taken back");
  }

  private static String[] with(String[] picks, String... fields) {
    String[] all = new String[picks.length + fields.length];
    System.arraycopy(picks, 0, all, 0, picks.length);
    System.arraycopy(fields, 0, all, picks.length, fields.length);
    return all;
  }
}
