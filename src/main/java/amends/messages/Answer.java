package amends.messages;

import java.time.Duration;

/** What came of handing one message over. */
public sealed interface Answer {
  /** One line of what the other side said. */
  String reply();

  /**
   * The other side has it.
   *
   * @param reference what the other side calls it from now on; empty when it did not say
   */
  record Accepted(String reply, String reference) implements Answer {
    public Accepted(String reply) {
      this(reply, "");
    }
  }

  /** The other side will never take it. */
  record Refused(String reply) implements Answer {}

  /** It did not work this time. */
  record Later(String reply) implements Answer {}

  /** The other side takes nothing for a while; nothing is wrong with this message. */
  record Busy(String reply, Duration pause) implements Answer {}

  /** The connection was lost after the last byte: nobody here knows whether it was taken. */
  record Unknown(String reply) implements Answer {}
}
