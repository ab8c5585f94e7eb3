package amends.remedies;

import static org.assertj.core.api.Assertions.assertThat;

import amends.cases.Case;
import amends.cases.Draft;
import amends.cases.Outcome;
import amends.cases.Settling;
import amends.promises.Promise;
import amends.remedies.fulfilment.Stop;
import amends.remedies.fulfilment.Stops;
import amends.shared.Actor;
import amends.shared.Subject;
import amends.testing.As;
import amends.testing.Fernhill;
import amends.time.RoundMoments;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.test.web.servlet.MockMvc;
import org.springframework.test.web.servlet.request.MockMvcRequestBuilders;

/**
 * Money that came back has not made anything right: the case says so until another way is found.
 */
class CameBackTest extends Righting {
  @Autowired MockMvc mvc;
  @Autowired Stops stops;

  private void cameBack(RemedyGrant grant) {
    acts.run(() ->
        events.publishEvent(
            new RemedyCameBack(grant.id(), clock.instant(), Subject.of("attempt", grant.id()))));
  }

  private RemedyGrant paid() {
    RemedyGrant grant = give(matter(), 6_000);
    done(grant);
    return grant;
  }

  private String page(Subject about, String at) throws Exception {
    return mvc.perform(
            MockMvcRequestBuilders.get("/cases/" + about.id() + at)
                .with(As.person(priya.id(), clock.instant())))
        .andReturn()
        .getResponse()
        .getContentAsString();
  }

  @Test
  void theCaseSaysSoUntilItIsDoneAnotherWay() throws Exception {
    RemedyGrant grant = paid();
    assertThat(page(grant.about(), "/remedies"))
        .contains(">paid</span>")
        .doesNotContain("left the house");
    cameBack(grant);
    assertThat(now(grant).state()).isEqualTo(RemedyGrant.State.CAME_BACK);
    assertThat(page(grant.about(), "/remedies"))
        .contains("came back: another way is being found")
        .doesNotContain(">paid</span>");
    assertThat(page(grant.about(), "")).contains("came back to us");
    assertThat(promises.about(grant.about()))
        .anyMatch(p -> p.owed() && p.kind() == Promise.Kind.LOOK);
    cameBack(grant);
    done(grant);
    assertThat(now(grant).state()).isEqualTo(RemedyGrant.State.DONE);
  }

  @Test
  void whoeverOwnsTheCaseHearsItByMailOnce() {
    RemedyGrant grant = paid();
    cameBack(grant);
    assertThat(
            sql.sql(
                    """
                    select count(*) from notice where words = 'cases.remedy.came-back.notice'
                      and source_id = :id and person_id = :priya
                    """)
                .param("id", grant.id())
                .param("priya", priya.id())
                .query(Long.class)
                .single())
        .isOne();
  }

  @Test
  void aLookThatWasKeptIsOwedAgain() {
    RemedyGrant grant = paid();
    clock.pass(Duration.ofDays(2));
    arrivals.note(grant.id(), RemedyCheck.Result.WORKS, "It is on my account.", Actor.customer(1));
    Promise first = look(grant);
    assertThat(first.owed()).isFalse();
    cameBack(grant);
    Promise again = look(now(grant));
    assertThat(again.id()).isNotEqualTo(first.id());
    assertThat(again.owed()).isTrue();
    assertThat(again.dueAt())
        .isEqualTo(RoundMoments.quarter(clock.instant().plus(Duration.ofDays(7)), Fernhill.LONDON));
    assertThat(arrivals.unproven(grant.about())).extracting(RemedyGrant::id).contains(grant.id());
  }

  @Test
  void aLookThatIsStillOwedStands() {
    RemedyGrant grant = paid();
    Promise first = look(grant);
    cameBack(grant);
    assertThat(look(now(grant))).isEqualTo(first);
  }

  @Test
  void aCaseThatWasSettledByItIsTakenUpAgain() {
    RemedyGrant grant = paid();
    Instant due = clock.instant().plus(Duration.ofHours(20));
    long id = grant.about().id();
    cases.call(id, "out", 3, new Draft("The money is back.", null, null, true), priya);
    cases.settle(
        id,
        new Settling(Outcome.MADE_RIGHT, "The money is back.", null, null, null, null, due, null),
        priya);
    assertThat(cases.see(id, priya).settled()).isTrue();
    cameBack(grant);
    Case matter = cases.see(id, priya);
    assertThat(matter.settled()).isFalse();
  }

  @Test
  void whatNobodyCouldPayAfterwardsGivesItsLimitBack() {
    RemedyGrant grant = paid();
    cameBack(grant);
    failed(grant);
    assertThat(now(grant).state()).isEqualTo(RemedyGrant.State.FAILED);
    assertThat(look(now(grant)).owed()).isFalse();
  }

  /** It was asked whether the package arrived, while nothing of it could. */
  @Test
  void aPackageIsNotAskedAfterWhileNothingOfItIsOnItsWay() {
    Subject about = matter();
    RemedyGrant whole =
        remedies.grant(about, Wanted.of(sorry.id(), gbp(2_000), "It broke."), "", priya);
    List<RemedyGrant> parts =
        remedies.of(about).stream().filter(one -> one.packageId() != null).toList();
    long stopped = parts.getFirst().id();
    Promise first = look(whole);
    stops.open(stopped, Stop.Reason.DOUBLE_PAYMENT, "Paid on 3 May", hanna);
    assertThat(look(whole).owed()).as("the other part is on its way").isTrue();
    failed(parts.getLast());
    assertThat(look(whole).owed()).isFalse();

    clock.set(stops.of(stopped).getLast().answerUntil());
    stops.decide(stopped, new Stops.Decision(false, "There were two jugs", ""), hanna);
    Promise again = look(now(whole));
    assertThat(again.id()).isNotEqualTo(first.id());
    assertThat(again.owed()).isTrue();
  }

  @Test
  void theWholeIsNotDoneWhileAPartOfItCameBack() {
    Subject about = matter();
    RemedyGrant whole =
        remedies.grant(about, Wanted.of(sorry.id(), gbp(2_000), "It broke."), "", priya);
    remedies.of(about).stream().filter(one -> one.packageId() != null).forEach(this::done);
    assertThat(now(whole).state()).isEqualTo(RemedyGrant.State.DONE);
    RemedyGrant part =
        remedies.of(about).stream()
            .filter(one -> one.packageId() != null)
            .findFirst()
            .orElseThrow();
    cameBack(part);
    assertThat(now(whole).state()).isEqualTo(RemedyGrant.State.CAME_BACK);
    done(part);
    assertThat(now(whole).state()).isEqualTo(RemedyGrant.State.DONE);
  }
}
