package amends.remedies;

import static org.assertj.core.api.Assertions.assertThat;

import amends.cases.Draft;
import amends.cases.Outcome;
import amends.cases.Settling;
import amends.goods.StopMark;
import amends.promises.Promise;
import amends.shared.Refusal;
import amends.shared.Sql;
import amends.shared.Subject;
import amends.testing.AsOwner;
import amends.testing.Blocked;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** Never make it worse: what is stopped neither is promised nor leaves; what fails again rises. */
class NeverWorseTest extends Righting {
  @AfterEach
  void lifted() {
    clock.pass(Duration.ofMinutes(1));
    for (StopMark mark : marks.all(100)) {
      if (mark.stands()) {
        marks.lift(mark.id(), "Tested: safe.", hanna.actor());
      }
    }
    sql.sql("update remedy_grant set returned_at = :now where unit_id is not null")
        .param("now", Sql.at(clock.instant()))
        .update();
    new AsOwner().run("truncate stock");
  }

  @Test
  void theStoryTheJugBrokeAgain() {
    Subject about = matter();
    stop("L1", null);
    clock.pass(Duration.ofMinutes(5));
    Refusal refusal = refused(() -> remedies.grant(about, newJug("J-001"), "", priya));
    assertThat(refusal.key()).isEqualTo("remedies.refusal.blocked.stopped_lot");
    assertThat(refusal.args()[1]).isEqualTo("L2");
    Safe.Blocked blocked = (Safe.Blocked) remedies.look(about, newJug("J-001"), priya).safe();
    String instead = blocked.instead().getFirst().serial();
    RemedyGrant grant = remedies.grant(about, newJug(instead), "", priya);
    leaves(grant);
    Promise look = look(grant);
    assertThat(look.dueAt())
        .isEqualTo(Objects.requireNonNull(grant.promisedAt()).plus(Duration.ofDays(7)));
    clock.set(look.dueAt().minus(Duration.ofMinutes(1)));
    ring();
    assertThat(cases.see(about.id(), priya).nextDueAt()).isNotNull();
    assertThat(look(grant).moments().warnedAt()).isNotNull();
    arrivals.note(grant.id(), RemedyCheck.Result.WORKS, "She uses it daily.", priya.actor());
    assertThat(look(grant).moments().keptAt()).isNotNull();
    assertThat(arrivals.unproven(about)).isEmpty();
  }

  @Test
  void aMarkOnOneUnitOrTheWholeProductBlocksToo() {
    Subject about = matter();
    stop(null, "J-101");
    clock.pass(Duration.ofMinutes(5));
    assertThat(refused(() -> remedies.grant(about, newJug("J-101"), "", priya)).key())
        .isEqualTo("remedies.refusal.blocked.stopped_unit");
    stop(null, null);
    clock.pass(Duration.ofMinutes(5));
    assertThat(refused(() -> remedies.grant(about, newJug("J-002"), "", priya)).key())
        .isEqualTo("remedies.refusal.blocked.stopped_product.none");
  }

  @Test
  void aBlockSetBetweenPromiseAndParcelWins() {
    RemedyGrant grant = remedies.grant(matter(), newJug("J-102"), "", priya);
    clock.pass(Duration.ofMinutes(5));
    stop("L2", null);
    assertThat(now(grant).fate().unsafeAt()).isNotNull();
    clock.pass(Duration.ofMinutes(5));
    assertThat(refused(() -> leaves(grant)).key())
        .startsWith("remedies.refusal.blocked.stopped_lot");
    assertThat(now(grant).fate().doneAt()).isNull();
    failed(grant);
  }

  @Test
  void aBlockSetWhileAUnitIsLeavingWaitsAndThenReopensWhatLeft() throws Exception {
    Subject about = matter();
    RemedyGrant grant = remedies.grant(about, newJug("J-103"), "", priya);
    CountDownLatch held = new CountDownLatch(1);
    CountDownLatch go = new CountDownLatch(1);
    try (ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor()) {
      Future<?> leaving =
          threads.submit(() ->
              acts.run(() -> {
                safety.holdToShip(grant.id());
                held.countDown();
                await(go);
                done(grant);
              }));
      await(held);
      Future<StopMark> marking = threads.submit(() -> stop("L2", null));
      assertThat(Blocked.somebody(sql)).as("the mark waits for whoever holds the lot").isTrue();
      go.countDown();
      leaving.get();
      marking.get();
    }
    assertThat(now(grant).fate().doneAt()).isNotNull();
    assertThat(now(grant).fate().unsafeAt()).isNotNull();
    assertThat(promises.about(about)).anyMatch(p -> p.words().startsWith("We tell you what we"));
  }

  private static void await(CountDownLatch latch) {
    try {
      assertThat(latch.await(30, TimeUnit.SECONDS)).isTrue();
    } catch (InterruptedException e) {
      throw new IllegalStateException(e);
    }
  }

  @Test
  void whatWasSafeAndIsNotTakesASettledCaseUpAgain() {
    Subject about = matter();
    RemedyGrant grant = remedies.grant(about, newJug("J-101"), "", priya);
    leaves(grant);
    arrivals.note(grant.id(), RemedyCheck.Result.WORKS, "It works.", priya.actor());
    settle(about);
    cases.followUp(about.id(), "right", "phone", new Draft("Fine.", null, null, true), priya);
    assertThat(cases.see(about.id(), priya).closed()).isTrue();
    clock.pass(Duration.ofDays(1));
    stop("L2", null);
    assertThat(cases.see(about.id(), priya).closed()).isFalse();
    assertThat(cases.see(about.id(), priya).settled()).isFalse();
  }

  private void settle(Subject about) {
    cases.call(about.id(), "out", 3, new Draft("A new jug comes.", null, null, true), priya);
    cases.settle(
        about.id(),
        new Settling(
            Outcome.MADE_RIGHT,
            "A new jug.",
            null,
            null,
            null,
            null,
            clock.instant().plus(Duration.ofHours(20)),
            null),
        priya);
  }

  @Test
  void aFixThatFailsIsASecondFailureAndRises() {
    Subject about = matter();
    RemedyGrant grant =
        remedies.grant(about, newJug("J-101").because("breaks", Severity.GRAVE), "", priya);
    leaves(grant);
    arrivals.note(grant.id(), RemedyCheck.Result.DOES_NOT_WORK, "It broke as well.", priya.actor());
    List<Promise> owed = promises.about(about).stream().filter(Promise::owed).toList();
    assertThat(owed)
        .anyMatch(p -> p.kind() == Promise.Kind.CONTACT && p.words().startsWith("We tell you how"));
    assertThat(owed)
        .anyMatch(p ->
            p.kind() == Promise.Kind.LOOK && Long.valueOf(hanna.id()).equals(p.owner().person()));
    Safe warned =
        remedies.look(about, newJug("J-102").because("breaks", Severity.GRAVE), priya).safe();
    assertThat(((Safe.Warned) warned).hazards())
        .extracting(Hazard::code)
        .contains("same_cause", "again_here");
  }

  @Test
  void anotherOfTheSameLotWarns() {
    Wanted sameLot = newJug("J-102").unit(unit("J-102"), unit("J-101"));
    assertThat(((Safe.Warned) remedies.look(matter(), sameLot, priya).safe()).hazards())
        .extracting(Hazard::code)
        .contains("same_lot");
  }

  @Test
  void anInterimRemedySaysWhyAndUntilWhenKeepsTheCaseOpenAndRings() {
    Subject about = matter();
    Wanted bridge =
        Wanted.of(loan.id(), null, "Until the new one comes.").unit(unit("J-001"), null);
    assertThat(refused(() -> remedies.grant(about, bridge, "", priya)).field())
        .isEqualTo("interim_why");
    RemedyGrant grant =
        remedies.grant(about, bridge.until("The new one comes in May.", in(240)), "", priya);
    assertThat(grant.checkPromiseId()).isNull();
    leaves(grant);
    settle(about);
    cases.followUp(about.id(), "right", "phone", new Draft("Fine.", null, null, true), priya);
    assertThat(cases.see(about.id(), priya).closed()).isFalse();
    assertThat(refused(() -> cases.close(about.id(), priya)).key())
        .isEqualTo("cases.refusal.interim-open");
    Interim interim = interims.of(grant.id()).orElseThrow();
    clock.set(interim.endsAt().minus(Duration.ofDays(3)));
    ring();
    assertThat(interims.of(grant.id()).orElseThrow().warnedAt()).isNotNull();
    assertThat(promises.about(about))
        .anyMatch(p -> p.owed() && p.words().startsWith("An interim remedy ends soon"));
    Refusal shorter =
        refused(() -> interims.prolong(grant.id(), "Later.", interim.endsAt(), priya));
    assertThat(shorter.key()).isEqualTo("remedies.refusal.interim-longer");
    Instant later = interim.endsAt().plus(Duration.ofDays(10));
    interims.prolong(grant.id(), "It comes in June.", later, hanna);
    assertThat(interims.of(grant.id()).orElseThrow())
        .returns(later, Interim::endsAt)
        .returns(hanna.id(), Interim::approver)
        .returns("It comes in June.", Interim::why)
        .returns(null, Interim::warnedAt);
    clock.set(later.minus(Duration.ofDays(3)));
    ring();
    assertThat(interims.of(grant.id()).orElseThrow().warnedAt()).as("rings again").isNotNull();
    assertThat(refused(() -> interims.end(grant.id(), " ", priya)).field())
        .isEqualTo("interim_why");
    interims.end(grant.id(), "It came back.", priya);
    assertThat(interims.of(grant.id()).orElseThrow().endedWhy()).isEqualTo("It came back.");
    assertThat(refused(() -> interims.end(grant.id(), "Again.", priya)).key())
        .isEqualTo("remedies.refusal.interim-over");
    assertThat(interims.open(about)).isEmpty();
  }

  @Test
  void aFinalRemedyThatWorksEndsTheBridge() {
    Subject about = matter();
    RemedyGrant bridge =
        remedies.grant(
            about,
            Wanted.of(loan.id(), null, "x").unit(unit("J-002"), null).until("Soon.", in(240)),
            "",
            priya);
    leaves(bridge);
    RemedyGrant last = remedies.grant(about, newJug("J-003"), "", priya);
    leaves(last);
    arrivals.note(last.id(), RemedyCheck.Result.WORKS, "Good.", priya.actor());
    assertThat(interims.of(bridge.id()).orElseThrow().endedBy()).isEqualTo(last.id());
  }

  @Test
  void madeRightIsNotCalledSoUntilItArrivedOrTheCustomerSaysSo() {
    Subject about = matter();
    RemedyGrant grant = remedies.grant(about, newJug("J-101"), "", priya);
    settle(about);
    cases.followUp(about.id(), "right", "phone", new Draft("Fine.", null, null, true), priya);
    assertThat(cases.see(about.id(), priya).closed()).isFalse();
    assertThat(refused(() -> cases.close(about.id(), priya)).key())
        .isEqualTo("cases.refusal.remedy-open");
    leaves(grant);
    arrivals.note(grant.id(), RemedyCheck.Result.WORKS, "It came.", priya.actor());
    cases.close(about.id(), priya);
    assertThat(cases.see(about.id(), priya).closed()).isTrue();
  }

  @Test
  void theCustomersWordThatItIsRightProvesWhatHasLeft() {
    Subject about = matter();
    RemedyGrant grant = give(about, 4_000);
    done(grant);
    settle(about);
    cases.followUp(about.id(), "right", "phone", new Draft("All good.", null, null, true), priya);
    assertThat(arrivals.of(grant.id()))
        .extracting(RemedyCheck::result)
        .containsExactly(RemedyCheck.Result.WORKS);
    assertThat(cases.see(about.id(), priya).closed()).isTrue();
  }

  @Test
  void whatADuplicateWasGivenIsLookedAtInTheCaseThatStandsForIt() {
    long customer = world.customer("Una Twice", "una@twice.example").id();
    Subject twice = matterOf(customer);
    Subject stands = matterOf(customer);
    RemedyGrant grant = remedies.grant(twice, newJug("J-101"), "", priya);
    cases.settle(
        twice.id(),
        new Settling(Outcome.DUPLICATE, "The same jug.", null, null, stands.id(), null, null, null),
        priya);
    settle(stands);
    cases.followUp(stands.id(), "right", "phone", new Draft("Fine.", null, null, true), priya);
    assertThat(refused(() -> cases.close(stands.id(), priya)).key())
        .isEqualTo("cases.refusal.remedy-open");
    leaves(grant);
    arrivals.note(grant.id(), RemedyCheck.Result.DOES_NOT_WORK, "It broke.", priya.actor());
    assertThat(cases.see(stands.id(), priya).settled()).isFalse();
    assertThat(cases.see(twice.id(), priya).closed()).isTrue();
  }
}
