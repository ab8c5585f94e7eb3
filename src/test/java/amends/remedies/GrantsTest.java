package amends.remedies;

import static org.assertj.core.api.Assertions.assertThat;

import amends.cases.Draft;
import amends.cases.Outcome;
import amends.cases.Settling;
import amends.journal.Journal;
import amends.promises.Promise;
import amends.remedies.Ruling.Above;
import amends.remedies.Ruling.Bound;
import amends.remedies.Ruling.Never;
import amends.remedies.Ruling.Why;
import amends.remedies.Ruling.Within;
import amends.shared.Actor;
import amends.shared.Money;
import amends.shared.NotFound;
import amends.shared.Refusal;
import amends.shared.Subject;
import amends.staff.Forbidden;
import amends.staff.Role;
import amends.testing.Blocked;
import amends.testing.Fernhill;
import amends.time.RoundMoments;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicReference;
import org.assertj.core.api.Assertions;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/** The front line decides: within a limit at once, and nothing moves on wrong input. */
class GrantsTest extends Righting {
  @Autowired Journal journal;

  @Test
  void showsWhatCanBeGivenBeforeAnythingIsPromised() {
    Subject about = matter();
    give(about, 6_000);
    Within within = (Within) remedies.look(about, pounds(5_000), priya).ruling();
    assertThat(within.left()).isEqualTo(gbp(14_000));
    assertThat(within.used()).isEqualTo(gbp(6_000));
    assertThat(within.by()).isEqualTo(Bound.MATTER);
    assertThat(count("remedy_grant where subject_id = " + about.id())).isOne();
  }

  /** A small limit for credits was none: the same credit went out in a package. */
  @Test
  void aPackageGoesByTheLimitsOfEverythingInIt() {
    Limit small =
        authority.set(
            new NewLimit(
                new Limit.OfPerson(tom.id()),
                Remedy.Kind.CREDIT,
                "GBP",
                500,
                null,
                null,
                null,
                Limit.Period.MONTH,
                120,
                null),
            Actor.SYSTEM);
    Subject about = matter();
    Wanted both = Wanted.of(sorry.id(), gbp(2_000), "It broke.");
    Above above = (Above) remedies.look(about, both, tom).ruling();
    assertThat(above.approver()).isEqualTo(hanna.id());
    assertThat(above.left().minor()).isZero();
    Request request = remedies.ask(about, both, "", tom);
    assertThat(requests.approve(request.id(), "", hanna).amount()).isEqualTo(gbp(2_300));
    assertThat(remedies.look(about, both, priya).ruling()).isInstanceOf(Within.class);
    authority.end(small.id(), Actor.SYSTEM);
  }

  @Test
  void isGivenAtOnceWithAPromiseToLookWhetherItArrived() {
    Subject about = matter();
    RemedyGrant grant = give(about, 6_000);
    assertThat(grant.state()).isEqualTo(RemedyGrant.State.GRANTED);
    assertThat(grant.ruledBy()).isEqualTo(priya.id());
    Promise look = look(grant);
    assertThat(look.kind()).isEqualTo(Promise.Kind.CHECK);
    assertThat(look.dueAt())
        .isEqualTo(RoundMoments.quarter(clock.instant().plus(Duration.ofDays(7)), Fernhill.LONDON));
    assertThat(look.words()).isEqualTo("We ask you whether this has reached you: refund");
    assertThat(journal.history(about)).extracting(e -> e.kind()).contains("remedy.granted");
  }

  @Test
  void aboveTheLimitNamesOnePersonAndADeadline() {
    Subject about = matter();
    Above above = (Above) remedies.look(about, pounds(15_001), priya).ruling();
    assertThat(above.approver()).isEqualTo(hanna.id());
    assertThat(above.standIn()).isEqualTo(mira.id());
    assertThat(above.left()).isEqualTo(gbp(15_000));
    assertThat(above.dueAt()).isEqualTo(clock.instant().plus(Duration.ofMinutes(120)));
    assertThat(refused(() -> give(about, 15_001)).key()).isEqualTo("remedies.refusal.above");
    assertThat(remedies.of(about)).isEmpty();
  }

  @Test
  void aDoubleClickGivesOnceAndAnotherAmountUnderTheSameFormIsRefused() {
    Subject about = matter();
    RemedyGrant first = remedies.grant(about, pounds(1_000), "form-1", priya);
    assertThat(remedies.grant(about, pounds(1_000), "form-1", priya)).isEqualTo(first);
    assertThat(refused(() -> remedies.grant(about, pounds(9_000), "form-1", priya)).key())
        .isEqualTo("remedies.refusal.changed");
    assertThat(remedies.of(about)).containsExactly(first);
  }

  @Test
  void nobodyGrantsToThemselves() {
    long self = world.customer("Priya at home", "priya.nair@fernhill.example").id();
    Subject own = matterOf(self);
    assertThat(never(own, pounds(100))).isEqualTo(Why.OWN_CASE);
    assertThat(refused(() -> give(own, 100)).key()).isEqualTo("remedies.never.own_case");
    assertThat(remedies.grant(own, pounds(100), "", tom).ruledBy()).isEqualTo(tom.id());
  }

  private Why never(Subject about, Wanted wanted) {
    return ((Never) remedies.look(about, wanted, priya).ruling()).why();
  }

  @Test
  void wrongInputIsASentenceAndNothingMoves() {
    Subject about = matter();
    long before = count("remedy_grant");
    assertThat(never(about, pounds(-500))).isEqualTo(Why.NEGATIVE);
    assertThat(never(about, pounds(0))).isEqualTo(Why.NEGATIVE);
    Wanted yen = Wanted.of(refund.id(), new Money(500, "JPY"), "Because.");
    assertThat(never(about, yen)).isEqualTo(Why.CURRENCY);
    assertThat(never(about, newJug("J-001").promised(in(1)))).isEqualTo(Why.TOO_SOON);
    for (Wanted wrong : List.of(pounds(-500), pounds(0), yen)) {
      assertThat(refused(() -> remedies.grant(about, wrong, "", priya)).field())
          .isEqualTo("amount");
    }
    assertThat(refused(() -> remedies.grant(about, Wanted.of(refund.id(), null, "x"), "", priya)))
        .extracting(Refusal::key)
        .isEqualTo("remedies.refusal.no-amount");
    assertThat(refused(() -> remedies.grant(about, Wanted.of(note.id(), gbp(1), "x"), "", priya)))
        .extracting(Refusal::key)
        .isEqualTo("remedies.refusal.fixed");
    assertThat(refused(() -> remedies.grant(about, Wanted.of(refund.id(), gbp(5), " "), "", priya)))
        .extracting(Refusal::field)
        .isEqualTo("reason");
    Wanted unknownCause = pounds(100).because("moon", Severity.SMALL);
    assertThat(refused(() -> remedies.grant(about, unknownCause, "", priya)).field())
        .isEqualTo("cause");
    assertThat(count("remedy_grant")).isEqualTo(before);
    assertThat(count("authority_use where key_kind = 'case' and key_id = " + about.id())).isZero();
  }

  @Test
  void nothingIsGivenInAClosedCase() {
    Subject about = matter();
    Instant later = clock.instant().plus(Duration.ofHours(20));
    cases.call(about.id(), "out", 3, new Draft("We brought it.", null, null, true), priya);
    cases.settle(
        about.id(),
        new Settling(Outcome.MADE_RIGHT, "Brought a jug.", null, null, null, null, later, null),
        priya);
    cases.followUp(about.id(), "right", "phone", new Draft("Fine.", null, null, true), priya);
    assertThat(cases.see(about.id(), priya).closed()).isTrue();
    assertThat(refused(() -> give(about, 100)).key()).isEqualTo("remedies.never.closed");
  }

  @Test
  void whoDoesNotWorkThereGivesNothingThere() {
    Subject about = matter();
    Assertions.assertThatThrownBy(() -> remedies.grant(about, pounds(100), "", world.sam))
        .isInstanceOfAny(Forbidden.class, NotFound.class);
  }

  @Test
  void aPackageIsGivenWholeUnderOneRulingAndDoneWhenItsPartsAre() {
    Subject about = matter();
    RemedyGrant whole =
        remedies.grant(about, Wanted.of(sorry.id(), gbp(1_000), "For the wait."), "", priya);
    assertThat(whole.amount()).isEqualTo(gbp(1_300));
    List<RemedyGrant> parts =
        remedies.of(about).stream().filter(g -> g.packageId() != null).toList();
    assertThat(parts)
        .extracting(RemedyGrant::kind)
        .containsExactly(Remedy.Kind.CREDIT, Remedy.Kind.NOTE);
    done(parts.getFirst());
    assertThat(now(whole).state()).isEqualTo(RemedyGrant.State.GRANTED);
    done(parts.getLast());
    assertThat(now(whole).state()).isEqualTo(RemedyGrant.State.DONE);
    assertThat(costs.of(about)).containsExactly(gbp(1_300));
  }

  @Test
  void whatNeverLeftCountsAgainstNobody() {
    Subject about = matter();
    RemedyGrant grant = give(about, 15_000);
    assertThat(refused(() -> give(about, 6_000)).key()).isEqualTo("remedies.refusal.above");
    failed(grant);
    assertThat(now(grant).state()).isEqualTo(RemedyGrant.State.FAILED);
    assertThat(look(grant).owed()).isFalse();
    assertThat(cases.see(about.id(), priya).nextDueAt()).isNotNull();
    give(about, 15_000);
  }

  @Test
  void aLimitThatIsSetAnewCountsWhatWasUsed() {
    Subject about = matter();
    give(about, 15_000);
    Limit agents =
        authority.all().stream()
            .filter(l -> l.holder() instanceof Limit.OfRole of && of.role().code().equals("agent"))
            .filter(l -> l.inForce(clock.instant()) && !l.emergency())
            .findFirst()
            .orElseThrow();
    clock.pass(Duration.ofMinutes(1));
    Limit anew =
        authority.set(
            new NewLimit(
                agents.holder(),
                null,
                "GBP",
                agents.perGrant(),
                agents.perMatter(),
                agents.perDay(),
                agents.perPeriod(),
                agents.period(),
                agents.answerMinutes(),
                null),
            world.admin.actor());
    assertThat(anew.lineId()).isEqualTo(agents.lineId());
    Within within = (Within) remedies.look(about, pounds(1_000), priya).ruling();
    assertThat(within.left()).isEqualTo(gbp(5_000));
  }

  @Test
  void emergencyAuthorityHoldsUntilItsEndAndNotForWhoeverGrantsIt() {
    Subject about = matter();
    NewLimit more =
        new NewLimit(
            new Limit.OfRole(Role.AGENT),
            null,
            "GBP",
            90_000,
            null,
            null,
            null,
            Limit.Period.MONTH,
            120,
            null);
    assertThat(refused(() -> authority.emergency(more, about, "", in(4), mira)).field())
        .isEqualTo("reason");
    authority.emergency(more, about, "The flood in Leeds", in(4), mira);
    assertThat(remedies.look(about, pounds(80_000), priya).ruling()).isInstanceOf(Within.class);
    assertThat(remedies.look(matter(), pounds(80_000), priya).ruling()).isInstanceOf(Above.class);
    assertThat(remedies.look(about, pounds(80_000), hanna).ruling()).isNotInstanceOf(Within.class);
    clock.pass(Duration.ofHours(4));
    assertThat(remedies.look(about, pounds(80_000), priya).ruling()).isInstanceOf(Above.class);
  }

  private List<RemedyGrant> parts(RemedyGrant whole) {
    return remedies.of(whole.about()).stream()
        .filter(one -> Long.valueOf(whole.id()).equals(one.packageId()))
        .toList();
  }

  private RemedyGrant sorry() {
    return remedies.grant(matter(), Wanted.of(sorry.id(), gbp(1_000), "We are sorry."), "", priya);
  }

  /** Its case could never close: the package itself neither left nor failed. */
  @Test
  void aPackageIsOverAlsoWhenItsLastPartFails() {
    RemedyGrant whole = sorry();
    done(parts(whole).getFirst());
    assertThat(now(whole).state()).isEqualTo(RemedyGrant.State.GRANTED);
    failed(parts(whole).getLast());
    assertThat(now(whole).state()).isEqualTo(RemedyGrant.State.DONE);
    assertThat(look(whole).owed()).as("something is there to be looked at").isTrue();
  }

  @Test
  void aPackageOfWhichNothingLeftHasFailedItself() {
    RemedyGrant whole = sorry();
    parts(whole).forEach(this::failed);
    assertThat(now(whole).state()).isEqualTo(RemedyGrant.State.FAILED);
    assertThat(look(whole).owed()).isFalse();
    assertThat(now(whole).amount()).isEqualTo(gbp(1_300));
    assertThat(
            count(
                "authority_use where scope = 'matter' and used_minor <> 0 and key_id = "
                    + whole.about().id()))
        .isZero();
  }

  /** Each sees the other as open while neither has committed. */
  @Test
  void twoPartsThatEndAtTheSameMomentEndTheWhole() throws Exception {
    RemedyGrant whole = sorry();
    List<RemedyGrant> parts = parts(whole);
    try (ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor()) {
      AtomicReference<Future<?>> other = new AtomicReference<>();
      acts.run(() -> {
        done(parts.getFirst());
        other.set(threads.submit(() -> done(parts.getLast())));
        assertThat(Blocked.somebody(sql)).as("the second waits for the first").isTrue();
      });
      Objects.requireNonNull(other.get()).get();
    }
    assertThat(now(whole).state()).isEqualTo(RemedyGrant.State.DONE);
  }
}
