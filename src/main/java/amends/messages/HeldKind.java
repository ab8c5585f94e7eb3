package amends.messages;

/** Where mail waits for a look. */
public enum HeldKind {
  /** Not from a person. */
  TRAY,
  /** From a person, perhaps, but it may not go where it says. */
  QUARANTINE
}
