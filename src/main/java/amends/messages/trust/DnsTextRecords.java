package amends.messages.trust;

import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.xbill.DNS.ExtendedResolver;
import org.xbill.DNS.Lookup;
import org.xbill.DNS.Record;
import org.xbill.DNS.TXTRecord;
import org.xbill.DNS.TextParseException;
import org.xbill.DNS.Type;

/**
 * Asks this machine's resolvers, within bounds: a name server that is slow on purpose holds up a
 * reader for seconds and not for ever. Answers are kept for a few minutes.
 */
final class DnsTextRecords implements TextRecords {
  private static final Logger log = LoggerFactory.getLogger(DnsTextRecords.class);
  private static final Duration LONGEST = Duration.ofSeconds(4);
  private static final Duration KEPT = Duration.ofMinutes(5);
  private static final int MOST_KEPT = 2000;
  private static final int MOST_RECORDS = 20;

  private record Kept(List<String> records, long at) {}

  private final Map<String, Kept> kept =
      new LinkedHashMap<>(64, 0.75f, true) {
        private static final long serialVersionUID = 1L;

        @Override
        protected boolean removeEldestEntry(Map.Entry<String, Kept> eldest) {
          return size() > MOST_KEPT;
        }
      };

  @Override
  public List<String> of(String name) throws Away {
    long now = System.nanoTime();
    synchronized (kept) {
      Kept before = kept.get(name);
      if (before != null && now - before.at() < KEPT.toNanos()) {
        return before.records();
      }
    }
    List<String> found = ask(name);
    synchronized (kept) {
      kept.put(name, new Kept(found, now));
    }
    return found;
  }

  private static List<String> ask(String name) throws Away {
    ExtendedResolver resolver = new ExtendedResolver();
    resolver.setTimeout(LONGEST);
    resolver.setRetries(1);
    Lookup lookup;
    try {
      lookup = new Lookup(name, Type.TXT);
    } catch (TextParseException e) {
      return List.of();
    }
    lookup.setResolver(resolver);
    lookup.setSearchPath(List.<org.xbill.DNS.Name>of());
    Record[] records = lookup.run();
    return switch (lookup.getResult()) {
      case Lookup.SUCCESSFUL -> texts(records);
      case Lookup.HOST_NOT_FOUND, Lookup.TYPE_NOT_FOUND -> List.of();
      default -> {
        log.debug("the DNS does not answer for {}: {}", name, lookup.getErrorString());
        throw new Away(name);
      }
    };
  }

  private static List<String> texts(Record[] records) {
    List<String> texts = new ArrayList<>();
    Arrays.stream(records)
        .filter(TXTRecord.class::isInstance)
        .map(TXTRecord.class::cast)
        .limit(MOST_RECORDS)
        .forEach(record -> texts.add(String.join("", record.getStrings())));
    return texts;
  }
}
