package amends.messages.trust;

import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.xbill.DNS.TXTRecord;
import org.xbill.DNS.Type;

/** Asks the DNS. Answers are kept for a few minutes. */
final class DnsTextRecords implements TextRecords {
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
    List<String> found =
        Dns.ask(
            name,
            Type.TXT,
            MOST_RECORDS,
            record -> String.join("", ((TXTRecord) record).getStrings()));
    synchronized (kept) {
      kept.put(name, new Kept(found, now));
    }
    return found;
  }
}
