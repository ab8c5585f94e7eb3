package amends.cases.web;

import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.csrf;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.post;

import amends.cases.Cases;
import amends.cases.Draft;
import amends.cases.NewCase;
import amends.customers.Channel;
import amends.customers.Customer;
import amends.customers.Customers;
import amends.customers.Stranger;
import amends.messages.Errand;
import amends.messages.Errands;
import amends.promises.Promise;
import amends.shared.Actor;
import amends.shared.Sql;
import amends.staff.Staff;
import amends.staff.Viewer;
import amends.testing.As;
import amends.testing.DatabaseTest;
import amends.testing.Fernhill;
import amends.testing.TestClock;
import java.time.Duration;
import java.time.Instant;
import java.util.Locale;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.mock.web.MockHttpServletResponse;
import org.springframework.test.web.servlet.MockMvc;
import org.springframework.test.web.servlet.request.MockHttpServletRequestBuilder;

/** The composer's ways and preview, what is carried by hand, and the page of connections. */
@DatabaseTest
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class ByHandPagesTest {
  @Autowired MockMvc mvc;
  @Autowired Staff staff;
  @Autowired Customers customers;
  @Autowired Cases cases;
  @Autowired Errands errands;
  @Autowired TestClock clock;
  @Autowired JdbcClient sql;

  private Fernhill world;
  private long matter;

  @BeforeEach
  void aCaseOfSomebodyWithoutEmail() {
    clock.set(Instant.parse("2026-05-12T09:00:00Z"));
    if (world == null) {
      world = new Fernhill(staff, customers);
      Customer wilma =
          customers.meet(
              Stranger.person(
                  "Wilma <b>Gr\u00fcn</b>",
                  Channel.LETTER,
                  "3 Mill Lane, Leeds LS1 4AB",
                  Locale.UK,
                  Fernhill.LONDON),
              Actor.SYSTEM);
      customers.addContact(wilma.id(), Channel.PHONE, "+441134960001", Actor.SYSTEM);
      matter =
          cases
              .open(
                  new NewCase(
                      world.brand.id(),
                      world.home.id(),
                      world.priya.id(),
                      wilma.id(),
                      "phone",
                      "A cracked jug",
                      "The jug came cracked.",
                      null,
                      null,
                      null,
                      true,
                      Promise.Kind.ANSWER,
                      "A person answers you",
                      clock.instant().plus(Duration.ofHours(6)),
                      world.priya.actor()),
                  world.priya)
              .id();
    }
  }

  private MockHttpServletResponse asked(Viewer viewer, MockHttpServletRequestBuilder request)
      throws Exception {
    return mvc.perform(request.with(As.person(viewer.id())).with(csrf())).andReturn().getResponse();
  }

  private String page(Viewer viewer, MockHttpServletRequestBuilder request) throws Exception {
    MockHttpServletResponse answer = asked(viewer, request);
    assertThat(answer.getStatus()).isLessThan(400);
    return answer.getContentAsString();
  }

  private Errand sent(String way) {
    cases.reply(
        matter, new Draft("A new one is made.", null, null, true).by(way, null), world.priya);
    return errands.open(50).getLast();
  }

  @Test
  void theComposerOffersTheWaysThatThereAreAndSaysWhyTheOthersAreNot() throws Exception {
    assertThat(page(world.priya, get("/cases/" + matter + "?compose=reply")))
        .contains("By letter to 3 Mill Lane, Leeds LS1 4AB", "By a call to +441134960001")
        .contains("E-mail: We know no e-mail address of theirs.");
  }

  @Test
  void thePreviewShowsTheLetterWithItsAddressAndWritesNothing() throws Exception {
    String shown =
        page(
            world.priya,
            post("/cases/" + matter + "/previews")
                .param("text", "A new one <i>is</i> made.")
                .param("way", "letter")
                .param("later", "tomorrow 9:00"));
    assertThat(shown)
        .contains("preview-letter", "Leeds LS1 4AB", "A new one &lt;i&gt;is&lt;/i&gt; made.")
        .contains("It leaves Wed 09:00")
        .doesNotContain("Post takes days");
    assertThat(
            page(
                world.priya,
                post("/cases/" + matter + "/previews")
                    .param("text", "A new one is made.")
                    .param("way", "letter")
                    .param("next", "We ring you")
                    .param("by", "today 17:00")))
        .as("the post is slower than that")
        .contains("Post takes days: they may read only after 17:00 what is promised for then.");
    assertThat(
            page(
                world.priya,
                post("/cases/" + matter + "/previews").param("text", "x").param("way", "sms")))
        .contains("We know no number of theirs for it.");
  }

  @Test
  void aCallIsNotedOnThePageAndWhatWasTypedIsKeptWhenItIsRefused() throws Exception {
    Errand call = sent("phone");
    assertThat(page(world.priya, get("/outbound")))
        .contains("tel:+441134960001", "A new one is made.");
    MockHttpServletResponse refused =
        asked(
            world.priya,
            post("/outbound/" + call.id() + "/call")
                .param("outcome", "reached")
                .param("minutes", "7"));
    assertThat(refused.getStatus()).isEqualTo(422);
    assertThat(refused.getContentAsString()).contains("Say in a few words", "value=\"7\"");
    assertThat(asked(world.sam, post("/outbound/" + call.id() + "/call")).getStatus())
        .isEqualTo(404);
    assertThat(page(world.sam, get("/outbound"))).doesNotContain("A new one is made.");
  }

  @Test
  void lettersArePrintedInARunWithAManifestAndFoundByTheirNumber() throws Exception {
    Errand letter = sent("letter");
    MockHttpServletResponse made = asked(world.priya, post("/outbound/runs"));
    String run = String.valueOf(made.getRedirectedUrl());
    assertThat(page(world.priya, get(run)))
        .contains(letter.reference(), "3 Mill Lane", "Not posted yet", run + "/posted");
    MockHttpServletResponse pdf = asked(world.priya, get(run + "/letters"));
    assertThat(pdf.getContentAsByteArray())
        .startsWith("%PDF".getBytes(java.nio.charset.StandardCharsets.US_ASCII));
    assertThat(pdf.getHeader("Content-Disposition")).startsWith("attachment");
    assertThat(asked(world.sam, get(run + "/letters")).getStatus()).isEqualTo(404);
    asked(world.priya, post(run + "/posted"));
    assertThat(errands.get(letter.id()).sentAt()).isNotNull();
    assertThat(page(world.priya, get(run)))
        .as("what is posted is not posted again")
        .contains(letter.reference(), "Sent ")
        .doesNotContain("Not posted yet", run + "/posted");
    assertThat(page(world.priya, get("/outbound").param("find", letter.reference())))
        .contains("It came back");
    assertThat(page(world.priya, get("/outbound").param("find", "123-456")))
        .contains("No letter has this number");
  }

  @Test
  void aProviderIsConnectedOnThePageAndItsSecretIsNeverShownAgain() throws Exception {
    MockHttpServletResponse made =
        asked(
            world.admin,
            post("/connections")
                .param("kind", "twilio")
                .param("name", "Texts")
                .param("account", "ACfernhill0001")
                .param("sender", "+447700900001")
                .param("secret", "do-not-show-me")
                .param("per_minute", "60"));
    String one = String.valueOf(made.getRedirectedUrl());
    assertThat(page(world.admin, get(one))).contains("/replies").doesNotContain("do-not-show-me");
    assertThat(page(world.admin, get("/connections")))
        .contains("Mail server", "Texts", "not used yet", "Test it");
    assertThat(page(world.priya, get("/connections")))
        .contains("Mail server")
        .doesNotContain("Test it");
    MockHttpServletResponse wrong =
        asked(
            world.admin,
            post("/connections")
                .param("kind", "twilio")
                .param("name", "")
                .param("secret", "do-not-show-me")
                .param("per_minute", "60"));
    assertThat(wrong.getStatus()).isEqualTo(422);
    assertThat(wrong.getContentAsString()).doesNotContain("do-not-show-me");
    sql.sql("update connection set trouble = 'it does not know us (401)', trouble_at = :now")
        .param("now", Sql.at(clock.instant()))
        .update();
    assertThat(page(world.admin, get("/connections")))
        .as("what is wrong, whether somebody has to do something, and what")
        .contains(
            "It does not know us (401). It is tried again by itself.",
            "look at its address and secret, and test it");
    asked(world.admin, post(one + "/switch"));
    assertThat(page(world.admin, get("/connections"))).contains("off");
  }
}
