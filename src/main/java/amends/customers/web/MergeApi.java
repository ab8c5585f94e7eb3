package amends.customers.web;

import amends.customers.Customers;
import amends.shared.Refusal;
import amends.shared.api.ApiCall;
import amends.shared.api.ApiRoutes;
import amends.shared.api.Operation;
import amends.shared.api.Posts;
import amends.shared.api.Reply;
import amends.shared.api.Say;
import amends.shared.api.Sent;
import amends.staff.Permission;
import amends.staff.Permits;
import amends.staff.Viewer;
import java.util.List;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;

/** Two customers who are one. */
@ApiRoutes(title = CustomerApi.TITLE, about = CustomerApi.ABOUT)
final class MergeApi {
  private final Customers customers;
  private final CustomerWrites writes;
  private final Permits permits;
  private final Posts posts;

  MergeApi(Customers customers, CustomerWrites writes, Permits permits, Posts posts) {
    this.customers = customers;
    this.writes = writes;
    this.permits = permits;
    this.posts = posts;
  }

  /** Who stays. */
  record MergeJson(
      @Say(value = "The number of the customer who stays.", example = "17") long into) {}

  @Operation(
      name = "merge_customer",
      does = "Say that a customer is the same as another",
      more =
          "The other one stays and stands for this one from now on; each keeps what is its own."
              + " Answers with this one, whose merged_into names who stands for it. Nothing happens"
              + " when they are one already. Refused when one of them was erased or is about to be.",
      scope = "customers:write")
  @PostMapping("/api/v1/customers/{id}/merge")
  Reply<CustomerJson> merge(@PathVariable long id, ApiCall call, Sent<MergeJson> sent, Viewer by) {
    permits.require(by, Permission.JOIN_CUSTOMERS);
    return posts.once(
        call,
        () -> {
          long into = sent.body().into();
          if (customers.customers(List.of(into)).isEmpty() || into == id) {
            throw new Refusal("into", "customers.refuse.into");
          }
          customers.customer(id);
          customers.merge(into, id, by.actor());
          return Reply.Done.ok(writes.shown(customers.customer(id)));
        });
  }

  @Operation(
      name = "unmerge_customer",
      does = "Say that a merged customer is somebody else after all",
      more =
          "Refused when it is merged with nobody, one of them was erased, or a case of the one is"
              + " part of a case of the other.",
      scope = "customers:write")
  @DeleteMapping("/api/v1/customers/{id}/merge")
  CustomerJson unmerge(@PathVariable long id, Viewer by) {
    permits.require(by, Permission.JOIN_CUSTOMERS);
    customers.customer(id);
    customers.unmerge(id, by.actor());
    return writes.shown(customers.customer(id));
  }
}
