package amends.messages;

/** Whose words: theirs to us, or ours to them. */
public enum Direction {
  IN,
  OUT
}
