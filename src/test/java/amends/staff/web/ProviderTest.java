package amends.staff.web;

import static org.assertj.core.api.Assertions.assertThat;

import amends.shared.Actor;
import amends.shared.MailWays;
import amends.shared.Settings;
import amends.shared.SignInSettings;
import amends.shared.SignInSettings.Newcomers;
import amends.shared.SignInSettings.Oidc;
import amends.shared.SignInSettings.RoleFrom;
import amends.staff.FirstStart;
import amends.staff.Grant;
import amends.staff.NewPerson;
import amends.staff.Person;
import amends.staff.Role;
import amends.staff.Staff;
import amends.staff.Team;
import amends.testing.Browser;
import amends.testing.DatabaseTest;
import amends.testing.FakeProvider;
import amends.testing.TestClock;
import java.net.URI;
import java.time.Duration;
import java.time.ZoneId;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInfo;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.mock.web.MockHttpServletResponse;
import org.springframework.test.context.bean.override.convention.TestBean;
import org.springframework.test.web.servlet.MockMvc;

/** In through the company's own sign-in, which is played over real HTTP with real keys. */
@DatabaseTest
class ProviderTest {
  private static final String PASSWORD = "the jug arrived in one piece";
  private static final String EMERGENCY = "emergency@house.example";
  private static final TestClock CLOCK = new TestClock();
  private static final FakeProvider COMPANY = new FakeProvider(CLOCK);

  @TestBean(name = "testSettings", methodName = "withCompany")
  Settings settings;

  @TestBean(name = "testClock", methodName = "clock")
  TestClock clock;

  @Autowired MockMvc mvc;
  @Autowired Staff staff;
  @Autowired FirstStart firstStart;

  private String email;
  private String subject;
  private Browser browser;

  static TestClock clock() {
    return CLOCK;
  }

  static Settings withCompany() {
    Oidc oidc =
        new Oidc(
            COMPANY.issuer(),
            FakeProvider.CLIENT,
            FakeProvider.SECRET,
            "Fernhill Accounts",
            new Newcomers(true, true),
            "groups",
            List.of(
                new RoleFrom("cs", "agent", "Fronthall"), new RoleFrom("bosses", "manager", "")));
    return new Settings(
        java.nio.file.Path.of("data"),
        new Settings.Door("127.0.0.1", 0),
        new Settings.Door("127.0.0.1", 0),
        null,
        URI.create("http://localhost"),
        "mail.test",
        null,
        1024,
        Duration.ZERO,
        List.of(),
        List.of(),
        Map.of(),
        "",
        new SignInSettings(Duration.ofHours(1), Duration.ofHours(2), oidc, EMERGENCY),
        MailWays.PLAIN);
  }

  @AfterAll
  static void close() {
    COMPANY.close();
  }

  @BeforeEach
  void aFreshAccount(TestInfo info) {
    clock.set(TestClock.START);
    COMPANY.fault = "";
    COMPANY.claims.clear();
    String name = info.getTestMethod().orElseThrow().getName() + info.getDisplayName().hashCode();
    email = name + "@house.example";
    subject = "sub-" + name;
    COMPANY.claims.put("sub", subject);
    COMPANY.claims.put("email", email);
    COMPANY.claims.put("email_verified", true);
    COMPANY.claims.put("name", "Ann Berg");
    browser = new Browser(mvc);
    browser.open("/sign-in");
  }

  private Person colleague() {
    return staff.add(
        new NewPerson("Ann Berg", email, Locale.ENGLISH, ZoneId.of("UTC")), Actor.SYSTEM);
  }

  private MockHttpServletResponse through(Browser by) {
    String there = by.open("/sign-in/provider").getRedirectedUrl();
    assertThat(there).startsWith(COMPANY.issuer() + "/authorize?");
    return by.open(COMPANY.authorize(there));
  }

  private String told(Browser by) throws Exception {
    return by.open("/sign-in").getContentAsString();
  }

  private boolean isIn(Browser by) {
    return by.open("/profile").getStatus() == 200;
  }

  @Test
  void aColleagueWithAVerifiedAddressComesInAndIsKnownByTheSubjectFromThenOn() {
    Person ann = colleague();
    assertThat(through(browser).getRedirectedUrl()).isEqualTo("/");
    assertThat(isIn(browser)).isTrue();
    COMPANY.claims.put("email", "another@house.example");
    COMPANY.claims.put("email_verified", false);
    Browser again = new Browser(mvc);
    assertThat(through(again).getRedirectedUrl()).isEqualTo("/");
    assertThat(staff.people()).filteredOn(p -> p.email().equals(ann.email())).hasSize(1);
  }

  @Test
  void thePageThatWasWantedIsReached() {
    colleague();
    Browser other = new Browser(mvc);
    other.open("/people?x=1");
    assertThat(through(other).getRedirectedUrl()).isEqualTo("/people?x=1");
  }

  @Test
  void anUnverifiedAddressIsOnlyAClaim() throws Exception {
    colleague();
    COMPANY.claims.put("email_verified", false);
    assertThat(through(browser).getRedirectedUrl()).isEqualTo("/sign-in");
    assertThat(told(browser)).contains("Nobody here goes by the account of", email);
    assertThat(isIn(browser)).isFalse();
  }

  @Test
  void whoHasLeftStaysOut() {
    Person ann = colleague();
    through(browser);
    staff.leave(ann.id(), Actor.SYSTEM);
    Browser again = new Browser(mvc);
    assertThat(through(again).getRedirectedUrl()).isEqualTo("/sign-in");
    assertThat(isIn(again)).isFalse();
  }

  @Test
  void aNewcomerBecomesAColleagueWithTheRolesOfTheClaim() {
    Team front = staff.addTeam("Fronthall", null, Actor.SYSTEM);
    COMPANY.claims.put("groups", new String[] {"cs", "else"});
    through(browser);
    Person ann = staff.findByEmail(email).orElseThrow();
    assertThat(staff.grantsOf(ann.id())).containsExactly(Grant.inTeam(Role.AGENT, front.id()));
    assertThat(staff.teamsOf(ann.id())).containsExactly(front.id());
    COMPANY.claims.put("groups", "bosses");
    through(new Browser(mvc));
    assertThat(staff.grantsOf(ann.id())).containsExactly(Grant.everywhere(Role.MANAGER));
    assertThat(staff.teamsOf(ann.id())).isEmpty();
  }

  @ParameterizedTest
  @CsvSource({
    "nonce, another nonce",
    "aud, another client",
    "iss, http://127.0.0.1:1/realm",
    "exp, 1000",
    "sub,"
  })
  void aTokenThatLiesLetsNobodyIn(String claim, String value) throws Exception {
    colleague();
    boolean number = claim.equals("exp");
    COMPANY.claims.put(claim, number ? Long.valueOf(value) : value);
    assertThat(through(browser).getRedirectedUrl()).isEqualTo("/sign-in");
    assertThat(told(browser)).contains("did not confirm who you are");
    assertThat(isIn(browser)).isFalse();
  }

  @Test
  void aTokenOfAnotherKeyLetsNobodyIn() throws Exception {
    colleague();
    COMPANY.fault = "other-key";
    assertThat(through(browser).getRedirectedUrl()).isEqualTo("/sign-in");
    assertThat(told(browser)).contains("did not confirm who you are");
  }

  @Test
  void anExpiredTokenLetsNobodyIn() throws Exception {
    colleague();
    COMPANY.claims.put("exp", CLOCK.instant().minusSeconds(120).getEpochSecond());
    COMPANY.claims.put("iat", CLOCK.instant().minusSeconds(420).getEpochSecond());
    through(browser);
    assertThat(isIn(browser)).isFalse();
  }

  @Test
  void anAnswerWithAnotherStateOrWithoutAQuestionLetsNobodyIn() {
    colleague();
    String there = browser.open("/sign-in/provider").getRedirectedUrl();
    String back = COMPANY.authorize(there);
    assertThat(new Browser(mvc).open(back).getRedirectedUrl()).isEqualTo("/sign-in");
    browser.open(back.replaceFirst("state=.*", "state=guessed"));
    assertThat(isIn(browser)).isFalse();
    browser.open(back);
    assertThat(isIn(browser)).as("a question is answered once").isFalse();
  }

  @Test
  void aRefusalThereIsToldInOneSentence() throws Exception {
    browser.open("/sign-in/provider");
    browser.open("/sign-in/provider/return?error=access_denied&state=x");
    assertThat(told(browser)).contains("Fernhill Accounts did not confirm who you are");
  }

  @ParameterizedTest
  @ValueSource(strings = {"token-500", "token-slow"})
  void aProviderThatIsDownIsToldInOneSentenceWithinSeconds(String fault) throws Exception {
    colleague();
    COMPANY.fault = fault;
    long before = System.nanoTime();
    through(browser);
    assertThat(Duration.ofNanos(System.nanoTime() - before)).isLessThan(Duration.ofSeconds(9));
    assertThat(told(browser)).contains("Fernhill Accounts does not answer");
  }

  @Test
  void passwordsAreForTheEmergencyAdministratorAlone() throws Exception {
    for (String address : List.of(email, EMERGENCY)) {
      Person person =
          staff.add(new NewPerson("Ada", address, Locale.ENGLISH, ZoneId.of("UTC")), Actor.SYSTEM);
      String path = firstStart.invite(person.id(), Actor.SYSTEM);
      firstStart.accept(path.replace("/first-start/", ""), "Ada", "", PASSWORD);
    }
    MockHttpServletResponse answer = browser.signIn(email, PASSWORD);
    assertThat(answer.getStatus()).isEqualTo(422);
    assertThat(answer.getContentAsString()).contains("Passwords are off here");
    assertThat(browser.signIn(EMERGENCY, PASSWORD).getRedirectedUrl()).isEqualTo("/");
  }

  @Test
  void signingOutOffersTheWayOutThereToo() throws Exception {
    colleague();
    through(browser);
    browser.open("/profile");
    assertThat(browser.submit("/sign-out").getRedirectedUrl()).isEqualTo("/sign-in?left=yes");
    assertThat(browser.open("/sign-in?left=yes").getContentAsString())
        .contains(COMPANY.issuer() + "/end?client_id=amends&amp;post_logout_redirect_uri=");
  }

  @Test
  void anAccountIsConnectedFromTheProfileByItsOwner() {
    Person ann = colleague();
    through(browser);
    COMPANY.claims.put("sub", subject + "-second");
    through(browser);
    browser.open("/profile/sign-in");
    browser.submit("/profile/provider");
    Browser other = new Browser(mvc);
    assertThat(through(other).getRedirectedUrl()).as("one account each").isEqualTo("/sign-in");
    assertThat(staff.find(ann.id())).isPresent();
  }

  @Test
  void sessionsEndAsTheSettingsSay() {
    colleague();
    through(browser);
    clock.pass(Duration.ofHours(2));
    assertThat(isIn(browser)).isTrue();
    clock.pass(Duration.ofSeconds(1));
    assertThat(isIn(browser)).isFalse();
  }
}
