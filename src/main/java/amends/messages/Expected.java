package amends.messages;

/** Which addresses mail may come to. */
interface Expected {
  boolean expects(String address);
}
