package amends.staff.web;

import static org.assertj.core.api.Assertions.assertThat;

import amends.customers.Customers;
import amends.messages.PostOffice;
import amends.shared.Actor;
import amends.staff.ApiTokens;
import amends.staff.FirstStart;
import amends.staff.Grant;
import amends.staff.Role;
import amends.staff.SecondFactors;
import amends.staff.Staff;
import amends.staff.Viewer;
import amends.testing.Authenticator;
import amends.testing.Browser;
import amends.testing.DatabaseTest;
import amends.testing.FakeRelay.Got;
import amends.testing.Fernhill;
import amends.testing.TestClock;
import java.io.UnsupportedEncodingException;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationContext;
import org.springframework.mock.web.MockHttpServletResponse;
import org.springframework.test.web.servlet.MockMvc;

/** A browser that was left open gives nobody a role, an invitation or a token. */
@DatabaseTest
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class FreshProofTest {
  private static final String PASSWORD = "the jug arrived in one piece";

  @Autowired MockMvc mvc;
  @Autowired Staff staff;
  @Autowired Customers customers;
  @Autowired FirstStart firstStart;
  @Autowired SecondFactors factors;
  @Autowired ApiTokens tokens;
  @Autowired TestClock clock;
  @Autowired ApplicationContext context;

  private Fernhill world;
  private Browser browser;
  private PostOffice post;

  @BeforeAll
  void aHouse() {
    world = new Fernhill(staff, customers);
    post = new PostOffice(context);
  }

  @AfterAll
  void closed() {
    post.close();
  }

  @BeforeEach
  void adaWentForLunchAndLeftHerBrowserOpen() {
    clock.set(TestClock.START);
    browser = new Browser(mvc);
    enter(world.admin);
    assertThat(browser.signIn(world.admin.email(), PASSWORD).getRedirectedUrl()).isEqualTo("/");
    browser.open("/people");
    clock.pass(Duration.ofMinutes(16));
  }

  private void enter(Viewer who) {
    String path = firstStart.invite(who.id(), Actor.SYSTEM);
    firstStart.accept(path.replace("/first-start/", ""), who.name(), "", PASSWORD);
  }

  private void proves() {
    assertThat(browser.open("/profile/proof").getStatus()).isEqualTo(200);
  }

  private static String text(MockHttpServletResponse page) {
    try {
      return page.getContentAsString();
    } catch (UnsupportedEncodingException e) {
      throw new IllegalStateException(e);
    }
  }

  private void wantsProof(String back, String path, String... fields) {
    assertThat(browser.submit(path, fields).getRedirectedUrl())
        .as(path)
        .isEqualTo("/profile/proof?next=" + back);
  }

  @Test
  void rolesAreGivenAndTakenOnlyAfterAProof() {
    String priya = "/people/" + world.priya.id();
    wantsProof(priya, priya + "/roles", "role", "manager", "team", "");
    wantsProof(
        priya, priya + "/roles/ending", "role", "agent", "team", String.valueOf(world.home.id()));
    assertThat(staff.grantsOf(world.priya.id()))
        .containsExactly(Grant.inTeam(Role.AGENT, world.home.id()));
    proves();
    assertThat(
            browser.submit("/profile/proof", "proof", PASSWORD, "next", priya).getRedirectedUrl())
        .isEqualTo(priya);
    assertThat(text(browser.open(priya))).contains("value=\"manager\" selected");
    browser.submit(priya + "/roles", "role", "manager", "team", "");
    assertThat(staff.grantsOf(world.priya.id())).contains(Grant.everywhere(Role.MANAGER));
    staff.revoke(world.priya.id(), Grant.everywhere(Role.MANAGER), Actor.SYSTEM);
  }

  @Test
  void nobodyIsInvitedWithoutAProofAndWhatWasTypedIsKept() {
    wantsProof(
        "/people",
        "/people",
        "name",
        "Kim Ray",
        "email",
        "kim@fernhill.example",
        "role",
        "agent",
        "team",
        String.valueOf(world.home.id()));
    assertThat(staff.findByEmail("kim@fernhill.example")).isEmpty();
    wantsProof("/people/" + world.tom.id(), "/people/" + world.tom.id() + "/invitation");
    proves();
    browser.submit("/profile/proof", "proof", PASSWORD, "next", "/people");
    assertThat(text(browser.open("/people"))).contains("Kim Ray", "kim@fernhill.example");
    assertThat(text(browser.open("/people"))).as("once").doesNotContain("Kim Ray");
  }

  @Test
  void noTokenIsMadeWithoutAProofAndItsScopesStayTicked() {
    int before = tokens.all().size();
    wantsProof("/tokens", "/tokens", "name", "Web shop", "scopes", "goods:read", "days", "30");
    assertThat(tokens.all()).hasSize(before);
    proves();
    browser.submit("/profile/proof", "proof", PASSWORD, "next", "/tokens");
    assertThat(text(browser.open("/tokens")))
        .contains("value=\"Web shop\"")
        .containsPattern("value=\"goods:read\" checked");
    browser.submit("/tokens", "name", "Web shop", "scopes", "goods:read", "days", "30");
    assertThat(tokens.all()).hasSize(before + 1);
  }

  @Test
  void aTokenIsTakenBackWithoutDelay() {
    long id =
        tokens
            .make(
                new amends.staff.NewApiToken("Lost", List.of("goods:read"), null, null, null), null)
            .token()
            .id();
    assertThat(browser.submit("/tokens/" + id + "/revocation").getRedirectedUrl())
        .isEqualTo("/tokens");
  }

  @Test
  void whoeverLosesTheSecondFactorIsToldByMail() {
    int seen = post.received().size();
    factors.offer(world.tom.id());
    String key = factors.offered(world.tom.id(), "Fernhill").orElseThrow().key();
    factors.confirm(world.tom.id(), new Authenticator(key, clock).code(), "192.0.2.1");
    factors.reset(world.tom.id(), world.admin.actor());
    post.tellColleagues();
    Got mail =
        post.received().stream()
            .skip(seen)
            .filter(got -> got.to().equals(world.tom.email()))
            .findFirst()
            .orElseThrow();
    assertThat(mail.header("Subject")).isEqualTo("Your second factor was taken away");
    assertThat(mail.text()).contains("Ada Birch", "/profile/sign-in").doesNotContain("/cases/");
    factors.reset(world.tom.id(), world.admin.actor());
    post.tellColleagues();
    assertThat(post.received().stream().skip(seen).filter(g -> g.to().equals(world.tom.email())))
        .as("there was nothing to take away any more")
        .hasSize(1);
  }
}
