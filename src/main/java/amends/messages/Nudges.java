package amends.messages;

import java.time.Duration;
import java.util.EnumMap;
import java.util.Map;
import org.springframework.core.env.Environment;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionSynchronization;
import org.springframework.transaction.support.TransactionSynchronizationManager;

/** Who is waiting for work in this process: the readers of mail, and the couriers. */
@Component
final class Nudges {
  /** Who performs a duty once, and not again and again, has no use for its waiting. */
  private static final String WAIT = "amends.duties.wait-millis";

  final Nudge reading;
  private final Duration most;
  private final Map<Medium, Nudge> couriers = new EnumMap<>(Medium.class);

  Nudges(Environment environment) {
    most = Duration.ofMillis(environment.getProperty(WAIT, Long.class, 100L));
    reading = nobodys();
    for (Medium medium : Medium.values()) {
      couriers.put(medium, nobodys());
    }
  }

  /** One that nobody pulls: the duty looks by itself, time and again. */
  Nudge nobodys() {
    return new Nudge(most);
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
