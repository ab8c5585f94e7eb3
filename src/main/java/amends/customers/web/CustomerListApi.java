package amends.customers.web;

import amends.customers.Customer;
import amends.customers.CustomerUpserts;
import amends.customers.CustomerUpserts.Sheet;
import amends.customers.NewCustomer;
import amends.customers.web.CustomerAsks.CustomersSent;
import amends.customers.web.CustomerAsks.ListedCustomerJson;
import amends.customers.web.CustomerAsks.NewContactJson;
import amends.shared.Texts;
import amends.shared.Texts.Voice;
import amends.shared.api.ApiCall;
import amends.shared.api.ApiProblem;
import amends.shared.api.ApiRoutes;
import amends.shared.api.Operation;
import amends.shared.api.Posts;
import amends.shared.api.Reply;
import amends.shared.api.Sent;
import amends.shared.api.UpsertJson;
import amends.staff.Brand;
import amends.staff.Staff;
import amends.staff.Viewer;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.springframework.web.bind.annotation.PostMapping;

/** Lists of customers, kept in step with another system. */
@ApiRoutes(title = CustomerApi.TITLE, about = CustomerApi.ABOUT)
final class CustomerListApi {
  private final CustomerUpserts upserts;
  private final Staff staff;
  private final Posts posts;
  private final Voice t;

  CustomerListApi(CustomerUpserts upserts, Staff staff, Posts posts, Texts texts) {
    this.upserts = upserts;
    this.staff = staff;
    this.posts = posts;
    this.t = texts.voice(Locale.ENGLISH, ZoneOffset.UTC);
  }

  @Operation(
      name = "upsert_customers",
      does = "Enter or change customers by their numbers in your system",
      more =
          "Up to 1,000 in a list. Each entry gets a result of its own: created, updated, unchanged,"
              + " or refused with a reason; a refused entry does not keep the others from being"
              + " taken. When a number stands in one list twice, the last one counts. Addresses are"
              + " added and never taken away; of a customer who was merged into another one only"
              + " they are taken.",
      scope = "customers:write")
  @PostMapping("/api/v1/customers/upsert")
  Reply<UpsertJson> enter(ApiCall call, Sent<CustomersSent> sent, Viewer by) {
    Optional<Brand> brand = staff.defaultBrand();
    Locale locale = brand.map(Brand::locale).orElse(Locale.ENGLISH);
    ZoneId zone = brand.map(Brand::zone).orElse(ZoneOffset.UTC);
    List<Sheet> sheets = new ArrayList<>();
    for (ListedCustomerJson said : sent.body().items()) {
      sheets.add(sheet(said, locale, zone, sheets.size()));
    }
    return posts.once(
        call, () -> Reply.Done.ok(UpsertJson.of(upserts.enter(sheets, by.actor()), t)));
  }

  private static Sheet sheet(ListedCustomerJson said, Locale locale, ZoneId zone, int place) {
    List<NewContactJson> contacts = said.contacts();
    try {
      return new Sheet(
          new NewCustomer(
              said.kind() == null ? Customer.Kind.PERSON : said.kind(),
              said.name(),
              CustomerWrites.locale(said.locale(), locale),
              CustomerWrites.zone(said.zone(), zone),
              said.externalId(),
              contacts == null
                  ? List.of()
                  : contacts.stream()
                      .map(c -> new NewCustomer.Reach(c.channel(), c.address()))
                      .toList()),
          said.locale() == null ? null : CustomerWrites.locale(said.locale(), locale),
          said.zone() == null ? null : CustomerWrites.zone(said.zone(), zone));
    } catch (ApiProblem problem) {
      ApiProblem.Flaw flaw = problem.flaws().getFirst();
      throw ApiProblem.invalid(
          "items[" + place + "]." + flaw.field(), flaw.key(), flaw.args().toArray());
    }
  }
}
