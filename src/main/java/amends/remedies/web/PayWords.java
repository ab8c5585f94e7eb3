package amends.remedies.web;

import amends.customers.Customer;
import amends.customers.Customers;
import amends.goods.Goods;
import amends.goods.Unit;
import amends.remedies.Amounts;
import amends.remedies.Matter;
import amends.shared.Money;
import amends.shared.Texts.Voice;
import amends.staff.Person;
import amends.staff.Staff;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Names and amounts, as pages about payments show them. */
@Component
final class PayWords {
  private final Customers customers;
  private final Goods goods;
  private final Staff staff;

  PayWords(Customers customers, Goods goods, Staff staff) {
    this.customers = customers;
    this.goods = goods;
    this.staff = staff;
  }

  String customer(long id) {
    return Optional.ofNullable(customers.customers(List.of(id)).get(id))
        .map(c -> c.name())
        .orElse("–");
  }

  /** The names of many at once. */
  Map<Long, String> customers(List<Long> ids) {
    return customers.customers(ids).values().stream()
        .collect(Collectors.toMap(Customer::id, Customer::name));
  }

  String person(@Nullable Long id) {
    return id == null
        ? ""
        : staff.people(Set.of(id)).stream().findFirst().map(Person::name).orElse("–");
  }

  String unit(Voice t, long id) {
    Unit unit = goods.unit(id);
    return unit.lot() == null
        ? t.say("remedies.pay.task.unit.no-lot", unit.serial())
        : t.say("remedies.pay.task.unit", unit.serial(), unit.lot());
  }

  /** The amount, or else the kind of remedy. */
  static String title(Voice t, @Nullable Money money, String kind) {
    return money == null ? t.say("remedies.pay.kind." + kind) : Amounts.words(money, t.locale());
  }

  /** Their number of a payment; empty for ours, which says nothing to anybody else. */
  static String theirs(String reference) {
    return reference.matches("G\\d+") ? "" : reference;
  }

  static String link(Matter matter) {
    return "/cases/" + matter.about().id();
  }

  /**
   * The day that was typed, at its noon, or now for the viewer's today; nothing typed is now.
   *
   * @throws amends.shared.Refusal of the field {@code day}
   */
  static Instant day(Voice t, Map<String, String> typed, Instant now) {
    String day = typed.getOrDefault("day", "").strip();
    if (day.isEmpty()) {
      return now;
    }
    LocalDate date = Days.read("day", day, "remedies.pay.refusal.day");
    return date.equals(now.atZone(t.zone()).toLocalDate())
        ? now
        : date.atTime(12, 0).atZone(t.zone()).toInstant();
  }
}
