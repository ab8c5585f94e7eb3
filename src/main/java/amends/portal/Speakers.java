package amends.portal;

import amends.cases.Case;
import amends.cases.ContactRule;
import amends.cases.ContactRules;
import amends.cases.NewRule;
import amends.customers.Channel;
import amends.customers.Customer;
import amends.customers.Customers;
import amends.customers.Stranger;
import amends.shared.Refusal;
import amends.shared.Texts;
import amends.staff.Viewer;
import org.springframework.stereotype.Component;

/** Whom a customer named, once a colleague has confirmed it, speaks for them in the case. */
@Component
final class Speakers {
  private static final int LONGEST = 300;

  private final Customers customers;
  private final ContactRules rules;
  private final Texts texts;

  Speakers(Customers customers, ContactRules rules, Texts texts) {
    this.customers = customers;
    this.rules = rules;
    this.texts = texts;
  }

  /**
   * Makes it the rule of the case.
   *
   * @throws Refusal of the fields {@code who}, {@code reach}, {@code affiliation}, {@code evidence}
   */
  void begin(Case matter, Confirmation confirmed, Viewer by) {
    Customer customer = customers.customer(matter.customerId());
    ContactRule.Speaker speaker =
        new ContactRule.Speaker(
            met(customer, confirmed, by).id(),
            CustomerActs.text("affiliation", confirmed.affiliation(), LONGEST),
            CustomerActs.text("evidence", confirmed.evidence(), LONGEST),
            confirmed.mayDecide(),
            confirmed.instead());
    Texts.Voice t = texts.voice(by.locale(), by.zone());
    String scope = CustomerActs.line("scope", confirmed.scope());
    rules.begin(
        matter.id(),
        new NewRule(
            ContactRule.Kind.REPRESENTATIVE,
            confirmed.allCases(),
            scope.isEmpty()
                ? t.say("portal.representative.named")
                : t.say("portal.representative.named.for", scope),
            confirmed.reviewAt(),
            confirmed.untilAt(),
            speaker,
            null),
        t.say("cases.people.look.representative"),
        by);
  }

  private Customer met(Customer customer, Confirmation confirmed, Viewer by) {
    String name = CustomerActs.text("who", confirmed.name(), LONGEST);
    String reach = CustomerActs.text("reach", confirmed.reach(), LONGEST);
    Channel channel = reach.contains("@") ? Channel.EMAIL : Channel.PHONE;
    Customer met = meet(customer, name, channel, reach, by);
    if (met.id() == customer.id()) {
      throw new Refusal("reach", "cases.people.refusal.self", customer.name());
    }
    return met;
  }

  private Customer meet(Customer customer, String name, Channel channel, String reach, Viewer by) {
    try {
      return customers.meet(
          Stranger.person(name, channel, reach, customer.locale(), customer.zone()), by.actor());
    } catch (Refusal refusal) {
      throw new Refusal("reach", refusal.key(), refusal.args());
    }
  }
}
