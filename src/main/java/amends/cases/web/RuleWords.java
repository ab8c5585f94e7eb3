package amends.cases.web;

import amends.cases.ContactRule;
import amends.customers.Customer;
import amends.customers.Customers;
import amends.shared.Texts.Voice;
import amends.staff.Person;
import amends.staff.Staff;
import java.util.List;
import java.util.Objects;
import org.springframework.stereotype.Component;

/** Contact rules in words: one sentence each. */
@Component
final class RuleWords {
  private final Customers customers;
  private final Staff staff;

  RuleWords(Customers customers, Staff staff) {
    this.customers = customers;
    this.staff = staff;
  }

  String says(Voice t, ContactRule rule) {
    ContactRule.Speaker speaker = rule.speaker();
    ContactRule.Agreement agreed = rule.agreement();
    if (speaker != null) {
      return t.say(
          speaker.instead() ? "cases.people.says.instead" : "cases.people.says.also",
          name(speaker.customerId()),
          speaker.affiliation(),
          t.say(speaker.mayDecide() ? "cases.people.may.decide" : "cases.people.may.hear"));
    }
    if (agreed != null) {
      return t.say(
          "cases.people.says.agreement",
          t.say("cases.people.channel." + agreed.channel()),
          person(agreed.personId()),
          agreed.everyDays());
    }
    return t.say("cases.people.says." + rule.kind().code());
  }

  String why(Voice t, ContactRule rule) {
    ContactRule.Speaker speaker = rule.speaker();
    String reason = Objects.requireNonNullElse(rule.reason(), "");
    return speaker == null ? reason : t.say("cases.people.shown", speaker.evidence(), reason);
  }

  String since(Voice t, ContactRule rule) {
    String who = person(rule.decidedBy());
    return rule.untilAt() == null
        ? t.say("cases.people.since", who, t.date(rule.fromAt()), t.date(rule.reviewAt()))
        : t.say(
            "cases.people.since.until",
            who,
            t.date(rule.fromAt()),
            t.date(rule.reviewAt()),
            t.date(rule.untilAt()));
  }

  String person(long id) {
    return staff.find(id).map(Person::name).orElse("");
  }

  private String name(long customer) {
    return customers.customers(List.of(customer)).values().stream()
        .map(Customer::name)
        .findFirst()
        .orElse("");
  }
}
