package amends.messages.trust;

import amends.messages.trust.TextRecords.Away;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.function.Function;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.xbill.DNS.ExtendedResolver;
import org.xbill.DNS.Lookup;
import org.xbill.DNS.Name;
import org.xbill.DNS.Record;
import org.xbill.DNS.TextParseException;

/**
 * Asks this machine's resolvers, within bounds: a name server that is slow on purpose holds up a
 * reader for seconds and not for ever.
 */
final class Dns {
  private static final Logger log = LoggerFactory.getLogger(Dns.class);
  private static final Duration LONGEST = Duration.ofSeconds(4);

  private Dns() {}

  /**
   * The records of one type that stand under a name, at most so many; none where it is no name.
   *
   * @throws Away when no server answers
   */
  static <T> List<T> ask(String name, int type, int most, Function<Record, T> read) throws Away {
    ExtendedResolver resolver = new ExtendedResolver();
    resolver.setTimeout(LONGEST);
    resolver.setRetries(1);
    Lookup lookup;
    try {
      lookup = new Lookup(name, type);
    } catch (TextParseException e) {
      return List.of();
    }
    lookup.setResolver(resolver);
    lookup.setSearchPath(List.<Name>of());
    Record[] records = lookup.run();
    return switch (lookup.getResult()) {
      case Lookup.SUCCESSFUL ->
          Arrays.stream(records)
              .filter(record -> record.getType() == type)
              .limit(most)
              .map(read)
              .toList();
      case Lookup.HOST_NOT_FOUND, Lookup.TYPE_NOT_FOUND -> List.of();
      default -> {
        log.debug("the DNS does not answer for {}: {}", name, lookup.getErrorString());
        throw new Away(name);
      }
    };
  }
}
