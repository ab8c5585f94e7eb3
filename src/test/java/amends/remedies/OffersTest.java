package amends.remedies;

import static org.assertj.core.api.Assertions.assertThat;

import amends.promises.Promise;
import amends.remedies.Ruling.Within;
import amends.remedies.fulfilment.Attempt;
import amends.remedies.fulfilment.Orders;
import amends.remedies.fulfilment.Tries;
import amends.shared.Actor;
import amends.shared.Subject;
import java.time.Duration;
import java.util.List;
import java.util.Objects;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/** The customer chooses; silence neither takes nor refuses. */
class OffersTest extends Righting {
  @Autowired Unchoosing unchoosing;
  @Autowired Orders orders;
  @Autowired Tries tries;

  private NewOffer two() {
    return new NewOffer(
        List.of(pounds(12_000), Wanted.of(credit.id(), gbp(15_000), "Or a credit.")),
        "It was in two pieces.",
        in(72),
        null,
        null);
  }

  private long left(Subject about) {
    return ((Within) remedies.look(about, pounds(1), priya).ruling()).left().minor();
  }

  @Test
  void whateverIsChosenCanBeGivenAndTheRestIsFreeAgain() {
    Subject about = matter();
    Offer offer = offers.offer(about, two(), "", priya);
    assertThat(left(about)).isEqualTo(5_000);
    Actor customer = Actor.customer(offer.customerId());
    RemedyGrant grant =
        offers.accept(offer.id(), offer.choices().getFirst().id(), "page", customer);
    assertThat(grant.amount()).isEqualTo(gbp(12_000));
    assertThat(grant.ruledBy()).isEqualTo(priya.id());
    assertThat(grant.grantedBy()).isEqualTo(customer);
    assertThat(left(about)).isEqualTo(8_000);
    long other = offer.choices().getLast().id();
    assertThat(refused(() -> offers.accept(offer.id(), other, "page", customer)).key())
        .isEqualTo("remedies.refusal.offer-over");
  }

  @Test
  void whatWasOfferedIsGivenAlsoWhenTheLimitHasEndedSince() {
    Subject about = matter();
    Offer offer = offers.offer(about, two(), "", priya);
    clock.pass(Duration.ofHours(1));
    for (Limit limit : authority.all()) {
      authority.end(limit.id(), world.admin.actor());
    }
    RemedyGrant grant =
        offers.accept(offer.id(), offer.choices().getLast().id(), "phone", priya.actor());
    assertThat(grant.amount()).isEqualTo(gbp(15_000));
    sql.sql("update authority_limit set until_at = null where not emergency").update();
  }

  @Test
  void whatTheyChoseIsTakenBackWhileNothingOfItHasBegunToLeave() {
    Subject about = matter();
    Offer offer = offers.offer(about, two(), "", priya);
    Actor customer = Actor.customer(offer.customerId());
    long refund = offer.choices().getFirst().id();
    RemedyGrant first = offers.accept(offer.id(), refund, "page", customer);
    assertThat(unchoosing.open(about)).map(Offer::id).contains(offer.id());
    Offer stands = unchoosing.takeBack(offer.id(), customer);
    assertThat(stands.open()).isTrue();
    assertThat(now(first).state()).isEqualTo(RemedyGrant.State.UNDONE);
    assertThat(look(first).owed()).isFalse();
    assertThat(left(about)).as("15000 of 20000 are kept again").isEqualTo(5_000);
    assertThat(unchoosing.open(about)).isEmpty();
    assertThat(refused(() -> unchoosing.takeBack(offer.id(), customer)).key())
        .isEqualTo("remedies.refusal.unchoose-left");

    RemedyGrant second = offers.accept(offer.id(), refund, "page", customer);
    give(about, 8_000);
    assertThat(refused(() -> unchoosing.takeBack(offer.id(), customer)).key())
        .isEqualTo("remedies.refusal.unchoose-used");
    assertThat(now(second).state()).isEqualTo(RemedyGrant.State.GRANTED);
    Attempt waits = Objects.requireNonNull(orders.of(second.id()).orElseThrow().last());
    tries.done(waits.id(), new Tries.Elsewhere("Slip 12", clock.instant(), null, "12"), mira);
    assertThat(unchoosing.open(about)).isEmpty();
    assertThat(refused(() -> unchoosing.takeBack(offer.id(), customer)).key())
        .isEqualTo("remedies.refusal.unchoose-left");
  }

  /**
   * A cause that was retired since refused the customer's choice, with a sentence for colleagues.
   */
  @Test
  void whatWasOfferedOrAskedIsGivenAlsoWhenItsCauseWasRetiredSince() {
    causes.keep("fades", "It fades", Actor.SYSTEM);
    Wanted wanted = pounds(1_000).because("fades", Severity.SMALL);
    Subject about = matter();
    Offer offer =
        offers.offer(about, new NewOffer(List.of(wanted), "x", in(72), null, null), "", priya);
    Wanted more = pounds(30_000).because("fades", Severity.SMALL);
    Request request = remedies.ask(about, more, "", priya);
    causes.retire("fades", Actor.SYSTEM);
    RemedyGrant chosen =
        offers.accept(offer.id(), offer.choices().getFirst().id(), "phone", priya.actor());
    assertThat(chosen.cause()).isEqualTo("fades");
    assertThat(requests.approve(request.id(), "", hanna).cause()).isEqualTo("fades");
    assertThat(refused(() -> remedies.grant(about, wanted, "", priya)).field()).isEqualTo("cause");
  }

  @Test
  void aBridgeAmongThemLastsLongerThanTheyCanChoose() {
    Wanted bridge =
        Wanted.of(loan.id(), null, "x").unit(unit("J-102"), null).until("Soon.", in(48));
    NewOffer late = new NewOffer(List.of(bridge), "x", in(72), null, null);
    assertThat(refused(() -> offers.offer(matter(), late, "", priya)).field())
        .isEqualTo("valid_until");
    NewOffer inTime = new NewOffer(List.of(bridge), "x", in(24), null, null);
    assertThat(offers.offer(matter(), inTime, "", priya).open()).isTrue();
  }

  @Test
  void refusingIsRecordedAndAnAnswerIsOwed() {
    Subject about = matter();
    Offer offer = offers.offer(about, two(), "", priya);
    offers.refuse(offer.id(), "I want neither.", "page", Actor.customer(offer.customerId()));
    assertThat(offers.get(offer.id()).refusedWords()).isEqualTo("I want neither.");
    assertThat(left(about)).isEqualTo(15_000);
    assertThat(promises.about(about))
        .anyMatch(p -> p.owed() && p.kind() != Promise.Kind.LOOK && p.kind() != Promise.Kind.CHECK);
  }

  @Test
  void silenceLapsesIsFreeAgainAndIsLookedAt() {
    Subject about = matter();
    Offer offer = offers.offer(about, two(), "", priya);
    clock.set(offer.validUntil());
    ring();
    assertThat(offers.get(offer.id()).lapsedAt()).isEqualTo(offer.validUntil());
    assertThat(offers.get(offer.id()).acceptedAt()).isNull();
    assertThat(promises.about(about))
        .anyMatch(p -> p.owed() && p.words().startsWith("Nobody has chosen"));
    assertThat(
            refused(() ->
                    offers.accept(
                        offer.id(), offer.choices().getFirst().id(), "page", Actor.customer(1)))
                .key())
        .isEqualTo("remedies.refusal.offer-over");
  }

  @Test
  void aLawThatGivesAChoiceAsksForTwo() {
    Subject about = matter();
    NewOffer one = new NewOffer(List.of(pounds(100)), "Recall", in(72), "gpsr-37", null);
    assertThat(refused(() -> offers.offer(about, one, "", priya)).key())
        .isEqualTo("remedies.refusal.law-choices");
    NewOffer moneyTwice =
        new NewOffer(
            List.of(pounds(100), Wanted.of(credit.id(), gbp(100), "x")),
            "Recall",
            in(72),
            "gpsr-37",
            null);
    assertThat(refused(() -> offers.offer(about, moneyTwice, "", priya)).field())
        .isEqualTo("choices");
    NewOffer both =
        new NewOffer(
            List.of(pounds(100), Wanted.of(jug.id(), null, "x")),
            "Recall",
            in(72),
            "gpsr-37",
            null);
    assertThat(offers.offer(about, both, "", priya).law()).isEqualTo("gpsr-37");
    NewOffer excused =
        new NewOffer(List.of(pounds(100)), "Recall", in(72), "gpsr-37", "No jug is left anywhere");
    assertThat(offers.offer(matter(), excused, "", priya).open()).isTrue();
  }

  @Test
  void nothingAboveAuthorityIsOffered() {
    NewOffer much = new NewOffer(List.of(pounds(16_000)), "x", in(72), null, null);
    assertThat(refused(() -> offers.offer(matter(), much, "", priya)).key())
        .isEqualTo("remedies.refusal.above");
    Subject about = matter();
    Offer first = offers.offer(about, two(), "form", priya);
    assertThat(offers.offer(about, two(), "form", priya).id()).isEqualTo(first.id());
    offers.withdraw(first.id(), priya);
    assertThat(left(about)).isEqualTo(15_000);
  }
}
