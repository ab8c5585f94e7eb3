package amends.messages.account;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.csrf;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.post;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.content;

import amends.customers.Customers;
import amends.messages.PostOffice;
import amends.messages.account.Account.Flow;
import amends.messages.account.Account.Host;
import amends.shared.Actor;
import amends.shared.Refusal;
import amends.staff.Staff;
import amends.testing.As;
import amends.testing.AsOwner;
import amends.testing.DatabaseTest;
import amends.testing.FakeTokens;
import amends.testing.Fernhill;
import amends.testing.TestClock;
import java.net.URI;
import java.time.Duration;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.hamcrest.Matchers;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationContext;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.web.servlet.MockMvc;

/** Tokens of Microsoft and Google: fetched, kept locked, renewed early, missed loudly. */
@DatabaseTest
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class AccountTest {
  @Autowired Accounts accounts;
  @Autowired AccountTokens tokens;
  @Autowired AccountDuty duty;
  @Autowired Staff staff;
  @Autowired Customers customers;
  @Autowired JdbcClient sql;
  @Autowired TestClock clock;
  @Autowired MockMvc mvc;
  @Autowired ApplicationContext context;

  private FakeTokens provider;
  private Fernhill world;

  @BeforeAll
  void people() {
    world = new Fernhill(staff, customers);
  }

  @BeforeEach
  void fresh() {
    new AsOwner().run("truncate mail_account, mail_consent, notice, notice_mail cascade");
    clock.set(TestClock.START);
    provider = FakeTokens.fresh();
  }

  private Actor ada() {
    return world.admin.actor();
  }

  private static Account.Draft draft(Host host, Flow flow, String secret, @Nullable LocalDate end) {
    boolean robot = host == Host.GOOGLE && flow == Flow.APP;
    return new Account.Draft(
        host,
        flow,
        "Help",
        "help@fernhill.example",
        robot ? "" : FakeTokens.CLIENT,
        host == Host.MICROSOFT ? "fernhill.example" : "",
        secret,
        end);
  }

  private long add(Host host, Flow flow) {
    boolean robot = host == Host.GOOGLE && flow == Flow.APP;
    String secret = robot ? provider.keyFile() : FakeTokens.SECRET;
    return accounts.add(draft(host, flow, secret, null), ada());
  }

  private long consented(Host host) throws TokenTrouble {
    long id = add(host, Flow.DELEGATED);
    Map<String, String> back = provider.consent(accounts.consent(id, world.admin.id()));
    assertThat(accounts.consented(given(back, "state"), given(back, "code"), ada())).isEqualTo(id);
    return id;
  }

  @Test
  void aPersonConsentsOnceAndTheTokenIsRenewedAheadOfItsEnd() throws Exception {
    for (Host host : Host.values()) {
      long id = consented(host);
      String first = tokens.access(id);
      assertThat(provider.good).contains(first);
      assertThat(tokens.access(id)).as("kept, not asked for again").isEqualTo(first);

      clock.set(TestClock.START.plus(Duration.ofMinutes(54)));
      duty.perform();
      assertThat(tokens.access(id)).isEqualTo(first);
      clock.set(TestClock.START.plus(Duration.ofMinutes(56)));
      duty.perform();
      assertThat(tokens.access(id)).isNotEqualTo(first).matches(provider.good::contains);

      clock.set(TestClock.START.plus(Duration.ofMinutes(120)));
      duty.perform();
      assertThat(accounts.get(id).state().trouble()).isNull();
      clock.set(TestClock.START);
    }
  }

  @Test
  void anApplicationNeedsNoPerson() throws Exception {
    for (Host host : Host.values()) {
      long id = add(host, Flow.APP);
      duty.perform();
      assertThat(provider.good).contains(tokens.access(id));
      assertThat(accounts.get(id).state().accessEndsAt())
          .isEqualTo(TestClock.START.plus(Duration.ofHours(1)));
    }
    assertThat(provider.asked)
        .extracting(form -> form.get("grant_type"))
        .containsExactlyInAnyOrder(
            "client_credentials", "urn:ietf:params:oauth:grant-type:jwt-bearer");
  }

  @Test
  void whatIsStoredIsLocked() throws Exception {
    long id = consented(Host.MICROSOFT);
    String row =
        sql.sql(
                """
                select encode(secret, 'escape') || encode(refresh, 'escape')
                  || encode(access, 'escape') from mail_account where id = :id
                """)
            .param("id", id)
            .query(String.class)
            .single();
    assertThat(row)
        .doesNotContain(FakeTokens.SECRET)
        .doesNotContain("refresh-")
        .doesNotContain("access-");
    mvc.perform(get("/mail-accounts/" + id).with(As.person(world.admin.id())))
        .andExpect(content().string(Matchers.not(Matchers.containsString(FakeTokens.SECRET))));
  }

  @Test
  void aConsentCountsOnceInTimeAndForWhoAskedForIt() {
    long id = add(Host.MICROSOFT, Flow.DELEGATED);
    Map<String, String> back = provider.consent(accounts.consent(id, world.admin.id()));
    List<Map.Entry<String, Actor>> wrong =
        List.of(
            Map.entry("", ada()),
            Map.entry("AAAAAAAAAAAAAAAAAAAAAA", ada()),
            Map.entry(given(back, "state"), world.hanna.actor()));
    for (var one : wrong) {
      assertThatThrownBy(
              () -> accounts.consented(one.getKey(), given(back, "code"), one.getValue()))
          .isInstanceOf(Refusal.class);
    }
    clock.set(TestClock.START.plus(Duration.ofMinutes(16)));
    assertThatThrownBy(() -> accounts.consented(given(back, "state"), given(back, "code"), ada()))
        .isInstanceOf(Refusal.class);
    assertThat(accounts.get(id).needsConsent()).isTrue();
  }

  @Test
  void aCodeThatSomebodyElseCaughtIsOfNoUseWithoutTheVerifier() {
    long mine = add(Host.MICROSOFT, Flow.DELEGATED);
    long other = add(Host.MICROSOFT, Flow.DELEGATED);
    Map<String, String> caught = provider.consent(accounts.consent(mine, world.admin.id()));
    Map<String, String> own = provider.consent(accounts.consent(other, world.admin.id()));
    assertThatThrownBy(() -> accounts.consented(given(own, "state"), given(caught, "code"), ada()))
        .isInstanceOfSatisfying(
            TokenTrouble.class,
            e -> assertThat(e.key()).isEqualTo("messages.account.trouble.revoked"));
  }

  @Test
  void aConsentTakenBackIsSaidAtOnceAndToldToAdministrators() throws Exception {
    long id = consented(Host.MICROSOFT);
    provider.revoke();
    clock.set(TestClock.START.plus(Duration.ofMinutes(56)));
    duty.perform();
    duty.perform();

    assertThat(accounts.get(id).state().trouble()).isEqualTo("messages.account.trouble.revoked");
    assertThat(accounts.get(id).state().failures()).isEqualTo(1);
    mvc.perform(get("/mail-accounts").with(As.person(world.admin.id())))
        .andExpect(content().string(Matchers.containsString("The consent was taken back")));
    try (PostOffice post = new PostOffice(context)) {
      post.tellColleagues();
      assertThat(post.received())
          .singleElement()
          .satisfies(mail -> {
            assertThat(mail.to()).isEqualTo("ada.birch@fernhill.example");
            assertThat(mail.text()).contains("/mail-accounts/" + id);
          });
    }

    Map<String, String> back = provider.consent(accounts.consent(id, world.admin.id()));
    assertThat(accounts.consented(given(back, "state"), given(back, "code"), ada())).isEqualTo(id);
    assertThat(accounts.get(id).state().trouble()).isNull();
  }

  @Test
  void aSecretThatEndsSoonIsSaidTwoWeeksBefore() throws Exception {
    LocalDate end = LocalDate.ofInstant(TestClock.START, java.time.ZoneOffset.UTC).plusDays(20);
    long id = accounts.add(draft(Host.MICROSOFT, Flow.APP, FakeTokens.SECRET, end), ada());
    duty.perform();
    assertThat(sql.sql("select count(*) from notice").query(Long.class).single()).isZero();
    clock.set(TestClock.START.plus(Duration.ofDays(7)));
    duty.perform();
    duty.perform();
    assertThat(sql.sql("select count(*) from notice").query(Long.class).single()).isEqualTo(1);
    mvc.perform(get("/mail-accounts/" + id).with(As.person(world.admin.id())))
        .andExpect(content().string(Matchers.containsString("ends on " + end)));
  }

  @Test
  void aProviderThatIsAwayIsAskedAgainLaterAndNotAllTheTime() {
    long id = add(Host.GOOGLE, Flow.APP);
    provider.fault = "500";
    for (int i = 0; i < 5; i++) {
      duty.perform();
    }
    assertThat(provider.asked).hasSize(1);
    assertThat(accounts.get(id).state().trouble()).isEqualTo("messages.account.trouble.odd");
    provider.fault = "";
    clock.set(TestClock.START.plus(Duration.ofMinutes(2)));
    duty.perform();
    assertThat(accounts.get(id).state().trouble()).isNull();
  }

  @Test
  void anAdministratorSetsOneUpAndComesBackFromTheProvider() throws Exception {
    var ada = As.person(world.admin.id());
    mvc.perform(
            post("/mail-accounts")
                .with(csrf())
                .with(ada)
                .param("kind", "google.app")
                .param("name", "Help")
                .param("login", "help@fernhill.example")
                .param("secret", "no key file"))
        .andExpect(content().string(Matchers.containsString("no key file of a service account")));
    long id = add(Host.GOOGLE, Flow.DELEGATED);
    String to =
        mvc.perform(post("/mail-accounts/" + id + "/consent").with(csrf()).with(ada))
            .andReturn()
            .getResponse()
            .getRedirectedUrl();
    Map<String, String> back = provider.consent(URI.create(String.valueOf(to)));
    mvc.perform(
            get("/mail-accounts/back")
                .with(ada)
                .param("state", given(back, "state"))
                .param("code", given(back, "code")))
        .andExpect(content().string(Matchers.containsString("Use this account")));
    assertThat(accounts.get(id).needsConsent()).as("a GET changes nothing").isTrue();
    mvc.perform(
        post("/mail-accounts/back")
            .with(csrf())
            .with(ada)
            .param("state", given(back, "state"))
            .param("code", given(back, "code")));
    assertThat(accounts.get(id).needsConsent()).isFalse();
    mvc.perform(post("/mail-accounts/" + id + "/test").with(csrf()).with(ada))
        .andExpect(content().string(Matchers.containsString("The account works")));
  }

  private static String given(Map<String, String> back, String name) {
    return Objects.requireNonNull(back.get(name));
  }
}
