package amends.staff;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import amends.shared.Actor;
import amends.shared.Tokens;
import amends.testing.Browser;
import amends.testing.DatabaseTest;
import amends.testing.TestClock;
import java.time.Duration;
import java.time.ZoneId;
import java.util.Locale;
import java.util.concurrent.Executors;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.web.servlet.MockMvc;

/** In by a link that works once; each test starts with an empty house. */
@DatabaseTest
class FirstStartTest {
  private static final String PASSWORD = "a sentence only I know";

  @Autowired FirstStart firstStart;
  @Autowired Staff staff;
  @Autowired SignIns signIns;
  @Autowired TestClock clock;
  @Autowired JdbcClient sql;
  @Autowired MockMvc mvc;

  @BeforeEach
  void emptyHouse() {
    sql.sql("delete from one_time_link").update();
    sql.sql("delete from role_grant").update();
    sql.sql("delete from membership").update();
    sql.sql("delete from person").update();
    noBrand();
    prepare();
  }

  private void noBrand() {
    sql.sql("delete from team").update();
    sql.sql("delete from brand").update();
  }

  private void prepare() {
    firstStart.prepare(
        new NewBrand("Jugs", "help@jugs.example", Locale.ENGLISH, ZoneId.of("Europe/Vienna")),
        "Front line");
  }

  private String token() {
    return firstStart.linkIfNeeded().orElseThrow().replace("/first-start/", "");
  }

  @Test
  void givesAnEmptyHouseOneBrandAndOneTeamAndAFullOneNothing() {
    firstStart.prepare(
        new NewBrand("Other", "other@jugs.example", Locale.ENGLISH, ZoneId.of("UTC")), "Other");
    assertThat(staff.brands()).extracting(Brand::name).containsExactly("Jugs");
    assertThat(staff.teams()).extracting(Team::name).containsExactly("Front line");
  }

  @Test
  void nodesThatStartTogetherMakeOneBrandAndOneTeam() {
    noBrand();
    try (var nodes = Executors.newFixedThreadPool(4)) {
      for (int i = 0; i < 4; i++) nodes.submit(this::prepare);
    }
    assertThat(staff.brands()).hasSize(1);
    assertThat(staff.teams()).hasSize(1);
  }

  @Test
  void theLinkMakesTheFirstAdministratorOnce() {
    String token = token();
    Person first = firstStart.accept(token, "Ann", "ann@jugs.example", PASSWORD);
    assertThat(staff.grantsOf(first.id())).containsExactly(Grant.everywhere(Role.ADMINISTRATOR));
    assertThat(first.zone()).isEqualTo(ZoneId.of("Europe/Vienna"));
    assertThat(staff.teamIsStaffed(staff.teams().getFirst().id())).isTrue();
    assertThat(firstStart.look(token)).isEmpty();
    assertThatThrownBy(() -> firstStart.accept(token, "Eve", "eve@jugs.example", PASSWORD))
        .hasMessage("staff.refused.link");
    assertThat(firstStart.linkIfNeeded()).isEmpty();
    assertThat(signIns.signIn("ann@jugs.example", PASSWORD, "192.0.2.1"))
        .isInstanceOf(SignIns.Outcome.Welcome.class);
  }

  @Test
  void onlyAHashOfTheLinkIsKept() {
    String token = token();
    assertThat(token).hasSize(22);
    assertThat(sql.sql("select hash from one_time_link").query(byte[].class).list())
        .containsExactly(Tokens.hash(token));
  }

  @Test
  void theLinkIsGoodForADay() {
    String token = token();
    clock.pass(Duration.ofHours(24).minusSeconds(1));
    assertThat(firstStart.look(token)).isPresent();
    clock.pass(Duration.ofSeconds(1));
    assertThat(firstStart.look(token)).isEmpty();
    assertThat(firstStart.linkIfNeeded()).isPresent();
  }

  @Test
  void aNewLinkEndsTheOldOne() {
    String old = token();
    String young = token();
    assertThat(firstStart.look(old)).isEmpty();
    assertThat(firstStart.look(young)).isPresent();
  }

  @Test
  void lookingAtTheLinkChangesNothing() {
    String token = token();
    Browser scanner = new Browser(mvc);
    for (int i = 0; i < 3; i++) {
      assertThat(scanner.open("/first-start/" + token).getStatus()).isEqualTo(200);
    }
    assertThat(staff.people()).isEmpty();
    assertThat(firstStart.look(token)).isPresent();
  }

  @Test
  void theFormKeepsWhatWasTypedAndSaysWhatIsWrong() throws Exception {
    String path = "/first-start/" + token();
    Browser browser = new Browser(mvc);
    browser.open(path);
    var refused =
        browser.submit(
            path,
            "name",
            "Ann",
            "email",
            "ann@jugs.example",
            "password",
            "short",
            "password_again",
            "short");
    assertThat(refused.getStatus()).isEqualTo(422);
    assertThat(refused.getContentAsString())
        .contains("Use at least 12 characters", "ann@jugs.example")
        .doesNotContain("\"short\"");
    var welcome =
        browser.submit(
            path,
            "name",
            "Ann",
            "email",
            "ann@jugs.example",
            "password",
            PASSWORD,
            "password_again",
            PASSWORD);
    assertThat(welcome.getRedirectedUrl()).isEqualTo("/");
    assertThat(browser.open("/profile").getContentAsString()).contains("Ann");
    assertThat(browser.open(path).getStatus()).isEqualTo(410);
  }

  @Test
  void anInvitedPersonChoosesThePasswordAndKeepsTheAddress() {
    Person tom =
        staff.add(
            new NewPerson("Tom", "tom@jugs.example", Locale.ENGLISH, ZoneId.of("UTC")),
            Actor.SYSTEM);
    String token = firstStart.invite(tom.id(), Actor.SYSTEM).replace("/first-start/", "");
    assertThat(firstStart.look(token)).contains(new FirstStart.Guest("Tom", "tom@jugs.example"));
    Person in = firstStart.accept(token, "Tom Okafor", "else@jugs.example", PASSWORD);
    assertThat(in.id()).isEqualTo(tom.id());
    assertThat(in.name()).isEqualTo("Tom Okafor");
    assertThat(in.email()).isEqualTo("tom@jugs.example");
    assertThat(staff.grantsOf(tom.id())).isEmpty();
    assertThat(firstStart.look(token)).isEmpty();
  }

  @Test
  void nobodyGetsInByALinkAfterLeaving() {
    Person tom =
        staff.add(
            new NewPerson("Tom", "tom@jugs.example", Locale.ENGLISH, ZoneId.of("UTC")),
            Actor.SYSTEM);
    String token = firstStart.invite(tom.id(), Actor.SYSTEM).replace("/first-start/", "");
    staff.leave(tom.id(), Actor.SYSTEM);
    assertThat(firstStart.look(token)).isEmpty();
    assertThatThrownBy(() -> firstStart.invite(tom.id(), Actor.SYSTEM))
        .hasMessage("staff.refused.left");
  }
}
