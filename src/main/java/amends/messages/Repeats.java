package amends.messages;

import amends.customers.Purpose;

/**
 * How often something is said again when nobody knows whether it arrived: a warning of a danger has
 * to arrive, what sells must not come twice, and each text message rings. A mail bears the same
 * Message-ID each time, by which programs know it again.
 */
final class Repeats {
  /** After so many tries that nobody knows the end of, a further one would only repeat itself. */
  static final int MOST = 5;

  private Repeats() {}

  static int most(Medium medium, Purpose purpose) {
    return switch (purpose) {
      case SAFETY -> MOST;
      case SERVICE -> medium.rings() ? 1 : MOST;
      case MARKETING -> 0;
    };
  }
}
