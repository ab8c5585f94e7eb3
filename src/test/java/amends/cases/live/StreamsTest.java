package amends.cases.live;

import static org.assertj.core.api.Assertions.assertThat;

import amends.cases.Case;
import amends.cases.Cases;
import amends.cases.NewCase;
import amends.customers.Customers;
import amends.journal.Ear;
import amends.journal.Journal;
import amends.journal.Sealer;
import amends.promises.Promise;
import amends.staff.Staff;
import amends.staff.Viewer;
import amends.testing.AsOwner;
import amends.testing.DatabaseTest;
import amends.testing.Fernhill;
import amends.testing.TestClock;
import java.time.Duration;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

/** What a page hears: of the cases that its reader may see, in order, without a gap. */
@DatabaseTest
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class StreamsTest {
  @Autowired Streams streams;
  @Autowired Presences presences;
  @Autowired Ear ear;
  @Autowired Sealer sealer;
  @Autowired Journal journal;
  @Autowired Staff staff;
  @Autowired Customers customers;
  @Autowired Cases cases;
  @Autowired TestClock clock;
  @Autowired JdbcClient sql;

  private Fernhill world;

  @BeforeAll
  void people() {
    world = new Fernhill(staff, customers);
    seal();
  }

  @AfterEach
  void everybodyGoes() {
    streams.all().forEach(Stream::close);
    ear.hangUp();
  }

  private Stream open(Viewer viewer) {
    return open(viewer, Optional.empty());
  }

  private Stream open(Viewer viewer, Optional<Long> after) {
    return streams.open(viewer, "none", after).orElseThrow();
  }

  private Told next(Stream stream) throws InterruptedException {
    return Objects.requireNonNull(stream.next(Duration.ZERO));
  }

  private void seal() {
    while (sealer.perform()) {}
    ear.perform();
    ear.perform();
  }

  private Case opened(Viewer by) {
    return cases.open(
        new NewCase(
            world.brand.id(),
            world.home.id(),
            by.id(),
            world.ruth().id(),
            "phone",
            "The kettle hums",
            "It hums.",
            null,
            null,
            null,
            true,
            Promise.Kind.CONTACT,
            "We ring you",
            clock.instant().plus(Duration.ofHours(2)),
            by.actor()),
        by);
  }

  @Test
  void namesACaseToWhoeverMaySeeItAndToNobodyElse() throws InterruptedException {
    Stream priya = open(world.priya);
    Stream sam = open(world.sam);
    Case matter = opened(world.priya);
    seal();
    assertThat(next(priya).cases()).containsExactly(matter.id());
    assertThat(next(sam).isNothing()).isTrue();
  }

  @Test
  void aCaseThatIsHandedAwayIsNamedToNobodyWhoLosesSightOfIt() throws InterruptedException {
    Case matter = opened(world.priya);
    seal();
    Stream sam = open(world.sam);
    cases.handOver(matter.id(), "person:" + world.sam.id(), "Yours", world.priya);
    seal();
    assertThat(next(sam).cases()).containsExactly(matter.id());
    cases.handOver(matter.id(), "person:" + world.priya.id(), "Mine again", world.sam);
    seal();
    Told told = next(sam);
    assertThat(told.cases()).isEmpty();
    assertThat(told.moved()).isTrue();
  }

  @Test
  void goesOnWhereItBrokeOffAndAfterADaySaysLookAtEverything() throws InterruptedException {
    seal();
    long before = journal.sealed();
    Case matter = opened(world.priya);
    seal();
    Told missed = next(open(world.tom, Optional.of(before)));
    assertThat(missed.cases()).containsExactly(matter.id());
    assertThat(missed.seal()).isEqualTo(journal.sealed());
    assertThat(next(open(world.tom, Optional.of(journal.sealed()))).isNothing()).isTrue();
    assertThat(next(open(world.tom, Optional.of(journal.sealed() + 7))).all()).isTrue();
  }

  @Test
  void aReaderWhoTakesNothingCostsABoundedSet() throws InterruptedException {
    Stream slow = open(world.priya);
    for (long id = 0; id < 10L * Stream.MOST_WAITING; id++) {
      slow.happened(id, List.of(id), false, false);
    }
    Told told = next(slow);
    assertThat(told.all()).isTrue();
    assertThat(told.cases()).hasSizeLessThanOrEqualTo(Stream.MOST_WAITING);
  }

  @Test
  void theOldestOfTooManyGivesWay() throws InterruptedException {
    Stream first = open(world.priya);
    for (int i = 0; i < Streams.MOST_FOR_ONE; i++) {
      open(world.priya);
    }
    assertThat(first.next(Duration.ZERO)).isNull();
    assertThat(streams.all()).hasSize(Streams.MOST_FOR_ONE);
  }

  @Test
  void endsWhenTheSessionDoes() throws InterruptedException {
    Stream stream = open(world.priya);
    streams.check(stream);
    assertThat(stream.next(Duration.ZERO)).isNull();
  }

  @Test
  void endsOnceThePersonHasLeft() throws InterruptedException {
    Viewer ada = world.admin;
    Stream stream = open(world.hanna);
    staff.leave(world.hanna.id(), ada.actor());
    seal();
    assertThat(stream.next(Duration.ZERO)).isNull();
  }

  @Test
  void hearsAgainAfterPostgresqlHasCutTheLine() throws InterruptedException {
    Stream priya = open(world.priya);
    seal();
    new AsOwner()
        .run(
            "select pg_terminate_backend(pid) from pg_stat_activity where datname = current_database() and query ilike 'listen %' and pid <> pg_backend_pid()");
    Case matter = opened(world.priya);
    seal();
    assertThat(next(priya).cases()).contains(matter.id());
    Case second = opened(world.priya);
    seal();
    assertThat(next(priya).cases()).containsExactly(second.id());
  }

  @Test
  void tellsWhoIsHereOnceAndUntilTheLeaseEnds() throws InterruptedException {
    Case matter = opened(world.priya);
    seal();
    Stream tom = open(world.tom);
    Stream sam = open(world.sam);
    presences.here(matter.id(), "a", false, world.priya);
    ear.perform();
    assertThat(next(tom).presence()).containsExactly(matter.id());
    assertThat(next(sam).isNothing()).isTrue();
    presences.here(matter.id(), "a", false, world.priya);
    ear.perform();
    assertThat(next(tom).isNothing()).as("no news").isTrue();

    presences.here(matter.id(), "b", true, world.priya);
    assertThat(presences.others(matter.id(), world.tom))
        .containsExactly(new Presences.Present("Priya Nair", true));
    assertThat(presences.others(matter.id(), world.priya)).isEmpty();
    presences.gone(matter.id(), "b", world.priya);
    assertThat(presences.others(matter.id(), world.tom))
        .containsExactly(new Presences.Present("Priya Nair", false));
    clock.pass(Presences.LEASE);
    assertThat(presences.others(matter.id(), world.tom)).isEmpty();
  }
}
