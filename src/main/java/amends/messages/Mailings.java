package amends.messages;

import java.util.Collection;
import java.util.List;
import java.util.Optional;

/** What the couriers of many ask of the broadcasts, and tell them. */
public interface Mailings {
  /** Those that may leave now: words of safety first, then the oldest. */
  List<Long> underWay();

  /** In an act, whose end whoever wants to stop it waits for; empty when it has been stopped. */
  Optional<Mailing> hold(long id);

  /** Whether it has been stopped since it was held. */
  boolean stopped(long id);

  /**
   * In the act that records them.
   *
   * @param accepted the deliveries that a carrier took, or that a colleague has posted
   * @param suppressed how many must not go
   */
  void carried(long id, Collection<Long> accepted, int suppressed);
}
