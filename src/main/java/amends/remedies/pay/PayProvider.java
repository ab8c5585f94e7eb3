package amends.remedies.pay;

import amends.shared.Refusal;
import java.time.Instant;
import java.util.Optional;

/**
 * A kind of provider that does for us what was granted: it pays, or sends, or sees to it. A bean
 * for each. Three verbs suffice: do, ask what became of it, and list what was done.
 */
public interface PayProvider {
  /** As it stands in the database: {@code stripe}. */
  String kind();

  /** Where it usually is; empty when every operator has another. */
  String usualUrl();

  /** Whether people do it, from a list; nothing is ever called then. */
  default boolean byPeople() {
    return false;
  }

  /** Whether it can do this kind of thing: {@code money}, {@code shipment} or {@code task}. */
  boolean takes(String what);

  /**
   * Whether it can begin with what is known of a payment; who gives back must know what was paid.
   *
   * @param reference their number of the payment, or ours where nobody told theirs
   */
  default boolean knows(String reference) {
    return true;
  }

  /**
   * @throws Refusal of the field that is wrong, beyond what all connections need
   */
  void check(PayDraft draft);

  /**
   * Asks it whether it knows us, without anything being paid.
   *
   * @return what is wrong, in a sentence; empty when all is well
   */
  String test(Link link);

  /**
   * Does it, under the job's key. Whoever calls has written the key down and committed it; calling
   * again with the same key, while the provider keeps keys, does nothing twice.
   */
  Said carry(Link link, Job job);

  /** Asks what became of it. Changes nothing there. */
  Said ask(Link link, Job job);

  /**
   * A page of what it has done since a moment, the first one for an empty cursor.
   *
   * @throws NotTold when it cannot be read just now
   */
  Ledger ledger(Link link, Instant since, String cursor) throws NotTold;

  /** What a call of theirs says; empty when it is not signed as theirs, or says nothing of ours. */
  Optional<News> heard(Link link, Knock knock);

  /** The ledger was not told. */
  final class NotTold extends Exception {
    private static final long serialVersionUID = 1L;

    public NotTold(String words) {
      super(words);
    }
  }
}
