package amends.app.security;

import amends.cases.Cases;
import amends.cases.NewCase;
import amends.customers.Channel;
import amends.customers.Customer;
import amends.customers.Customers;
import amends.customers.Stranger;
import amends.promises.Promise;
import amends.shared.Actor;
import amends.staff.Team;
import amends.staff.Viewer;
import amends.testing.TestClock;
import java.time.Duration;
import java.time.ZoneId;
import java.util.Locale;
import java.util.Objects;

/** Opens cases for routes that name one. */
record CaseMaker(Cases cases, Customers customers) {
  long caseOf(Team team, Viewer by) {
    Customer customer =
        customers.meet(
            Stranger.person(
                "Ruth Adeyemi",
                Channel.EMAIL,
                "ruth@adeyemi.example",
                Locale.UK,
                ZoneId.of("Europe/London")),
            Actor.SYSTEM);
    return cases
        .open(
            new NewCase(
                1,
                team.id(),
                null,
                customer.id(),
                "phone",
                "Jug arrived broken",
                "It was in two pieces.",
                null,
                null,
                null,
                true,
                Promise.Kind.CONTACT,
                "We call",
                TestClock.START.plus(Duration.ofDays(2)),
                by.actor()),
            by)
        .id();
  }

  long promiseOf(long id, Viewer by) {
    return Objects.requireNonNull(cases.see(id, by).nextPromiseId());
  }

  long customerOf(Team team, Viewer by) {
    return cases.see(caseOf(team, by), by).customerId();
  }

  long contactOf(long customer) {
    return customers.contacts(customer).getFirst().id();
  }
}
