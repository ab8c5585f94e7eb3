package amends.messages;

import java.util.EnumMap;
import java.util.Map;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionSynchronization;
import org.springframework.transaction.support.TransactionSynchronizationManager;

/** Who is waiting for work in this process: the readers of mail, and the couriers. */
@Component
final class Nudges {
  final Nudge reading = new Nudge();
  private final Map<Medium, Nudge> couriers = new EnumMap<>(Medium.class);

  Nudges() {
    for (Medium medium : Medium.values()) {
      couriers.put(medium, new Nudge());
    }
  }

  Nudge courier(Medium medium) {
    return couriers.getOrDefault(medium, reading);
  }

  /** What is written in this act can be fetched when it is there to be seen. */
  void onceCommitted(Medium medium) {
    TransactionSynchronizationManager.registerSynchronization(
        new TransactionSynchronization() {
          @Override
          public void afterCommit() {
            courier(medium).pull();
          }
        });
  }
}
