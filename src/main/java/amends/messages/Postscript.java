package amends.messages;

import amends.shared.Subject;
import java.util.Optional;

/**
 * What stands below a letter as it leaves and is kept nowhere: a link or a code that only its
 * reader may have. A room above implements it; beans of this type are found.
 */
public interface Postscript {
  /**
   * The words for this letter: the same at each try of its delivery, as a try whose end nobody
   * knows must not become another letter. Called outside of any transaction.
   */
  Optional<String> below(Sheet letter);

  /**
   * A letter about to leave.
   *
   * @param kind why it goes out
   * @param address whom it goes to
   * @param medium how it travels: the fewer words fit, the fewer stand below
   */
  record Sheet(
      long messageId,
      Subject about,
      long customerId,
      Outgoing.Kind kind,
      String address,
      Medium medium) {}
}
