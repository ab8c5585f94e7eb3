package amends.remedies;

import org.springframework.stereotype.Component;

/** Until money and parcels have doors of their own: what was granted waits. */
@Component
final class WaitingFulfilment implements Fulfilment {
  @Override
  public void order(NewOrder order) {
    // The grant's own row waits.
  }
}
