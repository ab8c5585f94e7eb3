package amends.messages.broadcast;

import java.util.List;

/**
 * A broadcast reached some of its people: a provider took it for them, the letter was posted, they
 * were spoken to. Published in the act that records it, for all who were recorded together.
 *
 * @param deliveries those of them
 */
public record BroadcastReached(long broadcastId, List<Long> deliveries) {
  public BroadcastReached {
    deliveries = List.copyOf(deliveries);
  }
}
