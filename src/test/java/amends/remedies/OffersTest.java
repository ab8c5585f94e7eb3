package amends.remedies;

import static org.assertj.core.api.Assertions.assertThat;

import amends.promises.Promise;
import amends.remedies.Ruling.Within;
import amends.shared.Actor;
import amends.shared.Subject;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;

/** The customer chooses; silence neither takes nor refuses. */
class OffersTest extends Righting {
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
