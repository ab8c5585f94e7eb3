package amends.cases;

import amends.customers.Channel;
import amends.customers.ContactPoint;
import amends.customers.Customers;
import amends.messages.Ways;
import amends.staff.Brand;
import amends.staff.Staff;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.springframework.stereotype.Component;

/** Who is addressed in a case beside, or instead of, its customer: who speaks for them. */
@Component
final class Addressees {
  private final RuleRows rules;
  private final Customers customers;
  private final Staff staff;
  private final Ways ways;

  Addressees(RuleRows rules, Customers customers, Staff staff, Ways ways) {
    this.rules = rules;
    this.customers = customers;
    this.staff = staff;
    this.ways = ways;
  }

  Ways ways() {
    return ways;
  }

  Brand brand(Case matter) {
    return staff.brand(matter.brandId());
  }

  /** Whether somebody is addressed instead of the customer: then nothing goes to the customer. */
  boolean replaced(Case matter) {
    return rules.standing(matter.id()).stream()
        .map(ContactRule::speaker)
        .anyMatch(speaker -> speaker != null && speaker.instead());
  }

  /**
   * Where letters go instead; empty when the customer is addressed, or the speaker has no e-mail.
   */
  Optional<String> instead(Case matter) {
    return addresses(matter, true).stream().findFirst();
  }

  /** Where the same letters go too. */
  List<String> also(Case matter) {
    return addresses(matter, false);
  }

  private List<String> addresses(Case matter, boolean instead) {
    return rules.standing(matter.id()).stream()
        .map(ContactRule::speaker)
        .filter(Objects::nonNull)
        .filter(speaker -> speaker.instead() == instead)
        .flatMap(speaker -> customers.reach(speaker.customerId(), Channel.EMAIL).stream())
        .map(ContactPoint::address)
        .toList();
  }
}
