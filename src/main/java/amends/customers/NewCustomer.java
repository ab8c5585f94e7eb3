package amends.customers;

import java.time.ZoneId;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * A customer about to be written down by another system.
 *
 * @param externalId their number there; null when they have none
 * @param contacts where they can be reached; may be empty
 */
public record NewCustomer(
    Customer.Kind kind,
    String name,
    Locale locale,
    ZoneId zone,
    @Nullable String externalId,
    List<Reach> contacts) {
  public NewCustomer {
    contacts = List.copyOf(contacts);
  }

  /** A way to reach them. */
  public record Reach(Channel channel, String address) {}
}
