package amends.app.imports;

import amends.customers.Changes;
import amends.customers.Channel;
import amends.customers.Customer;
import amends.customers.Customers;
import amends.customers.NewCustomer;
import amends.customers.Stranger;
import amends.shared.Actor;
import amends.shared.Refusal;
import amends.staff.Brand;
import amends.staff.Staff;
import java.time.ZoneId;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/** Who somebody of an export is here: a colleague with the same address, else a customer. */
final class People {
  private final Customers customers;
  private final Changes changes;
  private final Staff staff;

  People(Customers customers, Changes changes, Staff staff) {
    this.customers = customers;
    this.changes = changes;
    this.staff = staff;
  }

  ImportRows.Outcome bring(
      Read read, Item.Person person, Map<String, ImportRows.Known> companies, Brand brand) {
    if (person.colleague()) {
      return colleague(read, person);
    }
    long customer = customer(read, person, brand);
    String company = person.company();
    ImportRows.Known known = company == null ? null : companies.get(company);
    if (known != null) {
      optional(
          read,
          "company",
          known.key(),
          () -> customers.worksFor(customer, known.targetId(), Actor.OPERATOR));
    } else if (company != null) {
      read.kept().put("company", company);
    }
    return ImportRows.Outcome.became(read, "customer", customer);
  }

  /** A company is known again by its number; it is met by no address. */
  ImportRows.Outcome bring(Read read, Item.Company company, Brand brand) {
    String number = company.ownNumber();
    Optional<Customer> known =
        number == null
            ? Optional.empty()
            : customers.byExternalId(number).filter(c -> c.kind() == Customer.Kind.COMPANY);
    long id = known.map(Customer::id).orElseGet(() -> company(read, company, number, brand));
    return ImportRows.Outcome.became(read, "customer", id);
  }

  private long company(Read read, Item.Company company, @Nullable String number, Brand brand) {
    long id =
        changes
            .add(
                new NewCustomer(
                    Customer.Kind.COMPANY,
                    company.name(),
                    brand.locale(),
                    brand.zone(),
                    null,
                    List.of()),
                Actor.OPERATOR)
            .id();
    if (number != null) {
      optional(read, "external_id", number, () -> customers.identify(id, number, Actor.OPERATOR));
    }
    return id;
  }

  /** Accounts are not made by an import: somebody who is nobody here stays a name. */
  private ImportRows.Outcome colleague(Read read, Item.Person person) {
    String email = person.email();
    Long here =
        email == null ? null : staff.findByEmail(email).map(amends.staff.Person::id).orElse(null);
    if (here != null) {
      return ImportRows.Outcome.became(read, "person", here);
    }
    ObjectNode kept = read.kept().put("name", person.name());
    return ImportRows.Outcome.became(
        new Read(read.item(), read.found(), kept), ImportRows.Known.NAME_ONLY, 0);
  }

  private long customer(Read read, Item.Person person, Brand brand) {
    String email = person.email();
    String phone = person.phone();
    if (email == null && phone == null) {
      throw new Unmapped("no-address", person.name());
    }
    if (email != null && staff.brandForAddress(email).isPresent()) {
      throw new Unmapped("own-address", email);
    }
    Locale locale = person.locale() == null ? brand.locale() : person.locale();
    ZoneId zone = person.zone() == null ? brand.zone() : person.zone();
    Customer customer =
        email != null
            ? met(Stranger.person(person.name(), Channel.EMAIL, email, locale, zone))
            : met(
                Stranger.person(person.name(), Channel.PHONE, String.valueOf(phone), locale, zone));
    if (email != null && phone != null) {
      optional(
          read,
          "phone",
          phone,
          () -> customers.addContact(customer.id(), Channel.PHONE, phone, Actor.OPERATOR));
    }
    String number = person.ownNumber();
    String known = customer.externalId();
    if (number != null && known != null && !known.equals(number)) {
      read.kept().put("external_id", number);
    }
    if (number != null && known == null) {
      optional(
          read,
          "external_id",
          number,
          () -> customers.identify(customer.id(), number, Actor.OPERATOR));
    }
    return customer.id();
  }

  private Customer met(Stranger stranger) {
    try {
      return customers.meet(stranger, Actor.OPERATOR);
    } catch (Refusal e) {
      throw new Unmapped("no-address", stranger.address());
    }
  }

  /** What the house will not take is kept with the record: somebody else's telephone, say. */
  private static void optional(Read read, String name, String value, Runnable act) {
    try {
      act.run();
    } catch (Refusal e) {
      read.kept().put(name, value);
    }
  }

  /** The customer of this address, met now if nobody had met them; null for no address. */
  @Nullable Long byAddress(@Nullable String email, Brand brand) {
    if (email == null) {
      return null;
    }
    return met(Stranger.person(null, Channel.EMAIL, email, brand.locale(), brand.zone())).id();
  }

  static ObjectNode nothing() {
    return JsonMapper.shared().createObjectNode();
  }
}
