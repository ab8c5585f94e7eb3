package amends.cases;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import amends.customers.Customers;
import amends.promises.Promise;
import amends.promises.Promises;
import amends.promises.Risks;
import amends.promises.Undertaking;
import amends.promises.Undertaking.By;
import amends.shared.Actor;
import amends.shared.NotFound;
import amends.staff.Grant;
import amends.staff.NewPerson;
import amends.staff.Person;
import amends.staff.Role;
import amends.staff.Staff;
import amends.staff.Viewer;
import amends.testing.DatabaseTest;
import amends.testing.Fernhill;
import amends.testing.TestClock;
import amends.time.AlarmClock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

/** A promise that somebody else must keep is given only once they have said yes. */
@DatabaseTest
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class UndertakenTest {
  @Autowired Cases cases;
  @Autowired Undertaken undertaken;
  @Autowired Joins joins;
  @Autowired Promises promises;
  @Autowired Risks risks;
  @Autowired Staff staff;
  @Autowired Customers customers;
  @Autowired AlarmClock alarmClock;
  @Autowired TestClock clock;
  @Autowired JdbcClient sql;

  private Fernhill world;

  @BeforeAll
  void people() {
    world = new Fernhill(staff, customers);
  }

  @Test
  void aReplyCannotPromiseWhatTheColleagueHasNotAccepted() {
    long id = opened();
    long asked = asked(id, world.tom);
    assertThatThrownBy(() -> cases.reply(id, resting(asked), world.priya))
        .hasMessage("promises.undertaking.refusal.not-accepted");
    assertThat(owed(id)).noneMatch(p -> p.words().startsWith("Tom rings"));

    undertaken.accept(asked, world.tom);
    cases.reply(id, resting(asked), world.priya);
    assertThat(owed(id)).anyMatch(p -> p.words().startsWith("Tom rings"));
  }

  @Test
  void whoeverIsAskedReadsTheWordsAndTheCaseOnlyIfTheyMaySeeIt() {
    long id = opened();
    long ofSam = asked(id, world.sam);
    Undertaken.Mine mine = undertaken.mine(world.sam).getFirst();
    assertThat(mine.undertaking().id()).isEqualTo(ofSam);
    assertThat(mine.matter()).isNull();
    assertThatThrownBy(() -> undertaken.accept(ofSam, world.tom)).isInstanceOf(NotFound.class);
  }

  @Test
  void nobodyAsksThemselvesAndNobodyWhoHasLeft() {
    long id = opened();
    assertThatThrownBy(() -> asked(id, world.priya))
        .hasMessage("cases.undertaking.refusal.yourself");
    assertThatThrownBy(
            () -> undertaken.ask(id, new By.Colleague(987_654), "rings", in(5), world.priya))
        .hasMessage("cases.undertaking.refusal.who");
  }

  @Test
  void whatRestsOnSomebodyWhoHasLeftIsInDangerAtOnce() {
    Person ida =
        staff.add(
            new NewPerson("Ida Moss", "ida@fernhill.example", Locale.UK, Fernhill.LONDON),
            Actor.SYSTEM);
    staff.grant(ida.id(), Grant.inTeam(Role.AGENT, world.home.id()), Actor.SYSTEM);
    Viewer leaves = staff.viewer(ida.id()).orElseThrow();
    long id = opened();
    long asked = asked(id, leaves);
    undertaken.accept(asked, leaves);
    cases.reply(id, resting(asked), world.priya);
    Promise resting =
        owed(id).stream().filter(p -> p.words().startsWith("Tom rings")).findFirst().orElseThrow();

    staff.leave(ida.id(), world.admin.actor());

    assertThat(risks.of(List.of(resting.id()))).hasSize(1);
    Draft once = new Draft("Soon.", "Tom brings the pump", in(6), false, asked);
    assertThatThrownBy(() -> cases.reply(id, once, world.priya))
        .hasMessage("promises.undertaking.refusal.not-accepted");
  }

  @Test
  void whoeverAskedHearsOfTheRefusalAndTheOwnerOfTheDanger() {
    long id = opened();
    long asked = asked(id, world.tom);
    undertaken.accept(asked, world.tom);
    cases.reply(id, resting(asked), world.priya);

    undertaken.decline(asked, "The van has broken down", world.tom);

    assertThat(told(world.priya)).contains("undertaking.declined", "danger");
    assertThat(told(world.tom)).contains("undertaking.asked");
  }

  @Test
  void anotherCasesWordCarriesNothingHere() {
    long other = opened();
    long asked = asked(other, world.tom);
    undertaken.accept(asked, world.tom);
    long id = opened();
    assertThatThrownBy(() -> cases.reply(id, resting(asked), world.priya))
        .hasMessage("promises.undertaking.refusal.not-accepted");
    assertThatThrownBy(() -> undertaken.done(id, asked, world.priya)).isInstanceOf(NotFound.class);
  }

  @Test
  void aMergedCaseTakesWhatWasUndertakenWithIt() {
    long first = opened();
    long asked = asked(first, world.tom);
    undertaken.accept(asked, world.tom);
    long survivor = opened();
    joins.merge(first, survivor, "The same leak", false, world.hanna);

    assertThat(undertaken.in(survivor, world.hanna)).extracting(Undertaking::id).contains(asked);
    cases.reply(survivor, resting(asked), world.priya);
    assertThat(owed(survivor)).anyMatch(p -> p.words().startsWith("Tom rings"));
  }

  private List<String> told(Viewer who) {
    return sql.sql("select source_kind from notice where person_id = :id")
        .param("id", who.id())
        .query(String.class)
        .list();
  }

  private List<Promise> owed(long id) {
    return promises.about(Case.subject(id)).stream().filter(Promise::owed).toList();
  }

  private Draft resting(long word) {
    return new Draft(
        "We have found the cause.", "Tom rings you about the pump", in(6), false, word);
  }

  private long asked(long id, Viewer whom) {
    undertaken.ask(
        id, new By.Colleague(whom.id()), "Tom rings you about the pump", in(5), world.priya);
    return undertaken.in(id, world.priya).getLast().id();
  }

  private Instant in(int hours) {
    return clock.instant().plus(Duration.ofHours(hours));
  }

  private long opened() {
    return Dangers.opened(cases, world, world.ruth(), in(30));
  }
}
