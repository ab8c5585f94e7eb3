package amends.messages;

/**
 * Where mail from a person goes. The case room implements it; it is called within the transaction
 * that reads the inbound row, so that the mail is read exactly when there is a case for it.
 */
public interface Intake {
  /** Opens a case, adds to one, or says that a colleague has to look first. */
  Taken take(Arrived mail);

  /**
   * The mail could not be read three times over. Opens a case all the same; the raw mail is
   * attached to it by the messages room.
   *
   * @param inboundId for {@link Messages#inbound}, which knows the envelope
   * @param trouble what went wrong, for colleagues
   */
  Taken takeUnreadable(long inboundId, String trouble);
}
