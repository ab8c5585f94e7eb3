package amends.cases.live;

import amends.journal.Hearer;
import amends.staff.Scope;
import java.util.List;
import java.util.Map;
import org.springframework.stereotype.Component;

/** Tells the streams of this node that somebody came to a case, went, or began to write. */
@Component
final class PresenceHearer implements Hearer {
  private final Happenings happenings;
  private final Streams streams;

  PresenceHearer(Happenings happenings, Streams streams) {
    this.happenings = happenings;
    this.streams = streams;
  }

  @Override
  public String channel() {
    return Presences.CHANNEL;
  }

  @Override
  public void heard(List<String> payloads, boolean gap) {
    List<Stream> open = streams.all();
    if (payloads.isEmpty() || open.isEmpty()) {
      return;
    }
    Map<Long, Scope> cases =
        happenings.scopes(payloads.stream().map(Long::valueOf).distinct().toList());
    for (Stream stream : open) {
      List<Long> seen =
          cases.entrySet().stream()
              .filter(e -> stream.visible().includes(e.getValue()))
              .map(Map.Entry::getKey)
              .toList();
      if (!seen.isEmpty()) {
        stream.came(seen);
      }
    }
  }
}
