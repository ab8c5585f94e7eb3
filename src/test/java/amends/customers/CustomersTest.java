package amends.customers;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import amends.journal.Journal;
import amends.journal.Recorded;
import amends.shared.Actor;
import amends.shared.NotFound;
import amends.shared.Refusal;
import amends.testing.DatabaseTest;
import amends.testing.TestClock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.ResourceBundle;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

@DatabaseTest
class CustomersTest {
  private static final Actor AGENT = Actor.person(7);

  @Autowired Customers customers;
  @Autowired Journal journal;
  @Autowired TestClock clock;

  @Test
  void readsManyInOneCall() {
    Customer maud = person("Maud", "many.maud@example.org");
    Customer idris = person("Idris", "many.idris@example.org");

    assertThat(customers.customers(List.of(maud.id(), idris.id(), 999_999L)))
        .isEqualTo(Map.of(maud.id(), maud, idris.id(), idris));
    assertThatThrownBy(() -> customers.customer(999_999L)).isInstanceOf(NotFound.class);
  }

  @Test
  void severalContactPointsLeadToTheSameCustomer() {
    Customer maud = person("Maud", "several@example.org");
    long phone = customers.addContact(maud.id(), Channel.PHONE, "020 7946 0111", AGENT);

    assertThat(customers.addContact(maud.id(), Channel.PHONE, "020 79460111", AGENT))
        .isEqualTo(phone);
    assertThat(customers.recognise(Channel.PHONE, "020-7946-0111")).contains(maud);
    assertThat(customers.contacts(maud.id())).hasSize(2);
  }

  @Test
  void anAddressOfSomebodyElseIsRefused() {
    person("Owner", "owned@example.org");
    Customer other = person("Other", "other@example.org");

    assertThatThrownBy(
            () -> customers.addContact(other.id(), Channel.EMAIL, "OWNED@example.org", AGENT))
        .isInstanceOfSatisfying(
            Refusal.class, r -> assertThat(r.key()).isEqualTo("customers.refuse.taken"));
  }

  @Test
  void isVerifiedOnceAndByTheFirstProof() {
    Customer maud = person("Maud", "verified@example.org");
    long contact = customers.contacts(maud.id()).getFirst().id();

    customers.verify(contact, "replied", Actor.SYSTEM);
    clock.pass(Duration.ofHours(1));
    customers.verify(contact, "link", AGENT);

    ContactPoint verified = customers.contacts(maud.id()).getFirst();
    assertThat(verified.verifiedHow()).isEqualTo("replied");
    assertThat(verified.verifiedAt()).isBefore(clock.instant());
    assertThat(kinds(maud)).containsOnlyOnce("customer.contact_verified");
  }

  @Test
  void aDeadAddressReachesNobodyAndMayBecomeSomebodyElses() {
    Customer before = person("Before", "moved@example.org");
    customers.bury(customers.contacts(before.id()).getFirst().id(), "bounced", Actor.SYSTEM);

    assertThat(customers.recognise(Channel.EMAIL, "moved@example.org")).isEmpty();
    assertThat(customers.reach(before.id(), Channel.EMAIL)).isEmpty();
    assertThat(person("After", "moved@example.org")).isNotEqualTo(before);
  }

  @Test
  void preferringAnAddressPrefersItsChannelToo() {
    Customer maud = person("Maud", "prefers@example.org");
    long work = customers.addContact(maud.id(), Channel.EMAIL, "work@prefers.example", AGENT);
    assertThat(customers.reach(maud.id(), Channel.EMAIL).orElseThrow().id()).isNotEqualTo(work);

    customers.prefer(maud.id(), work, AGENT);

    assertThat(customers.reach(maud.id(), Channel.EMAIL).orElseThrow().id()).isEqualTo(work);
    assertThat(customers.customer(maud.id()).preferredChannel()).isEqualTo(Channel.EMAIL);
    Customer other = person("Other", "prefers.not@example.org");
    assertThatThrownBy(() -> customers.prefer(other.id(), work, AGENT)).isInstanceOf(Refusal.class);
  }

  @Test
  void isNotWrittenToInTheirNight() {
    Customer maud = person("Maud", "night@example.org");
    Instant late = Instant.parse("2026-05-12T21:30:00Z");
    assertThat(customers.quietUntil(maud.id(), late)).isEqualTo(late);

    QuietHours night = new QuietHours(LocalTime.of(21, 0), LocalTime.of(8, 0));
    customers.quietHours(maud.id(), night, AGENT);

    assertThat(customers.customer(maud.id()).quietHours()).isEqualTo(night);
    assertThat(customers.quietUntil(maud.id(), late)).isEqualTo("2026-05-13T07:00:00Z");
    customers.quietHours(maud.id(), null, AGENT);
    assertThat(customers.quietUntil(maud.id(), late)).isEqualTo(late);
  }

  @Test
  void bearsTheNumberOfTheCompanysOwnSystems() {
    Customer maud = person("Maud", "numbered@example.org");
    customers.identify(maud.id(), "K-1001", AGENT);
    customers.identify(maud.id(), "K-1001", AGENT);

    assertThat(customers.byExternalId("K-1001").map(Customer::id)).contains(maud.id());
    Customer other = person("Other", "numbered.not@example.org");
    assertThatThrownBy(() -> customers.identify(other.id(), "K-1001", AGENT))
        .isInstanceOf(Refusal.class);
    assertThat(kinds(maud)).containsOnlyOnce("customer.identified");
  }

  @Test
  void aPersonWorksForACompanyUntilTheyLeave() {
    Customer maud = person("Maud", "works@example.org");
    Customer shop = company("Harbour Kitchens", "office@harbour.example");
    customers.worksFor(maud.id(), shop.id(), AGENT);
    customers.worksFor(maud.id(), shop.id(), AGENT);

    assertThat(customers.companies(maud.id())).containsExactly(shop);
    assertThat(customers.people(shop.id())).containsExactly(maud);
    assertThatThrownBy(() -> customers.worksFor(shop.id(), maud.id(), AGENT))
        .isInstanceOf(Refusal.class);

    customers.leaves(maud.id(), shop.id(), AGENT);
    assertThat(customers.people(shop.id())).isEmpty();
  }

  @Test
  void theJournalTellsOfChangesWithoutNamesOrAddresses() {
    Customer maud = person("Maud Ellery", "silent@example.org");
    customers.rename(maud.id(), "Maud Ellery-Vane", AGENT);
    long phone = customers.addContact(maud.id(), Channel.PHONE, "+44 20 7946 0222", AGENT);
    customers.verify(phone, "called", AGENT);
    customers.bury(phone, "told", AGENT);

    List<Recorded> history = journal.history(Customers.subject(maud.id()));
    assertThat(history)
        .extracting(Recorded::kind)
        .containsExactly(
            "customer.met",
            "customer.renamed",
            "customer.contact_added",
            "customer.contact_verified",
            "customer.contact_died");
    assertThat(history)
        .extracting(Recorded::payload)
        .noneMatch(p -> p.contains("Ellery") || p.contains("7946") || p.contains("example.org"));
  }

  @Test
  void aBlankNameIsRefusedAndAnUnknownCustomerIsNotFound() {
    Customer maud = person("Maud", "blank.name@example.org");
    assertThatThrownBy(() -> customers.rename(maud.id(), "  ", AGENT)).isInstanceOf(Refusal.class);
    assertThatThrownBy(() -> customers.rename(999_999, "X", AGENT)).isInstanceOf(NotFound.class);
    assertThatThrownBy(() -> customers.addContact(999_999, Channel.EMAIL, "x@y.example", AGENT))
        .isInstanceOf(NotFound.class);
  }

  @Test
  void everyRefusalHasItsSentence() {
    for (Channel channel : Channel.values()) {
      assertThatThrownBy(() -> Address.of(channel, " "))
          .isInstanceOfSatisfying(Refusal.class, r -> assertThat(sentence(r.key())).isNotBlank());
    }
  }

  private static String sentence(String key) {
    return ResourceBundle.getBundle("texts/customers_en").getString(key);
  }

  private Customer person(String name, String email) {
    return meet(Customer.Kind.PERSON, name, email);
  }

  private Customer company(String name, String email) {
    return meet(Customer.Kind.COMPANY, name, email);
  }

  private Customer meet(Customer.Kind kind, String name, String email) {
    ZoneId london = ZoneId.of("Europe/London");
    return customers.meet(
        new Stranger(kind, name, Channel.EMAIL, email, Locale.UK, london), Actor.SYSTEM);
  }

  private List<String> kinds(Customer customer) {
    return journal.history(Customers.subject(customer.id())).stream().map(Recorded::kind).toList();
  }

  @Test
  void whoeverIsKnownUnderTwoEntriesMayPreferAnAddressOfEither() {
    Customer one = person("Two", "two-a@example.org");
    Customer other = person("Two", "two-b@example.org");
    customers.merge(one.id(), other.id(), AGENT);
    long second =
        customers.contacts(other.id()).stream()
            .filter(c -> c.address().equals("two-b@example.org"))
            .findFirst()
            .orElseThrow()
            .id();

    assertThat(customers.addContact(one.id(), Channel.EMAIL, "two-b@example.org", AGENT))
        .as("theirs already")
        .isEqualTo(second);
    customers.prefer(one.id(), second, AGENT);

    assertThat(customers.reach(one.id(), Channel.EMAIL).orElseThrow().id()).isEqualTo(second);
  }
}
