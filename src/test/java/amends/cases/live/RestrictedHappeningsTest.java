package amends.cases.live;

import static org.assertj.core.api.Assertions.assertThat;

import amends.cases.Case;
import amends.cases.Cases;
import amends.cases.NewCase;
import amends.cases.Restrictions;
import amends.customers.Customers;
import amends.promises.Promise;
import amends.staff.Permits;
import amends.staff.Scope;
import amends.staff.Staff;
import amends.testing.DatabaseTest;
import amends.testing.Fernhill;
import amends.testing.TestClock;
import java.time.Duration;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/** What happens in a restricted case is told to the streams of the people named in it alone. */
@DatabaseTest
class RestrictedHappeningsTest {
  @Autowired Staff staff;
  @Autowired Customers customers;
  @Autowired Cases cases;
  @Autowired Restrictions restrictions;
  @Autowired Happenings happenings;
  @Autowired Permits permits;
  @Autowired TestClock clock;

  @Test
  void streamsOfOthersHearNothing() {
    Fernhill world = new Fernhill(staff, customers);
    Case matter =
        cases.open(
            new NewCase(
                world.brand.id(),
                world.home.id(),
                world.priya.id(),
                world.ruth().id(),
                "phone",
                "Quiet",
                "Since Sunday.",
                null,
                null,
                null,
                true,
                Promise.Kind.CONTACT,
                "We call",
                clock.instant().plus(Duration.ofHours(5)),
                world.priya.actor()),
            world.priya);
    restrictions.open(
        matter.id(),
        Set.of(world.tom.id()),
        clock.instant().plus(Duration.ofDays(9)),
        "Look",
        world.priya);

    Scope scope = happenings.scopes(List.of(matter.id())).get(matter.id());

    assertThat(permits.visible(world.hanna).includes(scope)).isFalse();
    assertThat(permits.visible(world.admin).includes(scope)).isFalse();
    assertThat(permits.visible(world.tom).includes(scope)).isTrue();
  }
}
