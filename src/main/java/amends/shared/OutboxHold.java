package amends.shared;

/**
 * Whether nothing may leave the house: after a restore, until an operator has looked and released
 * it, so that what the lost days had already sent or paid is not done twice.
 */
public interface OutboxHold {
  boolean held();
}
