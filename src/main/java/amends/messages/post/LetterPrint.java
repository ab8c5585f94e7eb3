package amends.messages.post;

import amends.customers.Choices;
import amends.customers.Customer;
import amends.customers.Customers;
import amends.messages.Errand;
import amends.shared.Texts;
import amends.shared.Texts.Voice;
import amends.staff.Brand;
import amends.staff.Letterhead;
import amends.staff.Letterheads;
import amends.staff.Staff;
import java.time.InstantSource;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Stream;
import org.springframework.stereotype.Component;

/** Sets letters on the paper of their brand, in the customer's language and size of print. */
@Component
public final class LetterPrint {
  private final Customers customers;
  private final Choices choices;
  private final Stationery stationery;
  private final Texts texts;
  private final InstantSource clock;

  LetterPrint(
      Customers customers,
      Choices choices,
      Stationery stationery,
      Texts texts,
      InstantSource clock) {
    this.customers = customers;
    this.choices = choices;
    this.stationery = stationery;
    this.texts = texts;
    this.clock = clock;
  }

  /** The brands and their paper. */
  @Component
  record Stationery(Staff staff, Letterheads letterheads, Faces faces) {
    /** Where no postal address is set, letters say how else we are reached. */
    Letterset of(long brandId) {
      Brand brand = staff.brand(brandId);
      Letterhead paper = letterheads.of(brandId);
      String where =
          paper.lines().isEmpty() ? brand.senderAddress() : String.join(" · ", paper.lines());
      return new Letterset(
          brand,
          new Paper.Head(brand.name(), brand.name() + " · " + where, paper.foot(), paper.logo()));
    }
  }

  record Letterset(Brand brand, Paper.Head head) {}

  public byte[] pdf(List<Errand> letters) {
    Map<Long, Letterset> known = new HashMap<>();
    Map<Long, Customer> people =
        customers.customers(letters.stream().map(Errand::customerId).distinct().toList());
    return Paper.print(
        letters.stream()
            .map(one ->
                sheet(
                    one,
                    Objects.requireNonNull(people.get(one.customerId())),
                    known.computeIfAbsent(one.brandId(), stationery::of)))
            .toList(),
        stationery.faces());
  }

  private Paper.Sheet sheet(Errand letter, Customer customer, Letterset paper) {
    Voice t = texts.voice(customer.locale(), customer.zone());
    return new Paper.Sheet(
        paper.head(),
        to(customer, letter.address()),
        t.date(clock.instant()),
        letter.subject().replaceFirst("(?i)^re:\\s*", ""),
        letter.words(),
        t.say("messages.letter.slip", letter.reference(), paper.brand().senderAddress()),
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
