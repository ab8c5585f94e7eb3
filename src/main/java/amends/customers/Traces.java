package amends.customers;

import amends.shared.Subject;
import java.time.Instant;
import java.util.List;
import java.util.Map;

/**
 * By what a customer is known everywhere in the house.
 *
 * @param customer whom it is about
 * @param customers they, and those who were found to be the same
 * @param names as they call themselves, in lower case; never blank
 * @param addresses mail addresses, numbers and the like, as given and as compared, in lower case
 * @param subjects what of theirs carries words: cases, orders
 * @param at the moment of the question
 */
public record Traces(
    long customer,
    List<Long> customers,
    List<String> names,
    List<String> addresses,
    List<Subject> subjects,
    Instant at) {
  public Traces {
    customers = List.copyOf(customers);
    names = List.copyOf(names);
    addresses = List.copyOf(addresses);
    subjects = List.copyOf(subjects);
  }

  /** The numbers of their cases, orders and the like. */
  public List<Long> of(String kind) {
    return subjects.stream().filter(s -> s.kind().equals(kind)).map(Subject::id).toList();
  }

  /** What statements about them ask for: customers, cases, orders, names, addresses. */
  Map<String, Object> params() {
    return Map.of(
        "customers", customers.toArray(Long[]::new),
        "cases", of("case").toArray(Long[]::new),
        "orders", of("order").toArray(Long[]::new),
        "names", names.toArray(String[]::new),
        "addresses", addresses.toArray(String[]::new));
  }
}
