package amends.messages.email;

/** The time that is left for one message, and what was cut short so far. */
final class Budget {
  final Bounds bounds;
  private final long until;
  private final StringBuilder cuts = new StringBuilder();

  Budget(Bounds bounds) {
    this.bounds = bounds;
    this.until = System.nanoTime() + bounds.time().toNanos();
  }

  void check() {
    if (spent()) {
      throw new Spent();
    }
  }

  boolean spent() {
    return System.nanoTime() - until > 0;
  }

  /** Notes that something was left out; the first ten notes become the message's error. */
  void cut(String sentence) {
    if (cuts.indexOf(sentence) < 0 && cuts.length() < 1_000) {
      cuts.append(cuts.isEmpty() ? "" : " ").append(sentence);
    }
  }

  String cuts() {
    return cuts.toString();
  }

  /** Thrown through parsers; carries no stack because it says nothing about a place. */
  static final class Spent extends RuntimeException {
    private static final long serialVersionUID = 1;

    Spent() {
      super("Reading took longer than it may; the rest was left out.", null, false, false);
    }
  }
}
