package amends.cases;

import static org.assertj.core.api.Assertions.assertThat;

import amends.customers.Customer;
import amends.customers.Need;
import amends.staff.Viewer;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;

/** On the day on which a need is looked at again, somebody is told. */
class NeedNoticesTest extends Telling {
  private static final Duration MONTH = Duration.ofDays(30);

  private long need(Customer of, Instant review) {
    return customers.need(
        of.id(), Need.Driver.HEALTH, "Call, do not write.", "herself", review, world.priya.actor());
  }

  private List<String> toldTo(Viewer colleague) {
    return toldByMail(colleague).stream()
        .filter(text -> text.contains("what must be done differently"))
        .toList();
  }

  @Test
  void whoeverOwnsTheOpenCaseIsToldOnTheDayAndNotBefore() {
    Case matter = ruthWrites("A jug for Maud", "Broken.");
    cases.reply(matter.id(), nothingMore("We look."), world.priya);
    Customer ruth = customers.customer(matter.customerId());
    Instant review = clock.instant().plus(MONTH);
    long need = need(ruth, review);

    clock.set(review.minusSeconds(1));
    ring();
    assertThat(toldTo(world.priya)).isEmpty();
    clock.set(review.plusSeconds(1));
    ring();
    assertThat(toldTo(world.priya))
        .singleElement()
        .satisfies(text ->
            assertThat(text)
                .contains("/customers/" + ruth.id() + "/needs")
                .doesNotContain("do not write"));
    assertThat(toldTo(world.hanna)).as("it is Priya's").isEmpty();

    Instant again = clock.instant().plus(Duration.ofDays(3));
    customers.reviewNeed(need, again, world.priya.actor());
    clock.set(again.plusSeconds(1));
    ring();
    assertThat(toldTo(world.priya)).as("each day of review is told of").hasSize(1);
  }

  @Test
  void theTeamIsToldOfWhatNobodyOwnsAndNobodyOfWhatHasEnded() {
    Case matter = ruthWrites("A lamp for Maud", "Broken.");
    Customer ruth = customers.customer(matter.customerId());
    Instant review = clock.instant().plus(MONTH);
    need(ruth, review);
    customers.endNeed(need(ruth, review), world.priya.actor());
    clock.set(review.plusSeconds(1));
    ring();
    assertThat(toldTo(world.tom))
        .singleElement()
        .satisfies(text ->
            assertThat(text.substring(0, text.indexOf("text/html")))
                .containsOnlyOnce("what must be done differently"));

    Case other = ruthWrites("A rug for Maud", "Broken.");
    need(customers.customer(other.customerId()), clock.instant().plus(MONTH));
    clock.pass(MONTH.plusSeconds(1));
    ring();
    customers
        .needs(other.customerId())
        .forEach(n -> customers.endNeed(n.id(), world.priya.actor()));
    assertThat(toldTo(world.tom)).as("what was ended meanwhile is told no more").isEmpty();
  }
}
