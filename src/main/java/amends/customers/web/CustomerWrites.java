package amends.customers.web;

import amends.customers.Changes;
import amends.customers.ContactPoint;
import amends.customers.Customer;
import amends.customers.Customers;
import amends.customers.NewCustomer;
import amends.customers.QuietHours;
import amends.customers.web.CustomerAsks.CustomerChangeJson;
import amends.customers.web.CustomerAsks.NewContactJson;
import amends.customers.web.CustomerAsks.NewCustomerJson;
import amends.customers.web.CustomerAsks.QuietHoursJson;
import amends.shared.Actor;
import amends.shared.Acts;
import amends.shared.NotFound;
import amends.shared.Subject;
import amends.shared.api.ApiCall;
import amends.shared.api.ApiProblem;
import amends.shared.api.Sent;
import amends.staff.Brand;
import amends.staff.Staff;
import java.time.DateTimeException;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.IllformedLocaleException;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** What a program's words about a customer do. */
@Component
final class CustomerWrites {
  private final Customers customers;
  private final Changes changes;
  private final Staff staff;
  private final Acts acts;

  CustomerWrites(Customers customers, Changes changes, Staff staff, Acts acts) {
    this.customers = customers;
    this.changes = changes;
    this.staff = staff;
    this.acts = acts;
  }

  CustomerJson shown(Customer customer) {
    return CustomerJson.of(customer, customers.contacts(customer.id()));
  }

  List<CustomerJson> shown(List<Customer> all) {
    Map<Long, List<ContactPoint>> contacts =
        customers.contacts(all.stream().map(Customer::id).toList());
    return all.stream()
        .map(c -> CustomerJson.of(c, contacts.getOrDefault(c.id(), List.of())))
        .toList();
  }

  CustomerJson create(NewCustomerJson said, Actor by) {
    Optional<Brand> brand = staff.defaultBrand();
    List<NewContactJson> contacts = said.contacts();
    NewCustomer draft =
        new NewCustomer(
            said.kind() == null ? Customer.Kind.PERSON : said.kind(),
            said.name(),
            locale(said.locale(), brand.map(Brand::locale).orElse(Locale.ENGLISH)),
            zone(said.zone(), brand.map(Brand::zone).orElse(ZoneOffset.UTC)),
            said.externalId(),
            contacts == null
                ? List.of()
                : contacts.stream()
                    .map(c -> new NewCustomer.Reach(c.channel(), c.address()))
                    .toList());
    return shown(changes.add(draft, by));
  }

  CustomerJson change(long id, ApiCall call, Sent<CustomerChangeJson> sent, Actor by) {
    return acts.call(() -> {
      Customer before = changes.lock(id);
      call.demandVersion(shown(before));
      apply(before, sent, by);
      return shown(customers.customer(id));
    });
  }

  private void apply(Customer before, Sent<CustomerChangeJson> sent, Actor by) {
    CustomerChangeJson said = sent.body();
    long id = before.id();
    refuseNulls(sent);
    if (said.name() != null && !said.name().equals(before.name())) {
      customers.rename(id, said.name(), by);
    }
    if (said.externalId() != null) {
      customers.identify(id, said.externalId(), by);
    }
    Locale locale = locale(said.locale(), before.locale());
    ZoneId zone = zone(said.zone(), before.zone());
    if (!locale.equals(before.locale()) || !zone.equals(before.zone())) {
      changes.settle(id, locale, zone, by);
    }
    if (sent.has("quiet_hours")) {
      QuietHoursJson quiet = said.quietHours();
      customers.quietHours(id, quiet == null ? null : new QuietHours(quiet.from(), quiet.to()), by);
    }
  }

  /** A change to nothing is a slip: a customer is never without these. */
  private static void refuseNulls(Sent<CustomerChangeJson> sent) {
    CustomerChangeJson said = sent.body();
    refuseNull(sent, "name", said.name());
    refuseNull(sent, "locale", said.locale());
    refuseNull(sent, "zone", said.zone());
    refuseNull(sent, "external_id", said.externalId());
  }

  private static void refuseNull(Sent<?> sent, String name, @Nullable Object value) {
    if (sent.has(name) && value == null) {
      throw ApiProblem.invalid(name, "customers.api.no-null");
    }
  }

  void endContact(long id, long contact, Actor by) {
    boolean theirs = customers.contacts(id).stream().anyMatch(c -> c.id() == contact);
    if (!theirs) {
      throw new NotFound(Subject.of("contact", contact));
    }
    customers.bury(contact, "told", by);
  }

  static Locale locale(@Nullable String said, Locale otherwise) {
    if (said == null) {
      return otherwise;
    }
    try {
      Locale read = new Locale.Builder().setLanguageTag(said).build();
      if (!read.getLanguage().isEmpty()) {
        return read;
      }
    } catch (IllformedLocaleException e) {
      throw ApiProblem.invalid("locale", "customers.api.locale");
    }
    throw ApiProblem.invalid("locale", "customers.api.locale");
  }

  static ZoneId zone(@Nullable String said, ZoneId otherwise) {
    try {
      return said == null ? otherwise : ZoneId.of(said);
    } catch (DateTimeException e) {
      throw ApiProblem.invalid("zone", "customers.api.zone");
    }
  }
}
