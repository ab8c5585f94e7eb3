package amends.testing;

import amends.messages.trust.TextRecords;
import amends.shared.MailWays;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/** A DNS, and what the house believes of mail, as a test wants them. */
public final class FakeNames implements TextRecords {
  private final Map<String, List<String>> records = new ConcurrentHashMap<>();
  public volatile boolean away;
  private volatile MailWays ways = MailWays.PLAIN;

  public void put(String name, String text) {
    records.put(name, List.of(text));
  }

  /** As it is for all other tests. */
  public void forget() {
    records.clear();
    away = false;
    ways = MailWays.PLAIN;
  }

  public void believe(boolean demandsProof, boolean dns, String authservId) {
    ways =
        new MailWays(
            demandsProof,
            dns,
            authservId,
            1,
            MailWays.MICROSOFT,
            MailWays.GOOGLE_AUTHORIZE,
            MailWays.GOOGLE_TOKEN);
  }

  public MailWays ways() {
    return ways;
  }

  @Override
  public List<String> of(String name) throws Away {
    if (away) {
      throw new Away(name);
    }
    return records.getOrDefault(name, List.of());
  }
}
