package amends.remedies;

import org.springframework.stereotype.Component;

/** Never worse: whether something may be promised, and whether it may leave. */
@Component
public final class Safety {
  /** Before a promise: what every {@link Hazards} knows. */
  public Safe look(Sending what) {
    throw new UnsupportedOperationException();
  }

  /**
   * In the transaction in which it leaves: holds the unit, its lot and its product, and looks
   * again, so that a stop mark that is set meanwhile either comes first and is seen, or comes after
   * and reopens.
   *
   * @throws amends.shared.Refusal when it must not leave
   */
  public void holdToShip(long grantId) {
    throw new UnsupportedOperationException();
  }
}
