package amends.customers;

import java.time.ZoneId;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * Somebody who turns up, as they turned up.
 *
 * @param name as it was given; when it is null or blank the address stands for it
 * @param locale the language to write to them in until they say otherwise, usually the brand's
 * @param zone their zone until they say otherwise, usually the brand's
 */
public record Stranger(
    Customer.Kind kind,
    @Nullable String name,
    Channel channel,
    String address,
    Locale locale,
    ZoneId zone) {

  public static Stranger person(
      @Nullable String name, Channel channel, String address, Locale locale, ZoneId zone) {
    return new Stranger(Customer.Kind.PERSON, name, channel, address, locale, zone);
  }
}
