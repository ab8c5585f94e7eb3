package amends.cases.web;

import amends.customers.Customer;
import amends.customers.Customers;
import amends.customers.Need;
import amends.shared.page.Page;
import amends.staff.Permission;
import amends.staff.Permits;
import amends.staff.Viewer;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Collectors;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.servlet.ModelAndView;

/** Needs whose day to be looked at again has come, or comes soon: a state with dates has an end. */
@Controller
final class NeedsDuePages {
  private static final Duration AHEAD = Duration.ofDays(7);
  private static final int MOST = 200;

  private final Customers customers;
  private final Permits permits;

  NeedsDuePages(Customers customers, Permits permits) {
    this.customers = customers;
    this.permits = permits;
  }

  @GetMapping("/needs")
  ModelAndView show(Page page, Viewer viewer) {
    permits.require(viewer, Permission.SEE_CUSTOMERS);
    List<Need> due = customers.needsToLookAt(page.now().plus(AHEAD), MOST);
    Map<Long, Customer> whose =
        customers.customers(due.stream().map(Need::customerId).collect(Collectors.toSet()));
    List<NeedsDueView.Row> rows =
        due.stream()
            .map(need -> row(page, need, Objects.requireNonNull(whose.get(need.customerId()))))
            .toList();
    return new ModelAndView("cases/needsdue", "v", new NeedsDueView(page, rows));
  }

  private static NeedsDueView.Row row(Page page, Need need, Customer customer) {
    return new NeedsDueView.Row(
        customer.id(), customer.name(), need.words(), Sides.need(page.t(), need).told());
  }
}
