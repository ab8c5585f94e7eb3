package amends.messages;

import amends.shared.Refusal;

/** A kind of provider that can be connected; a bean for each. */
public interface Provider {
  /** As it stands in the database: {@code twilio}. */
  String kind();

  Medium medium();

  /** Where it usually is; empty when every operator has another. */
  String usualUrl();

  /**
   * @throws Refusal of the field that is wrong, beyond what all connections need
   */
  void check(Connection.Draft draft);

  /**
   * Asks it whether it knows us, without sending anything to anybody.
   *
   * @return what is wrong, in a sentence; empty when all is well
   */
  String test(Connection connection, String secret);
}
