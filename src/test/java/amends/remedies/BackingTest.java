package amends.remedies;

import static org.assertj.core.api.Assertions.assertThat;

import amends.shared.Subject;
import amends.staff.Forbidden;
import java.time.Duration;
import java.util.Objects;
import org.assertj.core.api.Assertions;
import org.junit.jupiter.api.Test;

/** Looked at afterwards: the customer's remedy is untouched; patterns go another way, quietly. */
class BackingTest extends Righting {
  private boolean waits(RemedyGrant grant) {
    return backings.queue(hanna, 1_000).stream().anyMatch(g -> g.id() == grant.id());
  }

  @Test
  void isBackedWithOrWithoutALessonAndNothingChangesForTheCustomer() {
    RemedyGrant one = give(matter(), 5_000);
    RemedyGrant other = give(matter(), 6_000);
    long before = backings.count(hanna);
    assertThat(waits(one)).isTrue();
    backings.back(one.id(), null, hanna);
    Backing lesson = backings.back(other.id(), "I would offer the repair too.", hanna);
    assertThat(lesson.lesson()).isEqualTo("I would offer the repair too.");
    assertThat(backings.count(hanna)).isEqualTo(before - 2);
    assertThat(now(one)).isEqualTo(one);
    assertThat(now(other)).isEqualTo(other);
    assertThat(refused(() -> backings.back(one.id(), null, mira)).key())
        .isEqualTo("remedies.refusal.backed");
  }

  @Test
  void nobodyBacksTheirOwnAndAgentsBackNothing() {
    Subject about = matter();
    RemedyGrant hers = remedies.grant(about, pounds(20_000), "", hanna);
    assertThat(waits(hers)).isFalse();
    assertThat(refused(() -> backings.back(hers.id(), null, hanna)).key())
        .isEqualTo("remedies.refusal.back-own");
    Assertions.assertThatThrownBy(() -> backings.back(hers.id(), null, tom))
        .isInstanceOf(Forbidden.class);
    assertThat(backings.queue(tom, 10)).isEmpty();
    backings.back(hers.id(), null, mira);
  }

  @Test
  void whatAnApproverDecidedNeedsNoSecondLook() {
    Request request = remedies.ask(matter(), pounds(30_000), "", priya);
    RemedyGrant grant = requests.approve(request.id(), "", hanna);
    assertThat(backings.queue(mira, 1_000)).extracting(RemedyGrant::id).doesNotContain(grant.id());
  }

  @Test
  void manyToOneCustomerIsLookedIntoQuietlyAndNotInTheQueue() {
    long ivo = world.customer("Ivo Quiet", "ivo.quiet@marsh.example").id();
    RemedyGrant last = null;
    for (int i = 0; i < 4; i++) {
      last = give(matterOf(ivo), 100);
      clock.pass(Duration.ofDays(1));
    }
    RemedyGrant fourth = Objects.requireNonNull(last);
    assertThat(waits(fourth)).isFalse();
    Suspicion seen =
        suspicions.queue(hanna, 50).stream()
            .filter(s -> s.grant().id() == fourth.id())
            .findFirst()
            .orElseThrow();
    assertThat(seen.rule()).isEqualTo("same_hand_same_customer");
    assertThat(suspicions.queue(priya, 50)).isEmpty();
    assertThat(refused(() -> suspicions.clear(seen.id(), " ", hanna)).field()).isEqualTo("words");
    suspicions.clear(seen.id(), "He runs a café and buys a lot.", hanna);
    assertThat(waits(fourth)).isTrue();
    assertThat(now(fourth).state()).isEqualTo(RemedyGrant.State.GRANTED);
  }

  @Test
  void aColleaguesAddressIsLookedIntoAtOnce() {
    long sam = world.customer("Sam at home", "sam.whitlock@fernhill.example").id();
    RemedyGrant grant = give(matterOf(sam), 100);
    assertThat(suspicions.queue(hanna, 50))
        .anyMatch(s -> s.grant().id() == grant.id() && s.rule().equals("address_of_colleague"));
  }

  @Test
  void whatHappensInARestrictedMatterIsCountedForNobody() {
    Subject about = matter();
    RemedyGrant grant = give(about, 5_000);
    long before = backings.count(hanna);
    restrict(about);
    assertThat(waits(grant)).isFalse();
    assertThat(backings.count(hanna)).isEqualTo(before - 1);
    open(about);
    assertThat(waits(grant)).isTrue();
  }
}
