package amends.remedies;

import amends.shared.Actor;

/** How something that was ordered a moment ago is taken out of the list again. */
public interface Withdrawal {
  /**
   * Within an act, which it keeps for itself: nobody begins with it meanwhile.
   *
   * @return whether nobody was called, nothing has left, and nothing will; false changes nothing
   */
  boolean withdraw(long grantId, Actor by);

  /** Whether it could be withdrawn now. */
  boolean waits(long grantId);
}
