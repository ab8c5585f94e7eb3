package amends.messages.trust;

import java.net.InetAddress;
import java.util.List;
import org.xbill.DNS.AAAARecord;
import org.xbill.DNS.ARecord;
import org.xbill.DNS.MXRecord;
import org.xbill.DNS.PTRRecord;
import org.xbill.DNS.ReverseMap;
import org.xbill.DNS.Type;

/** Asks this machine's resolvers; each question is over within seconds. */
final class DnsNames implements Names {
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
    return Dns.ask(
        name,
        six ? Type.AAAA : Type.A,
        MOST_RECORDS,
        record ->
            record instanceof AAAARecord long6
                ? long6.getAddress()
                : ((ARecord) record).getAddress());
  }

  @Override
  public List<String> mailServers(String name) throws Away {
    return Dns.ask(
        name, Type.MX, MOST_RECORDS, record -> ((MXRecord) record).getTarget().toString(true));
  }

  @Override
  public List<String> names(InetAddress address) throws Away {
    return Dns.ask(
        ReverseMap.fromAddress(address).toString(),
        Type.PTR,
        MOST_RECORDS,
        record -> ((PTRRecord) record).getTarget().toString(true));
  }
}
