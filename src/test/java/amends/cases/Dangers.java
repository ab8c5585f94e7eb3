package amends.cases;

import amends.customers.Customer;
import amends.promises.Promise;
import amends.testing.Fernhill;
import java.time.Instant;

/** Cases that promise something by a moment. */
final class Dangers {
  private Dangers() {}

  static long opened(Cases cases, Fernhill world, Customer customer, Instant dueAt) {
    return cases
        .open(
            new NewCase(
                world.brand.id(),
                world.home.id(),
                world.priya.id(),
                customer.id(),
                "email",
                "The dishwasher leaks",
                "It leaks again.",
                null,
                null,
                null,
                true,
                Promise.Kind.CONTACT,
                "The mechanic comes to you",
                dueAt,
                world.priya.actor()),
            world.priya)
        .id();
  }
}
