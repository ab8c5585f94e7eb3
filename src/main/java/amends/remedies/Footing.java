package amends.remedies;

import java.time.LocalDate;
import java.util.Locale;
import java.util.Set;

/**
 * What every ruling in a matter stands on.
 *
 * @param customer who stands for the customer now
 * @param today by the clock of the matter's brand
 * @param addresses under which the customer is known by mail, in small letters
 */
record Footing(long customer, LocalDate today, Set<String> addresses) {
  Footing {
    addresses = Set.copyOf(addresses);
  }

  /** Whether a colleague is the customer: by the address under which both are known. */
  boolean isOwn(String email) {
    return addresses.contains(email.toLowerCase(Locale.ROOT));
  }

  Keys keys(Limit limit, Matter matter, long person) {
    return Keys.of(limit, matter, customer, today, person);
  }
}
