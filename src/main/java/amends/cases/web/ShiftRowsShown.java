package amends.cases.web;

import amends.cases.Case;
import amends.customers.Customer;
import amends.customers.Customers;
import amends.shared.page.Clock;
import amends.shared.page.Page;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.springframework.stereotype.Component;

/** Cases as a short list with their clocks. */
@Component
final class ShiftRowsShown {
  private static final Duration SOON = Duration.ofHours(1);

  private final Customers customers;

  ShiftRowsShown(Customers customers) {
    this.customers = customers;
  }

  List<ShiftView.Row> of(Page page, List<Case> cases) {
    Map<Long, Customer> known =
        customers.customers(cases.stream().map(Case::customerId).distinct().toList());
    return cases.stream().map(c -> row(page, c, known)).toList();
  }

  private static ShiftView.Row row(Page page, Case matter, Map<Long, Customer> known) {
    Instant due = matter.nextDueAt() == null ? page.now() : matter.nextDueAt();
    Customer customer = known.get(matter.customerId());
    return new ShiftView.Row(
        matter.id(),
        String.valueOf(matter.id()),
        customer == null ? "" : customer.name(),
        matter.subject(),
        Clock.running(page.t(), due, page.now(), SOON));
  }
}
