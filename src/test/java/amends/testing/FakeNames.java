package amends.testing;

import amends.messages.trust.Names;
import amends.shared.MailWays;
import java.net.Inet6Address;
import java.net.InetAddress;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/** A DNS, and what the house believes of mail, as a test wants them. */
public final class FakeNames implements Names {
  private final Map<String, List<String>> records = new ConcurrentHashMap<>();
  private final Map<String, List<InetAddress>> addresses = new ConcurrentHashMap<>();
  private final Map<String, List<String>> servers = new ConcurrentHashMap<>();
  private final Map<InetAddress, List<String>> reverse = new ConcurrentHashMap<>();
  public volatile boolean away;
  private volatile MailWays ways = MailWays.PLAIN;

  public void put(String name, String text) {
    records.put(name, List.of(text));
  }

  public void texts(String name, String... texts) {
    records.put(name, List.of(texts));
  }

  public void addresses(String name, InetAddress... all) {
    addresses.put(name, List.of(all));
  }

  public void mailServers(String name, String... all) {
    servers.put(name, List.of(all));
  }

  public void names(InetAddress address, String... all) {
    reverse.put(address, List.of(all));
  }

  @Override
  public List<InetAddress> addresses(String name, boolean six) throws Away {
    return answered(addresses, name).stream()
        .filter(one -> one instanceof Inet6Address == six)
        .toList();
  }

  @Override
  public List<String> mailServers(String name) throws Away {
    return answered(servers, name);
  }

  @Override
  public List<String> names(InetAddress address) throws Away {
    return answered(reverse, address);
  }

  private <K, V> List<V> answered(Map<K, List<V>> known, K asked) throws Away {
    if (away) {
      throw new Away(asked.toString());
    }
    return known.getOrDefault(asked, List.of());
  }

  /** As it is for all other tests. */
  public void forget() {
    records.clear();
    addresses.clear();
    servers.clear();
    reverse.clear();
    away = false;
    ways = MailWays.PLAIN;
  }

  public void believe(boolean demandsProof, boolean dns, String authservId) {
    believe(demandsProof, dns, authservId, 1);
  }

  public void believe(boolean demandsProof, boolean dns, String authservId, int hops) {
    ways =
        new MailWays(
            demandsProof,
            dns,
            authservId,
            hops,
            MailWays.MICROSOFT,
            MailWays.GOOGLE_AUTHORIZE,
            MailWays.GOOGLE_TOKEN);
  }

  public MailWays ways() {
    return ways;
  }

  @Override
  public List<String> of(String name) throws Away {
    return answered(records, name);
  }
}
