package amends.remedies;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import amends.promises.Promise;
import amends.remedies.Ruling.Above;
import amends.shared.Actor;
import amends.shared.NotFound;
import amends.shared.Subject;
import amends.staff.Absence;
import amends.staff.Absences;
import amends.staff.Grant;
import amends.staff.Role;
import amends.staff.Viewer;
import java.time.Duration;
import java.util.List;
import java.util.Objects;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/** Above authority: one step to one person, with a deadline and one who stands in; never two. */
class RequestsTest extends Righting {
  @Autowired Absences absences;

  private Request asked(Subject about) {
    return remedies.ask(about, pounds(30_000), "", priya);
  }

  @Test
  void oneApprovalIsEnoughAndItIsGivenUnderTheApproversOwnAuthority() {
    Subject about = matter();
    Request request = asked(about);
    assertThat(requests.waitingFor(hanna)).extracting(Request::id).contains(request.id());
    RemedyGrant grant = requests.approve(request.id(), "Of course.", hanna);
    assertThat(grant.ruledBy()).isEqualTo(hanna.id());
    assertThat(grant.requestId()).isEqualTo(request.id());
    assertThat(requests.of(about).getFirst().grantId()).isEqualTo(grant.id());
    assertThat(refused(() -> requests.approve(request.id(), "", hanna)).key())
        .isEqualTo("remedies.refusal.answered");
  }

  /** A page asks once whether there is anything of these, and then only for what there is. */
  @Test
  void whoeverOnlyReadsMissesNothingOfWhatWasGivenAskedForOrOffered() {
    Subject about = matter();
    readsTheSame(about, 0, 0, 0);
    Request request = asked(about);
    readsTheSame(about, 0, 1, 0);
    requests.approve(request.id(), "Of course.", hanna);
    readsTheSame(about, 1, 1, 0);
    Subject other = matter();
    offers.offer(
        other,
        new NewOffer(List.of(pounds(100)), "It was late.", in(72), null, "Nothing else fits."),
        "",
        priya);
    readsTheSame(other, 0, 0, 1);
  }

  private void readsTheSame(Subject about, int grants, int asked, int offered) {
    List<List<?>> all = List.of(remedies.of(about), requests.of(about), offers.of(about));
    List<List<?>> read =
        acts.read(() -> List.of(remedies.of(about), requests.of(about), offers.of(about)));
    assertThat(read).isEqualTo(all);
    assertThat(read).extracting(List::size).containsExactly(grants, asked, offered);
  }

  @Test
  void theCustomerIsPromisedAWordByWhenEvenAStandInHasAnswered() {
    Subject about = matter();
    Request request = asked(about);
    Promise told = promises.promise(Objects.requireNonNull(request.promiseId()));
    assertThat(told.kind()).isEqualTo(Promise.Kind.CONTACT);
    assertThat(told.dueAt()).isAfter(request.dueAt().plus(Duration.ofMinutes(120)));
    assertThat(told.owed()).isTrue();
  }

  @Test
  void nobodyApprovesWhatTheyAskedForAndNobodyElseAnswers() {
    Request request = asked(matter());
    assertThat(refused(() -> requests.approve(request.id(), "", priya)).key())
        .isEqualTo("remedies.refusal.own-request");
    assertThat(refused(() -> requests.approve(request.id(), "", mira)).key())
        .isEqualTo("remedies.refusal.not-approver");
    assertThat(refused(() -> requests.refuse(request.id(), " ", hanna)).field()).isEqualTo("words");
    requests.refuse(request.id(), "Offer the repair first.", hanna);
    assertThat(requests.get(request.id(), priya).refusedAt()).isNotNull();
  }

  @Test
  void aLeadWhoAsksIsAnsweredByAManager() {
    Subject about = matter();
    Request request = remedies.ask(about, pounds(60_000), "", hanna);
    assertThat(request.approver()).isEqualTo(mira.id());
    requests.approve(request.id(), "", mira);
  }

  /** What several leads may do and have used is asked at once: each by their own. */
  @Test
  void aLeadWhoHasUsedUpTheirPeriodIsPassedOver() {
    Limit own =
        authority.set(
            new NewLimit(
                new Limit.OfPerson(hanna.id()),
                null,
                "GBP",
                50_000,
                null,
                null,
                60_000L,
                Limit.Period.YEAR,
                60,
                null),
            Actor.SYSTEM);
    clock.pass(Duration.ofMinutes(1));
    for (int i = 0; i < 2; i++) {
      Request request = asked(matter());
      assertThat(request.approver()).isEqualTo(hanna.id());
      requests.approve(request.id(), "", hanna);
    }
    Above above = (Above) remedies.look(matter(), pounds(30_000), priya).ruling();
    assertThat(above.approver()).isEqualTo(mira.id());
    clock.pass(Duration.ofMinutes(1));
    authority.end(own.id(), world.admin.actor());
  }

  @Test
  void aLeadWhoIsTheCustomerIsPassedOver() {
    Subject own =
        matterOf(world.customer("Hanna at home", "hanna.lindqvist@fernhill.example").id());
    Above above = (Above) remedies.look(own, pounds(30_000), priya).ruling();
    assertThat(above.approver()).isEqualTo(mira.id());
  }

  /** Whoever had two roles stood in for themselves: at the deadline nobody else was asked. */
  @Test
  void whoeverHasTwoRolesIsNotTheirOwnStandIn() {
    staff.grant(hanna.id(), Grant.everywhere(Role.LEAD), Actor.SYSTEM);
    Request request = asked(matter());
    assertThat(request.approver()).isEqualTo(hanna.id());
    clock.set(request.dueAt());
    ring();
    assertThat(requests.get(request.id(), priya).approver()).isEqualTo(mira.id());
    requests.approve(request.id(), "", mira);
    staff.revoke(hanna.id(), Grant.everywhere(Role.LEAD), Actor.SYSTEM);
  }

  @Test
  void theStandInTakesOverWhenTheDeadlineRings() {
    Request request = asked(matter());
    clock.set(request.dueAt());
    ring();
    Request passed = requests.get(request.id(), priya);
    assertThat(passed.approver()).isEqualTo(mira.id());
    assertThat(passed.passedWhy()).isEqualTo("deadline");
    assertThat(passed.dueAt()).isAfter(request.dueAt());
    assertThat(refused(() -> requests.approve(request.id(), "", hanna)).key())
        .isEqualTo("remedies.refusal.not-approver");
    requests.approve(request.id(), "", mira);
  }

  @Test
  void theStandInTakesOverWhenTheApproverIsAway() {
    Request request = asked(matter());
    Absence away =
        absences.record(
            hanna.id(), clock.instant(), in(8), Absence.Kind.values()[1], hanna.actor());
    assertThat(requests.get(request.id(), priya).approver()).isEqualTo(mira.id());
    assertThat(requests.get(request.id(), priya).passedWhy()).isEqualTo("absent");
    Above above = (Above) remedies.look(matter(), pounds(30_000), priya).ruling();
    assertThat(above.approver()).isEqualTo(mira.id());
    assertThat(above.standIn()).isNull();
    absences.end(away.id(), hanna.actor());
  }

  private Absence away(Viewer who, int hours) {
    return absences.record(
        who.id(), clock.instant(), in(hours), Absence.Kind.values()[1], who.actor());
  }

  /** Nobody stood in when it was asked; nobody is named twice, and the customer's word holds. */
  @Test
  void whoeverLeavesIsFollowedByTheNextWhoMayDecide() {
    Viewer nora = manager("nora");
    Absence hannas = away(hanna, 30);
    Absence miras = away(mira, 30);
    Request request = asked(matter());
    assertThat(request.approver()).isEqualTo(nora.id());
    Promise told = promises.promise(Objects.requireNonNull(request.promiseId()));

    staff.leave(nora.id(), Actor.SYSTEM);
    assertThat(requests.get(request.id(), priya).approver())
        .as("nobody is there")
        .isEqualTo(nora.id());
    absences.end(hannas.id(), hanna.actor());
    clock.pass(Duration.ofHours(1));
    ring();
    Request passed = requests.get(request.id(), priya);
    assertThat(passed.approver()).isEqualTo(hanna.id());
    assertThat(passed.passedWhy()).isEqualTo("left");
    assertThat(passed.dueAt())
        .as("in time to tell what was decided")
        .isEqualTo(told.dueAt().minus(Successors.TO_TELL));
    assertThat(requests.waitingFor(hanna)).extracting(Request::id).contains(request.id());

    absences.end(miras.id(), mira.actor());
    Absence again = away(hanna, 30);
    assertThat(requests.get(request.id(), priya).approver()).isEqualTo(mira.id());
    assertThat(requests.waitingFor(hanna)).extracting(Request::id).doesNotContain(request.id());
    assertThat(refused(() -> requests.approve(request.id(), "", hanna)).key())
        .isEqualTo("remedies.refusal.not-approver");
    requests.approve(request.id(), "", mira);
    assertThat(promises.promise(told.id()).dueAt()).isEqualTo(told.dueAt());
    assertThat(requests.get(request.id(), priya).dueAt()).isBefore(told.dueAt());
    absences.end(again.id(), hanna.actor());
  }

  @Test
  void whoeverIsLateIsFollowedOnceAndByNobodyWhoMayNotDecide() {
    Absence hannas = away(hanna, 2);
    Request request = asked(matter());
    assertThat(request.approver()).isEqualTo(mira.id());
    clock.set(request.dueAt());
    absences.end(hannas.id(), hanna.actor());
    ring();
    Request passed = requests.get(request.id(), priya);
    assertThat(passed.approver()).isEqualTo(hanna.id());
    assertThat(passed.dueAt())
        .isAfter(request.dueAt())
        .isBeforeOrEqualTo(promises.promise(Objects.requireNonNull(request.promiseId())).dueAt());
    clock.set(passed.dueAt());
    ring();
    assertThat(requests.get(request.id(), priya).approver()).isEqualTo(hanna.id());
    requests.refuse(request.id(), "Offer the repair first.", hanna);

    Request more = remedies.ask(matter(), pounds(60_000), "", priya);
    Absence miras = away(mira, 30);
    assertThat(requests.get(more.id(), priya).approver())
        .as("Hanna may not give so much")
        .isEqualTo(mira.id());
    absences.end(miras.id(), mira.actor());
    requests.withdraw(more.id(), priya);
  }

  @Test
  void nobodyIsAskedForWhatNeedsNobodyAndAskingTwiceAsksOnce() {
    Subject about = matter();
    assertThat(refused(() -> remedies.ask(about, pounds(100), "", priya)).key())
        .isEqualTo("remedies.refusal.needs-nobody");
    Request first = remedies.ask(about, pounds(30_000), "form", priya);
    assertThat(remedies.ask(about, pounds(30_000), "form", priya).id()).isEqualTo(first.id());
    assertThat(refused(() -> remedies.ask(about, pounds(900_000), "", priya)).key())
        .isEqualTo("remedies.never.nobody");
    requests.withdraw(first.id(), priya);
    assertThat(requests.waitingFor(hanna)).extracting(Request::id).doesNotContain(first.id());
  }

  @Test
  void whatWasAskedBeforeIsNotAnsweredForSomethingElse() {
    Subject about = matter();
    Request first = remedies.ask(about, pounds(30_000), "form-9", priya);
    assertThat(refused(() -> remedies.ask(about, pounds(31_000), "form-9", priya)).key())
        .isEqualTo("remedies.refusal.changed");
    assertThat(refused(() -> remedies.ask(matter(), pounds(30_000), "form-9", priya)).key())
        .isEqualTo("remedies.refusal.changed");
    requests.withdraw(first.id(), priya);
  }

  /** The one who was asked is not among those who may know of it since. */
  @Test
  void aMatterThatWasRestrictedSinceIsSeenAndAnsweredByNobodyOutside() {
    Subject about = matter();
    Request request = asked(about);
    restrict(about);
    assertThat(requests.waitingFor(hanna)).extracting(Request::id).doesNotContain(request.id());
    for (ThrowingCallable act :
        List.<ThrowingCallable>of(
            () -> requests.get(request.id(), hanna),
            () -> requests.approve(request.id(), "", hanna),
            () -> requests.refuse(request.id(), "No.", hanna))) {
      assertThatThrownBy(act).isInstanceOf(NotFound.class);
    }
    assertThat(requests.get(request.id(), priya).open()).isTrue();
    requests.withdraw(request.id(), priya);
    open(about);
  }
}
