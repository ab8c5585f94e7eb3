package amends.cases;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import amends.promises.Cadence;
import amends.promises.CadenceRule;
import amends.promises.CadenceRule.Audience;
import amends.promises.Cadences;
import amends.promises.Promise;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/** A rhythm makes the next promise when one has come to its end, and never stops silently. */
class CaseCadencesTest extends Telling {
  private static final Duration DAY = Duration.ofDays(1);

  @Autowired CaseCadences cadences;
  @Autowired Cadences all;
  @Autowired Intentions intentions;

  private long rule(String name) {
    return all.rules().stream().filter(r -> r.name().equals(name)).findFirst().orElseThrow().id();
  }

  private Cadence start(Case matter, String name) {
    cadences.start(matter.id(), rule(name), world.priya);
    return running(matter);
  }

  private Cadence running(Case matter) {
    return cadences.running(now(matter)).getFirst();
  }

  private Promise nextOf(Case matter) {
    return promises.promise(running(matter).promiseId());
  }

  private Case answered(String subject) {
    Case matter = ruthWrites(subject, "Broken.");
    cases.reply(matter.id(), nothingMore("We look into it."), world.priya);
    post.deliver();
    return matter;
  }

  private Instant in(Duration time) {
    return clock.instant().plus(time);
  }

  @Test
  void theFirstWordComesWithinADayAndTheCasePointsToIt() {
    Case matter = answered("A jug in a rhythm");
    Cadence cadence = start(matter, "Within a day, then every three days");
    Promise next = nextOf(matter);
    assertThat(next.kind()).isEqualTo(Promise.Kind.CONTACT);
    assertThat(next.dueAt()).isEqualTo(clock.instant().plus(DAY));
    assertThat(next.words()).contains("even when there is nothing new");
    assertThat(now(matter).nextDueAt()).isEqualTo(next.dueAt());
    assertThat(cadence.beats()).isZero();
  }

  @Test
  void aWordThatArrivesKeepsItAndTheNextOneStandsAlready() {
    Case matter = answered("A jug and a word");
    start(matter, "Within a day, then every three days");
    long first = running(matter).promiseId();
    cases.reply(
        matter.id(),
        promising("Still nothing new.", "We write again", in(DAY.multipliedBy(9))),
        world.priya);
    post.deliver();
    assertThat(promises.promise(first).moments().keptAt()).isNotNull();
    assertThat(running(matter).beats()).isEqualTo(1);
    assertThat(nextOf(matter).dueAt())
        .as("in nine days was promised, and the rhythm says three")
        .isEqualTo(clock.instant().plus(Duration.ofDays(3)));
  }

  @Test
  void aWordOfTheRhythmIsKeptAlsoByOneThatSaysTheSame() {
    Case matter = answered("A jug and the same word");
    start(matter, "Within a day, then every three days");
    Promise first = nextOf(matter);
    cases.reply(
        matter.id(),
        promising("Nothing new yet.", first.words(), in(DAY.plusHours(5))),
        world.priya);
    post.deliver();
    assertThat(promises.promise(first.id()).moments().keptAt()).isNotNull();
    assertThat(running(matter).beats()).isEqualTo(1);
  }

  @Test
  void aWordThatIsPromisedSoonerAnywayIsItsNext() {
    Case matter = answered("A jug and a sooner word");
    start(matter, "Within a day, then every three days");
    cases.reply(matter.id(), promising("We have asked.", "We write again", in(DAY)), world.priya);
    post.deliver();
    assertThat(nextOf(matter).words()).isEqualTo("We write again");
    assertThat(promises.about(matter.asSubject()).stream().filter(Promise::owed)).hasSize(1);
  }

  @Test
  void nothingMoreIsNoWordWhileOneIsComing() {
    Case matter = answered("A jug without a next word");
    start(matter, "Within a day, then every three days");
    assertThatThrownBy(() -> cases.reply(matter.id(), nothingMore("That is all."), world.priya))
        .hasMessage("cases.cadence.refuse.nothing");
  }

  @Test
  void aBrokenOneIsFollowedByTheNextInFullView() {
    Case matter = answered("A forgotten jug");
    start(matter, "Hourly, by one person");
    long first = running(matter).promiseId();
    clock.set(promises.promise(first).dueAt().plusSeconds(1));
    ring();
    assertThat(promises.promise(first).broken()).isTrue();
    assertThat(nextOf(matter).dueAt()).isEqualTo(clock.instant().plus(Duration.ofHours(1)));
    assertThat(now(matter).brokenAt()).isNotNull();
    clock.set(nextOf(matter).dueAt().plusSeconds(1));
    ring();
    assertThat(running(matter).beats()).isEqualTo(2);
  }

  @Test
  void itEndsWithAReasonOrWithTheSettlement() {
    Case matter = answered("An ended jug");
    Cadence cadence = start(matter, "Within a day, then every three days");
    assertThatThrownBy(() -> cadences.stop(matter.id(), cadence.id(), " ", world.priya))
        .hasMessage("promises.cadence.refuse.reason");
    cadences.stop(matter.id(), cadence.id(), "She asked us to.", world.priya);
    Cadence ended = cadences.of(matter.id(), world.priya).getFirst();
    assertThat(ended.endKind()).isEqualTo("said");
    assertThat(ended.reason()).isEqualTo("She asked us to.");
    assertThat(promises.promise(cadence.promiseId()).moments().releasedAt()).isNotNull();
    assertThat(now(matter).nextDueAt()).as("a look of our own").isNotNull();

    start(matter, "Hourly, by one person");
    cases.settle(matter.id(), settling(), world.priya);
    assertThat(cadences.running(now(matter))).isEmpty();
    assertThat(next(matter).kind()).isEqualTo(Promise.Kind.FOLLOW_UP);
    assertThatThrownBy(() -> start(matter, "Hourly, by one person"))
        .hasMessage("cases.cadence.refuse.settled");
  }

  @Test
  void whatTheSettlementEndedGoesOnWhenItWasNotRightAfterAll() {
    Case matter = answered("A jug that broke again");
    start(matter, "Within a day, then every three days");
    cases.settle(matter.id(), settling(), world.priya);
    assertThat(cadences.running(now(matter))).isEmpty();
    clock.pass(Duration.ofHours(1));
    cases.reopen(matter.id(), "It leaks.", "We ring you", in(Duration.ofHours(40)), world.priya);

    assertThat(running(matter).rule().name()).isEqualTo("Within a day, then every three days");
    assertThat(nextOf(matter).dueAt()).isEqualTo(in(DAY));
    assertThat(now(matter).nextDueAt()).isEqualTo(in(DAY));

    cadences.stop(matter.id(), running(matter).id(), "She asked us to.", world.priya);
    cases.settle(matter.id(), settling(), world.priya);
    cases.reopen(matter.id(), "Still.", "We ring you", in(Duration.ofHours(40)), world.priya);
    assertThat(cadences.running(now(matter))).as("a person had ended it").isEmpty();
  }

  @Test
  void anotherForTheSameTakesItsPlaceAndOneForOurselvesRunsBeside() {
    Case matter = answered("A jug with two rhythms");
    start(matter, "Within a day, then every three days");
    start(matter, "Hourly, by one person");
    start(matter, "Status inside every 30 minutes");
    assertThat(cadences.running(now(matter)))
        .extracting(c -> c.rule().audience())
        .containsExactlyInAnyOrder(Audience.CUSTOMER, Audience.INSIDE);
    assertThat(cadences.of(matter.id(), world.priya))
        .filteredOn(c -> !c.runs())
        .extracting(Cadence::endKind)
        .containsExactly("replaced");
    assertThatThrownBy(() -> start(matter, "In public every 15 minutes"))
        .hasMessage("promises.cadence.refuse.public");
  }

  @Test
  void aLookInsideIsKeptByALookWithAWord() {
    Case matter = answered("A jug that we watch");
    start(matter, "Status inside every 30 minutes");
    long look = running(matter).promiseId();
    assertThat(promises.promise(look).kind()).isEqualTo(Promise.Kind.LOOK);
    intentions.looked(matter.id(), look, "The kiln is cold again.", world.priya);
    assertThat(promises.promise(look).moments().keptAt()).isNotNull();
    assertThat(nextOf(matter).dueAt()).isEqualTo(clock.instant().plus(Duration.ofMinutes(30)));
  }

  @Test
  void itsPromiseCanBeAgreedAnewAndTheRhythmFollows() {
    Case matter = answered("A jug and another day");
    Cadence cadence = start(matter, "Within a day, then every three days");
    Promise anew =
        promises.agreeAnew(
            cadence.promiseId(),
            clock.instant().plus(DAY.multipliedBy(2)),
            amends.shared.Subject.of("call", 1),
            world.priya.actor());
    assertThat(running(matter).promiseId()).isEqualTo(anew.id());
    promises.release(anew.id(), "customer", world.priya.actor());
    assertThat(nextOf(matter).owed()).as("released is not ended").isTrue();
  }

  @Test
  void aDuplicatePassesItsRhythmToTheSurvivor() {
    Case survivor = answered("The jug that stands");
    Case duplicate = answered("The jug again");
    start(duplicate, "Within a day, then every three days");
    cases.settle(
        duplicate.id(),
        new Settling(Outcome.DUPLICATE, "The same.", null, null, survivor.id(), null, null, null),
        world.priya);
    assertThat(cadences.running(now(survivor))).hasSize(1);
    assertThat(nextOf(survivor).about()).isEqualTo(survivor.asSubject());
  }

  @Test
  void theHouseDefinesItsOwnAndOffersThemNoMore() {
    CadenceRule daily =
        new CadenceRule(
            0,
            "Daily",
            Audience.CUSTOMER,
            CadenceRule.Severity.MINOR,
            "email",
            true,
            false,
            List.of(new CadenceRule.Stage(1, CadenceRule.Unit.DAYS, null)));
    long id = all.define(daily, world.hanna.actor());
    assertThat(all.rule(id).stages()).isEqualTo(daily.stages());
    Case matter = answered("A daily jug");
    start(matter, "Daily");
    all.retire(id, world.hanna.actor());
    assertThat(all.rules()).extracting(CadenceRule::name).doesNotContain("Daily");
    assertThat(running(matter).rule().name()).isEqualTo("Daily");
  }
}
