package amends.cases.web;

import amends.cases.ContactRule;
import amends.cases.NewRule;
import amends.customers.Channel;
import amends.customers.Customer;
import amends.customers.Customers;
import amends.customers.Stranger;
import amends.shared.Refusal;
import amends.staff.Person;
import amends.staff.Staff;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** A contact rule from what was typed. */
@Component
final class RuleForm {
  private static final Set<String> KINDS =
      Set.of("quiet", "representative", "agreement", "unreachable");
  private static final Set<String> CHANNELS = Set.of("email", "phone", "letter");

  private final Customers customers;
  private final Staff staff;

  RuleForm(Customers customers, Staff staff) {
    this.customers = customers;
    this.staff = staff;
  }

  NewRule read(Ask ask, Customer customer) {
    if (!KINDS.contains(ask.field("kind"))) {
      throw new Refusal("", "cases.people.refusal.kind");
    }
    ContactRule.Kind kind = ContactRule.Kind.of(ask.field("kind"));
    return new NewRule(
        kind,
        ask.field("all").equals("yes"),
        Typed.orNull(ask.field("reason")),
        Typed.required(ask, "by"),
        Typed.moment(ask, "until"),
        kind == ContactRule.Kind.REPRESENTATIVE ? speaker(ask, customer) : null,
        kind == ContactRule.Kind.AGREEMENT ? agreement(ask) : null);
  }

  /** People who are named by a box each: {@code named-7}. */
  static Set<Long> named(Ask ask) {
    return ask.typed().keySet().stream()
        .filter(name -> name.matches("named-\\d{1,18}"))
        .map(name -> Long.valueOf(name.substring("named-".length())))
        .collect(Collectors.toSet());
  }

  private ContactRule.Speaker speaker(Ask ask, Customer customer) {
    return new ContactRule.Speaker(
        met(ask, customer).id(),
        said(ask, "affiliation", "cases.people.refusal.affiliation"),
        said(ask, "evidence", "cases.people.refusal.evidence"),
        ask.field("may").equals("decide"),
        ask.field("manner").equals("instead"));
  }

  /** A representative is known like a customer: they can be recognised and reached. */
  private Customer met(Ask ask, Customer customer) {
    String name = said(ask, "speaker", "cases.refusal.no-name");
    String email = ask.field("email").strip();
    String phone = ask.field("phone").strip();
    if (email.isEmpty() && phone.isEmpty()) {
      throw new Refusal("email", "cases.refusal.no-contact");
    }
    Channel channel = email.isEmpty() ? Channel.PHONE : Channel.EMAIL;
    Customer met = meet(ask, customer, name, channel, email.isEmpty() ? phone : email);
    if (met.id() == customer.id()) {
      throw new Refusal("email", "cases.people.refusal.self", customer.name());
    }
    return met;
  }

  private Customer meet(Ask ask, Customer customer, String name, Channel channel, String address) {
    try {
      return customers.meet(
          Stranger.person(name, channel, address, customer.locale(), customer.zone()),
          ask.viewer().actor());
    } catch (Refusal refusal) {
      throw new Refusal(channel.code(), refusal.key(), refusal.args());
    }
  }

  private ContactRule.Agreement agreement(Ask ask) {
    String channel = ask.field("channel");
    if (!CHANNELS.contains(channel)) {
      throw new Refusal("channel", "cases.refusal.channel");
    }
    Long person = Typed.number(ask, "person");
    if (person == null || staff.find(person).filter(Person::active).isEmpty()) {
      throw new Refusal("person", "cases.refusal.owner-gone");
    }
    return new ContactRule.Agreement(channel, person, days(ask));
  }

  private static int days(Ask ask) {
    @Nullable Long days = Typed.number(ask, "every");
    if (days == null || days < 1 || days > 365) {
      throw new Refusal("every", "cases.people.refusal.days");
    }
    return days.intValue();
  }

  private static String said(Ask ask, String field, String key) {
    String said = ask.field(field).strip();
    if (said.isEmpty()) {
      throw new Refusal(field, key);
    }
    return said;
  }
}
