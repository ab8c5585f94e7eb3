package amends.messages.email.courier;

/** What came of handing one mail over. */
public sealed interface Answer {
  /** One line of what the other side said. */
  String reply();

  /** The other side has it. */
  record Accepted(String reply) implements Answer {}

  /** The other side will never take it. */
  record Refused(String reply) implements Answer {}

  /** It did not work this time. */
  record Later(String reply) implements Answer {}

  /** The connection was lost after the last byte: nobody here knows whether it was taken. */
  record Unknown(String reply) implements Answer {}
}
