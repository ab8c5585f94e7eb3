package amends.cases.web;

import amends.customers.Channel;
import amends.customers.Customer;
import amends.customers.Customers;
import amends.customers.Stranger;
import amends.shared.Refusal;
import amends.staff.Brand;
import java.util.List;
import org.springframework.stereotype.Component;

/** The customer of a new case: one of those found, or somebody new with a way to reach them. */
@Component
final class Callers {
  private final Customers customers;

  Callers(Customers customers) {
    this.customers = customers;
  }

  Customer customer(Ask ask, Brand brand) {
    if (ask.field("customer").equals("new")) {
      return met(ask, brand);
    }
    Long id = Typed.number(ask, "customer");
    if (id == null || customers.customers(List.of(id)).isEmpty()) {
      throw new Refusal("customer", "cases.refusal.no-customer");
    }
    return customers.customer(id);
  }

  private Customer met(Ask ask, Brand brand) {
    String name = ask.field("name").strip();
    String email = ask.field("email").strip();
    String phone = ask.field("phone").strip();
    if (name.isEmpty()) {
      throw new Refusal("name", "cases.refusal.no-name");
    }
    if (email.isEmpty() && phone.isEmpty()) {
      throw new Refusal("email", "cases.refusal.no-contact");
    }
    Channel channel = email.isEmpty() ? Channel.PHONE : Channel.EMAIL;
    Customer met = meet(ask, brand, name, channel, email.isEmpty() ? phone : email);
    if (channel == Channel.EMAIL && !phone.isEmpty()) {
      named(
          "phone",
          () -> customers.addContact(met.id(), Channel.PHONE, phone, ask.viewer().actor()));
    }
    return met;
  }

  private Customer meet(Ask ask, Brand brand, String name, Channel channel, String address) {
    Stranger stranger = Stranger.person(name, channel, address, brand.locale(), brand.zone());
    return named(channel.code(), () -> customers.meet(stranger, ask.viewer().actor()));
  }

  private interface Meeting<T> {
    T with();
  }

  /** What is wrong with an address is said beside the field that it was typed into. */
  private static <T> T named(String field, Meeting<T> meeting) {
    try {
      return meeting.with();
    } catch (Refusal refusal) {
      throw new Refusal(field, refusal.key(), refusal.args());
    }
  }
}
