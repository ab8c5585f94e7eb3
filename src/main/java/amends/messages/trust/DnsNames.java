package amends.messages.trust;

import java.net.InetAddress;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.function.Function;
import org.xbill.DNS.AAAARecord;
import org.xbill.DNS.ARecord;
import org.xbill.DNS.ExtendedResolver;
import org.xbill.DNS.Lookup;
import org.xbill.DNS.MXRecord;
import org.xbill.DNS.PTRRecord;
import org.xbill.DNS.Record;
import org.xbill.DNS.ReverseMap;
import org.xbill.DNS.TextParseException;
import org.xbill.DNS.Type;

/** Asks this machine's resolvers; each question is over within seconds. */
final class DnsNames implements Names {
  private static final Duration LONGEST = Duration.ofSeconds(4);
  private static final int MOST_RECORDS = 100;

  private final TextRecords texts;

  DnsNames(TextRecords texts) {
    this.texts = texts;
  }

  @Override
  public List<String> of(String name) throws Away {
    return texts.of(name);
  }

  @Override
  public List<InetAddress> addresses(String name, boolean six) throws Away {
    return ask(
        name,
        six ? Type.AAAA : Type.A,
        record ->
            record instanceof AAAARecord long6
                ? long6.getAddress()
                : ((ARecord) record).getAddress());
  }

  @Override
  public List<String> mailServers(String name) throws Away {
    return ask(name, Type.MX, record -> ((MXRecord) record).getTarget().toString(true));
  }

  @Override
  public List<String> names(InetAddress address) throws Away {
    return ask(
        ReverseMap.fromAddress(address).toString(),
        Type.PTR,
        record -> ((PTRRecord) record).getTarget().toString(true));
  }

  private static <T> List<T> ask(String name, int type, Function<Record, T> read) throws Away {
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
    lookup.setSearchPath(List.<org.xbill.DNS.Name>of());
    Record[] records = lookup.run();
    return switch (lookup.getResult()) {
      case Lookup.SUCCESSFUL ->
          Arrays.stream(records)
              .filter(record -> record.getType() == type)
              .limit(MOST_RECORDS)
              .map(read)
              .toList();
      case Lookup.HOST_NOT_FOUND, Lookup.TYPE_NOT_FOUND -> List.of();
      default -> throw new Away(name);
    };
  }
}
