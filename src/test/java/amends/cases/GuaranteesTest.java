package amends.cases;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import amends.promises.Guarantee;
import amends.promises.Guarantees;
import amends.shared.Refusal;
import java.time.Duration;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/** What is promised to everybody, and what happens if it is not kept. */
class GuaranteesTest extends Telling {
  @Autowired Guarantees guarantees;
  @Autowired BrokenGuarantees broken;
  @Autowired CustomerSide customerSide;

  private long day(@Nullable Long brand, String ifNot) {
    return guarantees.publish(
        new Guarantees.Wanted(
            brand, "A day", "A person answers within a day.", "Everybody who writes.", ifNot),
        world.admin.actor());
  }

  @Test
  void withoutWhatHappensIfNotItIsNoPromise() {
    assertThatThrownBy(() -> day(null, " "))
        .isInstanceOfSatisfying(Refusal.class, r -> assertThat(r.field()).isEqualTo("if_not"));
  }

  @Test
  void oneThatIsBrokenSaysWhatHappens() {
    long day = day(world.brand.id(), "We ring you, and the delivery is free.");
    Case matter = ruthWrites("Kettle", "Nobody answers.");
    assertThat(broken.open(matter.id(), world.priya)).extracting(Guarantee::id).contains(day);

    broken.note(matter.id(), day, world.priya);
    assertThat(customerSide.broken(matter.id()))
        .singleElement()
        .satisfies(g -> assertThat(g.ifNot()).contains("the delivery is free"));
    assertThat(broken.counts(clock.instant().minus(Duration.ofDays(28)))).containsEntry(day, 1);
    assertThatThrownBy(() -> broken.note(matter.id(), day, world.priya))
        .isInstanceOf(Refusal.class);

    guarantees.retire(day, world.admin.actor());
    assertThat(guarantees.standing(world.brand.id())).extracting(Guarantee::id).doesNotContain(day);
    assertThat(customerSide.broken(matter.id())).as("it stays owed").hasSize(1);
  }
}
