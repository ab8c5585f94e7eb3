package amends.staff.web;

import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.post;

import amends.shared.Actor;
import amends.staff.FirstStart;
import amends.staff.Grant;
import amends.staff.NewPerson;
import amends.staff.Person;
import amends.staff.Role;
import amends.staff.Staff;
import amends.testing.Browser;
import amends.testing.DatabaseTest;
import amends.testing.TestClock;
import java.time.ZoneId;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInfo;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.http.MediaType;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.mock.web.MockHttpServletResponse;
import org.springframework.test.web.servlet.MockMvc;

/** Signing in and out as browsers do it, with sessions in the database. */
@DatabaseTest
class SessionsTest {
  private static final String PASSWORD = "the jug arrived in one piece";

  @Autowired MockMvc mvc;
  @Autowired Staff staff;
  @Autowired FirstStart firstStart;
  @Autowired TestClock clock;
  @Autowired JdbcClient sql;

  private Person ann;

  @BeforeEach
  void annCanSignIn(TestInfo info) {
    clock.set(TestClock.START);
    String email = info.getTestMethod().orElseThrow().getName() + "@house.example";
    ann =
        staff.add(new NewPerson("Ann Berg", email, Locale.ENGLISH, ZoneId.of("UTC")), Actor.SYSTEM);
    staff.grant(ann.id(), Grant.everywhere(Role.LEAD), Actor.SYSTEM);
    String path = firstStart.invite(ann.id(), Actor.SYSTEM);
    ann = firstStart.accept(path.replace("/first-start/", ""), "Ann Berg", "", PASSWORD);
  }

  private Browser signedIn() {
    Browser browser = new Browser(mvc);
    assertThat(browser.signIn(ann.email(), PASSWORD).getRedirectedUrl()).isEqualTo("/");
    return browser;
  }

  private long sessions() {
    return sql.sql("select count(*) from spring_session where principal_name = :id")
        .param("id", String.valueOf(ann.id()))
        .query(Long.class)
        .single();
  }

  @Test
  void aWrongPasswordKeepsTheAddressAndSaysWhatToDo() throws Exception {
    Browser browser = new Browser(mvc);
    MockHttpServletResponse answer = browser.signIn(ann.email(), "wrong wrong wrong");
    assertThat(answer.getStatus()).isEqualTo(422);
    assertThat(answer.getContentAsString())
        .contains(ann.email(), "Look at both and try again")
        .doesNotContain("wrong wrong wrong");
  }

  @Test
  void tooManyTriesAnswer429WithTheTimeToWait() throws Exception {
    Browser browser = new Browser(mvc, "192.0.2.99");
    for (int i = 0; i < 10; i++) {
      browser.signIn(ann.email(), "wrong wrong wrong");
    }
    MockHttpServletResponse answer = browser.signIn(ann.email(), PASSWORD);
    assertThat(answer.getStatus()).isEqualTo(429);
    assertThat(answer.getHeader("Retry-After")).isEqualTo("901");
    assertThat(answer.getContentAsString()).contains("Wait 15 minutes");
  }

  @Test
  void theSessionHasANewIdAfterSigningIn() {
    Browser browser = new Browser(mvc);
    browser.open("/sign-in");
    String before = browser.cookie();
    assertThat(before).isNotEmpty();
    browser.submit("/sign-in", "email", ann.email(), "password", PASSWORD);
    assertThat(browser.cookie()).isNotEmpty().isNotEqualTo(before);
  }

  @Test
  void signingInLeadsToThePageThatWasWanted() {
    Browser browser = new Browser(mvc);
    assertThat(browser.open("/people?x=1").getRedirectedUrl()).isEqualTo("/sign-in");
    assertThat(browser.signIn(ann.email(), PASSWORD).getRedirectedUrl()).isEqualTo("/people?x=1");
  }

  @Test
  void whatHtmxWantedIsNoPageToComeBackTo() {
    Browser browser = new Browser(mvc);
    MockHttpServletResponse answer =
        browser.send(get("/people").accept("text/html").header("HX-Request", "true"));
    assertThat(answer.getStatus()).isEqualTo(401);
    assertThat(answer.getHeader("HX-Redirect")).isEqualTo("/sign-in");
    browser.send(get("/picture.png").accept("image/png"));
    assertThat(browser.signIn(ann.email(), PASSWORD).getRedirectedUrl()).isEqualTo("/");
  }

  @Test
  void signingOutEndsTheSession() {
    Browser browser = signedIn();
    browser.open("/profile");
    assertThat(sessions()).isEqualTo(1);
    assertThat(browser.submit("/sign-out").getRedirectedUrl()).isEqualTo("/sign-in");
    assertThat(sessions()).isZero();
    assertThat(browser.open("/profile").getRedirectedUrl()).isEqualTo("/sign-in");
  }

  @Test
  void signingOutEverywhereElseKeepsThisBrowser() throws Exception {
    Browser other = signedIn();
    Browser browser = signedIn();
    assertThat(browser.open("/profile").getContentAsString())
        .contains("Firefox on Linux", "This one");
    assertThat(browser.submit("/profile/sessions/ending").getRedirectedUrl()).isEqualTo("/profile");
    assertThat(sessions()).isEqualTo(1);
    assertThat(browser.open("/profile").getContentAsString())
        .contains("Signed out in one other browser");
    assertThat(other.open("/profile").getRedirectedUrl()).isEqualTo("/sign-in");
  }

  @Test
  void oneOtherSessionIsEndedAndTheListTellsThemApart() throws Exception {
    Browser other = signedIn();
    Browser browser = signedIn();
    String profile = browser.open("/profile").getContentAsString();
    assertThat(profile).contains("by password", "192.0.2.1", "last seen");
    Matcher key = Pattern.compile("/profile/sessions/([0-9a-f]{32})/ending").matcher(profile);
    assertThat(key.find()).isTrue();
    browser.submit("/profile/sessions/" + key.group(1) + "/ending");
    assertThat(sessions()).isEqualTo(1);
    assertThat(other.open("/profile").getRedirectedUrl()).isEqualTo("/sign-in");
    assertThat(browser.open("/profile").getContentAsString())
        .contains("Signed out in one other browser");
  }

  @Test
  void anotherPasswordEndsTheOtherSessionsAndRotatesThisOne() {
    Browser other = signedIn();
    Browser browser = signedIn();
    browser.open("/profile");
    String before = browser.cookie();
    MockHttpServletResponse answer =
        browser.submit(
            "/profile/password",
            "current",
            PASSWORD,
            "password",
            "another sentence of mine",
            "password_again",
            "another sentence of mine");
    assertThat(answer.getRedirectedUrl()).isEqualTo("/profile");
    assertThat(browser.cookie()).isNotEqualTo(before);
    assertThat(browser.open("/profile").getStatus()).isEqualTo(200);
    assertThat(other.open("/profile").getRedirectedUrl()).isEqualTo("/sign-in");
  }

  @Test
  void whoLeavesIsSignedOutEverywhere() {
    Browser browser = signedIn();
    staff.leave(ann.id(), Actor.SYSTEM);
    assertThat(sessions()).isZero();
    assertThat(browser.open("/profile").getRedirectedUrl()).isEqualTo("/sign-in");
  }

  @Test
  void aRoleTakenAwayOrGivenEndsTheSessions() {
    Browser browser = signedIn();
    assertThat(browser.open("/people").getStatus()).isEqualTo(200);
    staff.revoke(ann.id(), Grant.everywhere(Role.LEAD), Actor.SYSTEM);
    assertThat(browser.open("/people").getRedirectedUrl()).isEqualTo("/sign-in");
    Browser again = signedIn();
    assertThat(again.open("/people").getStatus()).isEqualTo(403);
    staff.grant(ann.id(), Grant.everywhere(Role.LEAD), Actor.SYSTEM);
    assertThat(sessions()).isZero();
  }

  @Test
  void aSessionEndsAfterAWeekHoweverBusy() {
    Browser browser = signedIn();
    clock.pass(java.time.Duration.ofDays(7));
    assertThat(browser.open("/profile").getStatus()).isEqualTo(200);
    clock.pass(java.time.Duration.ofSeconds(1));
    assertThat(browser.open("/profile").getRedirectedUrl()).isEqualTo("/sign-in");
    assertThat(sessions()).isZero();
  }

  @Test
  void aSessionEndsAfterTwelveHoursAtRest() {
    signedIn();
    assertThat(
            sql.sql("select max_inactive_interval from spring_session where principal_name = :id")
                .param("id", String.valueOf(ann.id()))
                .query(Integer.class)
                .single())
        .isEqualTo(12 * 60 * 60);
  }

  @Test
  void thatWhichWasSentWithoutTheTokenIsRefused() {
    Browser browser = signedIn();
    browser.open("/profile");
    assertThat(browser.send(post("/sign-out")).getStatus()).isEqualTo(403);
    assertThat(browser.send(post("/sign-out").param("_csrf", "guessed")).getStatus())
        .isEqualTo(403);
    MockHttpServletResponse htmx = browser.send(post("/sign-out").header("HX-Request", "true"));
    assertThat(htmx.getStatus()).isEqualTo(403);
    assertThat(htmx.getHeader("HX-Refresh")).isEqualTo("true");
    assertThat(browser.open("/profile").getStatus()).isEqualTo(200);
  }

  @Test
  void aSignInFormThatLayOpenForTooLongIsOfferedAnew() throws Exception {
    Browser browser = new Browser(mvc);
    MockHttpServletResponse answer =
        browser.send(post("/sign-in").param("email", ann.email()).param("password", PASSWORD));
    assertThat(answer.getRedirectedUrl()).isEqualTo("/sign-in?again=yes");
    assertThat(browser.open("/sign-in?again=yes").getContentAsString())
        .contains("Sign in once more");
  }

  @Test
  void aStreamThatOutlivesItsSessionTakesNoneAwayFromTheFormOfSigningIn() {
    MockHttpServletResponse answer =
        new Browser(mvc).send(get("/live").accept(MediaType.TEXT_EVENT_STREAM));
    assertThat(answer.getStatus()).isEqualTo(401);
    assertThat(answer.getCookies()).isEmpty();
    assertThat(answer.getRedirectedUrl()).isNull();
  }

  @Test
  void whatAPageOfAnEndedSessionStillSendsOpensNone() {
    MockHttpServletResponse answer =
        new Browser(mvc).send(post("/theme").param("_csrf", "of-yesterday").param("theme", "dark"));
    assertThat(answer.getStatus()).isEqualTo(403);
    assertThat(answer.getCookies()).isEmpty();
  }

  @Test
  void theThemeComesBackToAPageOfOurOwn() {
    Browser browser = signedIn();
    browser.open("/profile");
    MockHttpServletResponse answer = browser.submit("/theme", "theme", "dark");
    assertThat(answer.getRedirectedUrl()).isEqualTo("/");
    assertThat(answer.getCookie("theme").getValue()).isEqualTo("dark");
  }
}
