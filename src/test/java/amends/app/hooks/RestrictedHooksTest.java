package amends.app.hooks;

import static org.assertj.core.api.Assertions.assertThat;

import amends.cases.Case;
import amends.cases.Cases;
import amends.cases.NewCase;
import amends.cases.Restrictions;
import amends.customers.Customers;
import amends.journal.Journal;
import amends.journal.Sealer;
import amends.promises.Promise;
import amends.staff.Staff;
import amends.testing.DatabaseTest;
import amends.testing.Fernhill;
import amends.testing.TestClock;
import java.time.Duration;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

@DatabaseTest
class RestrictedHooksTest {
  @Autowired JdbcClient sql;
  @Autowired Restrictions restrictions;
  @Autowired Cases cases;
  @Autowired Staff staff;
  @Autowired Customers customers;
  @Autowired Journal journal;
  @Autowired Sealer sealer;
  @Autowired TestClock clock;

  @Test
  void noProgramIsToldOfARestrictedCase() {
    Fernhill world = new Fernhill(staff, customers);
    Case matter = opened(world);
    assertThat(told()).contains("/cases/" + matter.id());

    restrictions.open(
        matter.id(),
        Set.of(world.priya.id(), world.hanna.id()),
        clock.instant().plus(Duration.ofDays(30)),
        "Whether it is still needed",
        world.hanna);

    assertThat(told()).doesNotContain("/cases/" + matter.id());
  }

  private String told() {
    while (sealer.perform()) {}
    return String.join(
        "\n",
        new HookEvents(sql, "")
            .of(journal.feed(0, 10_000), null).stream().map(HookCalls.Fresh::payload).toList());
  }

  private Case opened(Fernhill world) {
    return cases.open(
        new NewCase(
            world.brand.id(),
            world.home.id(),
            world.hanna.id(),
            world.ruth().id(),
            "email",
            "A word about a colleague",
            "",
            null,
            null,
            null,
            true,
            Promise.Kind.LOOK,
            "Look at it",
            clock.instant().plus(Duration.ofHours(1)),
            world.hanna.actor()),
        world.hanna);
  }
}
