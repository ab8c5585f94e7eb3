package amends.messages.social;

import amends.customers.ContactPoint;
import amends.customers.Customer;
import amends.customers.Customers;
import amends.messages.Outgoing;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.springframework.stereotype.Component;

/**
 * What everybody may read: no number that names an order, a case or a telephone, no address, not
 * the customer's full name, and nothing that was said between them and us alone.
 */
@Component
final class InPublic {
  private static final Pattern ADDRESS = Pattern.compile("[\\w.+-]+@[\\w-]+\\.[\\w.-]+");
  private static final Pattern NUMBER =
      Pattern.compile("(?=[\\p{L}\\d/-]*\\d{2})[\\p{L}\\d][\\p{L}\\d/-]*|\\+?\\d[\\d ()/-]{5,}\\d");
  private static final Pattern DATE_OR_TIME =
      Pattern.compile(
          "(19|20)\\d\\d|\\d{1,3}|\\d{1,2}(st|nd|rd|th)|\\d{4}-\\d\\d-\\d\\d|\\d{1,2}/\\d{1,2}(/\\d{2,4})?");
  // Fewer words than these are a phrase that anybody uses.
  private static final int RUN = 6;

  private final Customers customers;
  private final Mentions mentions;

  InPublic(Customers customers, Mentions mentions) {
    this.customers = customers;
    this.mentions = mentions;
  }

  /** The key of a text that says what must not stand there; empty when nothing must not. */
  Optional<String> barred(Outgoing draft) {
    String text = draft.body();
    if (ADDRESS.matcher(text).find()) {
      return Optional.of("messages.public.address");
    }
    if (names(text)) {
      return Optional.of("messages.public.number");
    }
    if (knows(draft.customerId(), text)) {
      return Optional.of("messages.public.person");
    }
    return repeats(draft) ? Optional.of("messages.public.private") : Optional.empty();
  }

  /** A number that is no date, no time and no small count names something of theirs. */
  static boolean names(String text) {
    Matcher number = NUMBER.matcher(text);
    while (number.find()) {
      if (!DATE_OR_TIME.matcher(number.group().strip()).matches()) {
        return true;
      }
    }
    return false;
  }

  private boolean knows(long customer, String text) {
    String lower = text.toLowerCase(Locale.ROOT);
    Customer them = customers.customers(List.of(customer)).get(customer);
    String name = them == null ? "" : them.name().toLowerCase(Locale.ROOT).strip();
    boolean named = name.contains(" ") && lower.contains(name);
    return named
        || customers.contacts(customer).stream()
            .map(ContactPoint::address)
            .flatMap(address -> List.of(address.split(",", -1)).stream())
            .map(part -> part.strip().toLowerCase(Locale.ROOT))
            .anyMatch(part -> part.length() > 6 && !part.startsWith("@") && lower.contains(part));
  }

  private boolean repeats(Outgoing draft) {
    Set<String> ours = runs(draft.body());
    return mentions.inPrivate(draft.about()).stream()
        .anyMatch(said -> runs(said).stream().anyMatch(ours::contains));
  }

  private static Set<String> runs(String text) {
    String[] words = text.toLowerCase(Locale.ROOT).split("[^\\p{L}\\p{N}]+", -1);
    Set<String> runs = new HashSet<>();
    for (int i = 0; i + RUN <= words.length; i++) {
      runs.add(String.join(" ", List.of(words).subList(i, i + RUN)));
    }
    return runs;
  }
}
