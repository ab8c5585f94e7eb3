package amends.portal;

import amends.cases.Case;
import amends.customers.Channel;
import amends.customers.ContactPoint;
import amends.customers.Customers;
import amends.journal.Journal;
import amends.shared.Refusal;
import amends.staff.Viewer;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/**
 * Telephone number and postal address: shown and changed only with a code, or by a colleague who
 * has made sure who it is. Whoever could be reached before hears of a change.
 */
@Component
public final class Details {
  private final Customers customers;
  private final StepUp stepUp;
  private final Identities identities;
  private final Notices notices;
  private final Journal journal;

  Details(
      Customers customers, StepUp stepUp, Identities identities, Notices notices, Journal journal) {
    this.customers = customers;
    this.stepUp = stepUp;
    this.identities = identities;
    this.notices = notices;
    this.journal = journal;
  }

  /** As we have them; empty where we have none. */
  public record Known(String phone, String address) {}

  /**
   * Looks at the proof that somebody brings: a try of a code counts whatever becomes of the act.
   *
   * @return null for a colleague, who has no code
   * @throws Refusal of the field {@code code}, or when a colleague has not made sure who it is
   */
  public StepUp.@Nullable Pass prove(Acting by, String code) {
    Viewer colleague = by.colleague();
    if (colleague != null) {
      identities.require(by.matter().id(), colleague);
      return null;
    }
    return stepUp.check(by.matter(), code);
  }

  /** What we have; part of the caller's act. */
  public Known show(Acting by, StepUp.@Nullable Pass pass) {
    use(by, pass);
    journal.record("portal.details_shown", by.matter().asSubject(), by.actor());
    return known(by.matter());
  }

  /** For a colleague who has proven nothing: what is there, without what it is. */
  Known known(Case matter) {
    return new Known(reach(matter, Channel.PHONE), reach(matter, Channel.LETTER));
  }

  private String reach(Case matter, Channel channel) {
    return customers.reach(matter.customerId(), channel).map(ContactPoint::address).orElse("");
  }

  /**
   * Takes over what was typed; an empty field leaves what we have. Part of the caller's act.
   *
   * @throws Refusal of the fields {@code phone} and {@code address}
   */
  public void change(Acting by, StepUp.@Nullable Pass pass, String phone, String address) {
    if (phone.isBlank() && address.isBlank()) {
      throw new Refusal("phone", "portal.refusal.nothing-new");
    }
    use(by, pass);
    CustomerActs.given(phone).ifPresent(p -> replace(by, Channel.PHONE, "phone", p));
    CustomerActs.given(address)
        .map(a -> a.replaceAll("\\s*\\R\\s*", ", "))
        .ifPresent(a -> replace(by, Channel.LETTER, "address", a));
    stepUp.reaches(by.matter()).ifPresent(c -> tell(by.matter(), c));
  }

  private void use(Acting by, StepUp.@Nullable Pass pass) {
    if (pass != null) {
      stepUp.use(pass, by.matter(), by.actor());
    }
  }

  private void replace(Acting by, Channel channel, String field, String value) {
    long customer = by.matter().customerId();
    Optional<ContactPoint> before = customers.reach(customer, channel);
    long added = add(by, channel, field, value);
    // A channel of choice stays what it was: only the address on it is another one.
    boolean chosen = customers.customer(customer).preferredChannel() == channel;
    before
        .filter(old -> old.id() != added)
        .ifPresent(old -> customers.bury(old.id(), "told", by.actor()));
    if (chosen) {
      customers.prefer(customer, added, by.actor());
    }
    journal.record(
        "portal.details_changed",
        by.matter().asSubject(),
        by.actor(),
        Map.of("channel", channel.code(), "contact", added));
  }

  /** Whose an address is already is nobody's business here. */
  private long add(Acting by, Channel channel, String field, String value) {
    try {
      return customers.addContact(by.matter().customerId(), channel, value, by.actor());
    } catch (Refusal refusal) {
      if (refusal.key().equals("customers.refuse.taken")) {
        throw new Refusal(field, "portal.refusal.not-by-itself");
      }
      throw new Refusal(field, refusal.key(), refusal.args());
    }
  }

  private void tell(Case matter, ContactPoint to) {
    try {
      notices.send(matter, to.address(), "changed", null);
    } catch (Refusal tooOften) {
      journal.record("portal.change_not_told", matter.asSubject(), amends.shared.Actor.SYSTEM);
    }
  }
}
