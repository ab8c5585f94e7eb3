package amends.messages.post;

import amends.customers.Choices;
import amends.customers.Customer;
import amends.customers.Customers;
import amends.messages.Errand;
import amends.shared.Texts;
import amends.shared.Texts.Voice;
import amends.staff.Brand;
import amends.staff.Staff;
import java.time.InstantSource;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;
import org.springframework.stereotype.Component;

/** Sets letters on the paper of their brand, in the customer's language and size of print. */
@Component
public final class LetterPrint {
  private final Customers customers;
  private final Choices choices;
  private final Staff staff;
  private final Texts texts;
  private final InstantSource clock;

  LetterPrint(Customers customers, Choices choices, Staff staff, Texts texts, InstantSource clock) {
    this.customers = customers;
    this.choices = choices;
    this.staff = staff;
    this.texts = texts;
    this.clock = clock;
  }

  public byte[] pdf(List<Errand> letters) {
    return Paper.print(letters.stream().map(this::sheet).toList());
  }

  private Paper.Sheet sheet(Errand letter) {
    Customer customer = customers.customer(letter.customerId());
    Brand brand = staff.brand(letter.brandId());
    Voice t = texts.voice(customer.locale(), customer.zone());
    return new Paper.Sheet(
        brand.name(),
        brand.name() + " · " + brand.senderAddress(),
        to(customer, letter.address()),
        t.date(clock.instant()),
        letter.subject().replaceFirst("(?i)^re:\\s*", ""),
        letter.words(),
        t.say("messages.letter.slip", letter.reference(), brand.senderAddress()),
        choices.largePrint(customer.id()));
  }

  /** The name, and the address as it goes onto an envelope. */
  public static List<String> to(Customer customer, String address) {
    return Stream.concat(
            Stream.of(customer.name()),
            Arrays.stream(address.split(",", -1)).map(String::strip).filter(s -> !s.isEmpty()))
        .toList();
  }
}
