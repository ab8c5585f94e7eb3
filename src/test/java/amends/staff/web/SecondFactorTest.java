package amends.staff.web;

import static org.assertj.core.api.Assertions.assertThat;

import amends.journal.Journal;
import amends.journal.Recorded;
import amends.shared.Actor;
import amends.shared.Subject;
import amends.staff.FirstStart;
import amends.staff.Grant;
import amends.staff.NewPerson;
import amends.staff.Person;
import amends.staff.Role;
import amends.staff.SecondFactors;
import amends.staff.SignInRules;
import amends.staff.Staff;
import amends.testing.Authenticator;
import amends.testing.Browser;
import amends.testing.DatabaseTest;
import amends.testing.TestClock;
import java.io.UnsupportedEncodingException;
import java.time.Duration;
import java.time.ZoneId;
import java.util.List;
import java.util.Locale;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInfo;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.mock.web.MockHttpServletResponse;
import org.springframework.test.web.servlet.MockMvc;

/** The second step of signing in, as a person with a phone takes it. */
@DatabaseTest
class SecondFactorTest {
  private static final String PASSWORD = "the jug arrived in one piece";
  private static final Pattern KEY = Pattern.compile("link-code\">([A-Z2-7 ]{20,})<");
  private static final Pattern CODE = Pattern.compile("<code>([a-z2-7-]{19})</code>");

  @Autowired MockMvc mvc;
  @Autowired Staff staff;
  @Autowired FirstStart firstStart;
  @Autowired SecondFactors factors;
  @Autowired SignInRules rules;
  @Autowired Journal journal;
  @Autowired TestClock clock;
  @Autowired JdbcClient sql;

  private Person ann;
  private Browser browser;

  @BeforeEach
  void annCanSignIn(TestInfo info) {
    clock.set(TestClock.START);
    ann = person(info.getTestMethod().orElseThrow().getName(), Role.LEAD);
    browser = new Browser(mvc);
  }

  @AfterEach
  void nobodyHasTo() {
    rules.demandSecondFactor("nobody", Actor.SYSTEM);
  }

  private Person person(String name, Role role) {
    NewPerson fresh =
        new NewPerson("Ann Berg", name + "@house.example", Locale.ENGLISH, ZoneId.of("UTC"));
    Person person = staff.add(fresh, Actor.SYSTEM);
    staff.grant(person.id(), Grant.everywhere(role), Actor.SYSTEM);
    String path = firstStart.invite(person.id(), Actor.SYSTEM);
    return firstStart.accept(path.replace("/first-start/", ""), "Ann Berg", "", PASSWORD);
  }

  private Authenticator enrolled() {
    browser.signIn(ann.email(), PASSWORD);
    browser.open("/profile/sign-in");
    browser.submit("/profile/second-factor");
    Authenticator phone = phone(browser.open("/profile/sign-in"));
    assertThat(browser.submit("/profile/second-factor/code", "code", phone.code()).getStatus())
        .isEqualTo(200);
    clock.pass(Duration.ofSeconds(60));
    return phone;
  }

  private Authenticator phone(MockHttpServletResponse page) {
    return KEY.matcher(body(page))
        .results()
        .map(found -> new Authenticator(found.group(1), clock))
        .findFirst()
        .orElseThrow();
  }

  private static List<String> codes(MockHttpServletResponse page) {
    return CODE.matcher(body(page)).results().map((MatchResult r) -> r.group(1)).toList();
  }

  private static String body(MockHttpServletResponse page) {
    try {
      return page.getContentAsString();
    } catch (UnsupportedEncodingException e) {
      throw new IllegalStateException(e);
    }
  }

  private Browser halfWay() {
    Browser other = new Browser(mvc);
    assertThat(other.signIn(ann.email(), PASSWORD).getRedirectedUrl()).isEqualTo("/sign-in/second");
    other.open("/sign-in/second");
    return other;
  }

  private List<String> told() {
    return journal.history(Subject.of("person", ann.id())).stream().map(Recorded::kind).toList();
  }

  @Test
  void theAppIsAddedByItsFirstCodeAndAskedForFromThenOn() {
    Authenticator phone = enrolled();
    Browser other = halfWay();
    assertThat(other.open("/profile").getRedirectedUrl()).isEqualTo("/sign-in");
    other.open("/sign-in/second");
    assertThat(other.submit("/sign-in/second", "code", phone.code()).getRedirectedUrl())
        .isEqualTo("/profile");
    assertThat(other.open("/profile").getStatus()).isEqualTo(200);
    assertThat(told()).contains("staff.second_factor_added", "staff.signed_in");
  }

  @Test
  void aWrongFirstCodeAddsNothingAndKeepsTheKey() {
    browser.signIn(ann.email(), PASSWORD);
    browser.open("/profile/sign-in");
    browser.submit("/profile/second-factor");
    Authenticator phone = phone(browser.open("/profile/sign-in"));
    MockHttpServletResponse answer =
        browser.submit("/profile/second-factor/code", "code", phone.wrong());
    assertThat(answer.getStatus()).isEqualTo(422);
    assertThat(body(answer)).contains("does not fit").contains(phone.spaced());
    assertThat(factors.need(ann.id())).isEqualTo(SecondFactors.Need.NONE);
  }

  @Test
  void theSameCodeDoesNotWorkTwice() {
    Authenticator phone = enrolled();
    String code = phone.code();
    halfWay().submit("/sign-in/second", "code", code);
    MockHttpServletResponse again = halfWay().submit("/sign-in/second", "code", code);
    assertThat(again.getStatus()).isEqualTo(422);
    assertThat(body(again)).contains("used already");
  }

  @Test
  void tenWrongCodesCloseTheSecondStepForAQuarterOfAnHour() {
    Authenticator phone = enrolled();
    Browser other = halfWay();
    for (int i = 0; i < 10; i++) {
      assertThat(other.submit("/sign-in/second", "code", phone.wrong()).getStatus()).isEqualTo(422);
    }
    MockHttpServletResponse answer = other.submit("/sign-in/second", "code", phone.code());
    assertThat(answer.getStatus()).isEqualTo(429);
    assertThat(answer.getHeader("Retry-After")).isEqualTo("901");
  }

  @Test
  void theFirstStepHoldsForTenMinutes() {
    Authenticator phone = enrolled();
    Browser other = halfWay();
    clock.pass(Duration.ofMinutes(10));
    assertThat(other.submit("/sign-in/second", "code", phone.code()).getRedirectedUrl())
        .isEqualTo("/sign-in?again=yes");
  }

  @Test
  void eachRecoveryCodeWorksOnceAndOnlyItsHashIsKept() {
    browser.signIn(ann.email(), PASSWORD);
    browser.open("/profile/sign-in");
    browser.submit("/profile/second-factor");
    Authenticator phone = phone(browser.open("/profile/sign-in"));
    List<String> codes = codes(browser.submit("/profile/second-factor/code", "code", phone.code()));
    assertThat(codes).hasSize(10).doesNotHaveDuplicates();
    String typed = codes.get(3).toUpperCase(Locale.ROOT).replace('-', ' ');
    assertThat(halfWay().submit("/sign-in/second", "code", typed).getStatus()).isEqualTo(302);
    assertThat(halfWay().submit("/sign-in/second", "code", typed).getStatus()).isEqualTo(422);
    assertThat(factors.state(ann.id()).recoveryCodes()).isEqualTo(9);
    List<String> renewed = codes(browser.submit("/profile/second-factor/recovery"));
    assertThat(renewed).hasSize(10).doesNotContainAnyElementsOf(codes);
    assertThat(halfWay().submit("/sign-in/second", "code", codes.get(4)).getStatus())
        .isEqualTo(422);
    assertThat(body(browser.open("/profile/sign-in"))).doesNotContain(renewed.get(0));
  }

  @Test
  void aCodeOfSomebodyElseIsWorthNothing() {
    enrolled();
    Person ben = person("ben" + ann.id(), Role.AGENT);
    factors.offer(ben.id());
    Authenticator phone =
        new Authenticator(factors.offered(ben.id(), "House").orElseThrow().key(), clock);
    String paper = factors.confirm(ben.id(), phone.code(), "192.0.2.1").getFirst();
    assertThat(halfWay().submit("/sign-in/second", "code", paper).getStatus()).isEqualTo(422);
    clock.pass(Duration.ofMinutes(1));
    assertThat(halfWay().submit("/sign-in/second", "code", phone.code()).getStatus())
        .isEqualTo(422);
  }

  @Test
  void theSecretLiesLockedInTheDatabase() {
    Authenticator phone = enrolled();
    byte[] kept =
        sql.sql("select secret from second_factor where person_id = :id")
            .param("id", ann.id())
            .query(byte[].class)
            .single();
    assertThat(kept).isNotEqualTo(phone.secret()).hasSizeGreaterThan(20);
  }

  @Test
  void whoNeedsOneByTheRulesIsLedToItAtTheNextSignIn() {
    rules.demandSecondFactor("leads", Actor.SYSTEM);
    Browser other = halfWay();
    Authenticator phone = phone(other.open("/sign-in/second"));
    assertThat(other.submit("/sign-in/second", "code", phone.code()).getStatus()).isEqualTo(422);
    other.open("/sign-in/second");
    MockHttpServletResponse codes = other.submit("/sign-in/second/enrolment", "code", phone.code());
    assertThat(codes(codes)).hasSize(10);
    assertThat(other.open("/profile").getStatus()).isEqualTo(200);
    other.open("/profile/sign-in");
    other.submit("/profile/second-factor/ending");
    assertThat(factors.need(ann.id())).isEqualTo(SecondFactors.Need.CODE);
    Person agent = person("agent" + ann.id(), Role.AGENT);
    assertThat(factors.need(agent.id())).isEqualTo(SecondFactors.Need.NONE);
    rules.demandSecondFactor("everybody", Actor.SYSTEM);
    assertThat(factors.need(agent.id())).isEqualTo(SecondFactors.Need.ENROL);
  }

  @Test
  void aPasswordAloneDoesNotPutAnotherAppInPlace() {
    enrolled();
    Browser thief = halfWay();
    factors.offer(ann.id());
    Authenticator own =
        new Authenticator(factors.offered(ann.id(), "House").orElseThrow().key(), clock);
    assertThat(thief.submit("/sign-in/second/enrolment", "code", own.code()).getRedirectedUrl())
        .isEqualTo("/sign-in?again=yes");
  }

  @Test
  void anInvitationDoesNotGoAroundTheSecondFactor() {
    enrolled();
    String path = firstStart.invite(ann.id(), Actor.SYSTEM);
    Browser other = new Browser(mvc);
    other.open(path);
    String next = "another sentence of mine";
    assertThat(
            other
                .submit(path, "name", "Ann", "password", next, "password_again", next)
                .getRedirectedUrl())
        .isEqualTo("/sign-in/second");
    assertThat(other.open("/profile").getRedirectedUrl()).isEqualTo("/sign-in");
  }

  @Test
  void changingTheMeansAsksForAProofWhenTheLastOneIsOld() {
    Authenticator phone = enrolled();
    clock.pass(Duration.ofMinutes(16));
    assertThat(browser.submit("/profile/second-factor/ending").getRedirectedUrl())
        .isEqualTo("/profile/proof?next=/profile/sign-in");
    browser.open("/profile/proof?next=https://evil.example");
    assertThat(browser.submit("/profile/proof", "proof", "wrong wrong wrong").getStatus())
        .isEqualTo(422);
    assertThat(
            browser
                .submit("/profile/proof", "proof", phone.code(), "next", "//evil.example")
                .getRedirectedUrl())
        .isEqualTo("/profile/sign-in");
    browser.submit("/profile/second-factor/ending");
    assertThat(factors.need(ann.id())).isEqualTo(SecondFactors.Need.NONE);
  }

  @Test
  void anAdministratorResetsItAndThePersonIsSignedOutEverywhere() {
    enrolled();
    Person ada = person("ada" + ann.id(), Role.ADMINISTRATOR);
    Browser admin = new Browser(mvc);
    admin.signIn(ada.email(), PASSWORD);
    admin.open("/people/" + ann.id());
    admin.submit("/people/" + ann.id() + "/second-factor/ending");
    assertThat(browser.open("/profile").getRedirectedUrl()).isEqualTo("/sign-in");
    assertThat(new Browser(mvc).signIn(ann.email(), PASSWORD).getRedirectedUrl()).isEqualTo("/");
    assertThat(journal.history(Subject.of("person", ann.id())))
        .anySatisfy(entry -> {
          assertThat(entry.kind()).isEqualTo("staff.second_factor_reset");
          assertThat(entry.actor()).isEqualTo(Actor.person(ada.id()));
        });
  }
}
