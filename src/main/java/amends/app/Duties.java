package amends.app;

import amends.shared.Duty;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.boot.autoconfigure.condition.ConditionalOnProperty;
import org.springframework.context.SmartLifecycle;
import org.springframework.stereotype.Component;

/** Runs every duty on a virtual thread of its own, from ready to shutdown. */
@Component
@ConditionalOnProperty(name = "amends.duties", havingValue = "on", matchIfMissing = true)
class Duties implements SmartLifecycle {
  private static final Logger log = LoggerFactory.getLogger(Duties.class);

  private final ObjectProvider<Duty> duties;
  private final List<DutyLoop> loops = new ArrayList<>();

  Duties(ObjectProvider<Duty> duties) {
    this.duties = duties;
  }

  @Override
  public synchronized void start() {
    duties.orderedStream().map(DutyLoop::new).forEach(loops::add);
    loops.forEach(DutyLoop::start);
  }

  @Override
  public synchronized void stop() {
    loops.forEach(DutyLoop::leave);
    long until = System.nanoTime() + TimeUnit.SECONDS.toNanos(20);
    for (DutyLoop loop : loops) {
      if (!loop.left(until - System.nanoTime())) {
        log.warn("duty {} did not end in time; its rows will be taken up again", loop.name());
      }
    }
    loops.clear();
  }

  @Override
  public synchronized boolean isRunning() {
    return !loops.isEmpty();
  }

  /** Started last and stopped first: before the pages stop answering, after the pool is there. */
  @Override
  public int getPhase() {
    return Integer.MAX_VALUE - 100;
  }
}
