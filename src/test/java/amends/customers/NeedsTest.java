package amends.customers;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import amends.journal.Journal;
import amends.journal.Recorded;
import amends.shared.Actor;
import amends.shared.NotFound;
import amends.shared.Refusal;
import amends.shared.Retained;
import amends.testing.DatabaseTest;
import amends.testing.TestClock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.util.List;
import java.util.Locale;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

@DatabaseTest
class NeedsTest {
  private static final Actor AGENT = Actor.person(7);
  private static final String CALL = "Call, do not write: she cannot read small print";

  @Autowired Customers customers;
  @Autowired Journal journal;
  @Autowired TestClock clock;
  @Autowired List<Retained> retained;
  @Autowired JdbcClient sql;
  private long maud;

  @BeforeEach
  void meetMaud() {
    String address = "maud" + clock.instant().toEpochMilli() + "@example.org";
    clock.pass(Duration.ofSeconds(1));
    Stranger stranger =
        Stranger.person("Maud", Channel.EMAIL, address, Locale.UK, ZoneId.of("Europe/London"));
    maud = customers.meet(stranger, Actor.SYSTEM).id();
  }

  @Test
  void saysWhatToDoDifferentlyAndWhenToLookAgain() {
    Instant review = clock.instant().plus(Duration.ofDays(90));
    long id = customers.need(maud, Need.Driver.HEALTH, CALL, "herself", review, AGENT);

    Need need = customers.needs(maud).getFirst();
    assertThat(need)
        .isEqualTo(
            new Need(id, maud, Need.Driver.HEALTH, CALL, "herself", clock.instant(), review, null));
    assertThat(need.holdsAt(clock.instant())).isTrue();
    assertThat(need.holdsAt(clock.instant().minusSeconds(1))).isFalse();
  }

  @Test
  void isAStateThatEndsAndNotALabel() {
    Instant review = clock.instant().plus(Duration.ofDays(30));
    long id = customers.need(maud, Need.Driver.LIFE_EVENTS, CALL, "her son", review, AGENT);
    customers.reviewNeed(id, review.plus(Duration.ofDays(30)), AGENT);
    assertThat(customers.needs(maud).getFirst().reviewAt()).isAfter(review);

    customers.endNeed(id, AGENT);

    assertThat(customers.needs(maud)).isEmpty();
    assertThatThrownBy(() -> customers.endNeed(id, AGENT)).isInstanceOf(NotFound.class);
  }

  @Test
  void isRefusedWithoutWordsOrWithAReviewInThePast() {
    Instant now = clock.instant();
    Instant later = now.plusSeconds(1);
    assertThatThrownBy(
            () -> customers.need(maud, Need.Driver.RESILIENCE, " ", "herself", later, AGENT))
        .isInstanceOf(Refusal.class);
    assertThatThrownBy(
            () -> customers.need(maud, Need.Driver.RESILIENCE, CALL, "herself", now, AGENT))
        .isInstanceOf(Refusal.class);
  }

  @Test
  void theJournalKnowsTheDriverButNotTheWords() {
    Instant review = clock.instant().plus(Duration.ofDays(30));
    long id = customers.need(maud, Need.Driver.CAPABILITY, CALL, "herself", review, AGENT);
    customers.endNeed(id, AGENT);

    assertThat(journal.history(Customers.subject(maud)))
        .extracting(Recorded::kind)
        .containsExactly("customer.met", "customer.need_noted", "customer.need_ended");
    assertThat(journal.history(Customers.subject(maud)))
        .extracting(Recorded::payload)
        .noneMatch(payload -> payload.contains("small print"))
        .anyMatch(payload -> payload.contains("capability"));
  }

  @Test
  void whatHoldsNoMoreIsForgottenAfterItsPeriodAndWhatHoldsIsNot() {
    Instant review = clock.instant().plus(Duration.ofDays(30));
    long ended = customers.need(maud, Need.Driver.HEALTH, CALL, "herself", review, AGENT);
    customers.need(maud, Need.Driver.CAPABILITY, "Speak slowly", "herself", review, AGENT);
    customers.endNeed(ended, AGENT);
    Retained needs =
        retained.stream().filter(r -> r.kind().equals("needs")).findFirst().orElseThrow();

    assertThat(needs.forget(clock.instant(), 100)).as("just ended").isZero();
    clock.pass(Duration.ofDays(2));
    needs.forget(clock.instant().minus(Duration.ofDays(1)), 100);

    assertThat(
            sql.sql("select words from need where customer_id = :maud")
                .param("maud", maud)
                .query(String.class)
                .list())
        .containsExactly("Speak slowly");
  }
}
