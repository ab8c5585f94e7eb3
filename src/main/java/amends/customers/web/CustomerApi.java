package amends.customers.web;

import amends.customers.Customer;
import amends.customers.CustomerList;
import amends.customers.Customers;
import amends.customers.Erasures;
import amends.customers.web.CustomerAsks.CustomerChangeJson;
import amends.customers.web.CustomerAsks.CustomerFilter;
import amends.customers.web.CustomerAsks.NewContactJson;
import amends.customers.web.CustomerAsks.NewCustomerJson;
import amends.shared.api.ApiCall;
import amends.shared.api.ApiProblem;
import amends.shared.api.ApiRoutes;
import amends.shared.api.Asked;
import amends.shared.api.Items;
import amends.shared.api.Operation;
import amends.shared.api.Place;
import amends.shared.api.Posts;
import amends.shared.api.Reply;
import amends.shared.api.Sent;
import amends.staff.Viewer;
import java.util.List;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PatchMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;

@ApiRoutes(title = CustomerApi.TITLE, about = CustomerApi.ABOUT)
final class CustomerApi {
  static final String TITLE = "Customers";
  static final String ABOUT =
      "The people and companies that you serve, and where they can be reached.";

  private final Customers customers;
  private final CustomerList list;
  private final CustomerWrites writes;
  private final Posts posts;
  private final Erasures erasures;

  CustomerApi(
      Customers customers,
      CustomerList list,
      CustomerWrites writes,
      Posts posts,
      Erasures erasures) {
    this.customers = customers;
    this.list = list;
    this.writes = writes;
    this.posts = posts;
    this.erasures = erasures;
  }

  @Operation(
      name = "list_customers",
      does = "List customers",
      more = "In the order in which they were written down.",
      scope = "customers:read")
  @GetMapping("/api/v1/customers")
  Items<CustomerJson> list(Asked<CustomerFilter> asked) {
    CustomerFilter filter = asked.filters();
    List<Customer> found =
        list.page(
            new CustomerList.Wanted(
                filter.externalId(),
                filter.address(),
                filter.q(),
                filter.kind(),
                filter.createdSince()),
            asked.afterId(),
            asked.most());
    return asked.pageOf(found, customer -> Place.of(customer.id()), writes::shown);
  }

  @Operation(
      name = "read_customer",
      does = "Read a customer",
      more =
          "Answers 410 when the customer was erased; merged_into names who stands for a merged one.",
      scope = "customers:read")
  @GetMapping("/api/v1/customers/{id}")
  CustomerJson read(@PathVariable long id) {
    if (erasures.erasedAt(id).isPresent()) {
      throw new ApiProblem(410, "erased");
    }
    return writes.shown(customers.customer(id));
  }

  @Operation(
      name = "create_customer",
      does = "Write a customer down",
      more = "Refused when the number or an address belongs to another customer.",
      scope = "customers:write",
      status = 201)
  @PostMapping("/api/v1/customers")
  Reply<CustomerJson> create(ApiCall call, Sent<NewCustomerJson> sent, Viewer by) {
    return posts.once(
        call,
        () -> {
          CustomerJson made = writes.create(sent.body(), by.actor());
          return Reply.Done.made("/api/v1/customers/" + made.id(), made);
        });
  }

  @Operation(
      name = "change_customer",
      does = "Change a customer",
      more = "Needs If-Match with the ETag that was read.",
      scope = "customers:write")
  @PatchMapping("/api/v1/customers/{id}")
  CustomerJson change(
      @PathVariable long id, ApiCall call, Sent<CustomerChangeJson> sent, Viewer by) {
    return writes.change(id, call, sent, by.actor());
  }

  @Operation(
      name = "add_contact",
      does = "Add a way to reach a customer",
      scope = "customers:write",
      status = 201)
  @PostMapping("/api/v1/customers/{id}/contacts")
  Reply<CustomerJson> addContact(
      @PathVariable long id, ApiCall call, Sent<NewContactJson> sent, Viewer by) {
    return posts.once(
        call,
        () -> {
          customers.addContact(id, sent.body().channel(), sent.body().address(), by.actor());
          return Reply.Done.made("/api/v1/customers/" + id, writes.shown(customers.customer(id)));
        });
  }

  @Operation(
      name = "end_contact",
      does = "Say that nothing reaches a customer there any more",
      more = "It stays on the card with the moment of its end.",
      scope = "customers:write")
  @DeleteMapping("/api/v1/customers/{id}/contacts/{contact}")
  CustomerJson endContact(@PathVariable long id, @PathVariable long contact, Viewer by) {
    writes.endContact(id, contact, by.actor());
    return writes.shown(customers.customer(id));
  }
}
