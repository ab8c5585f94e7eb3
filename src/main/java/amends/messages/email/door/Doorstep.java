package amends.messages.email.door;

import java.util.List;

/** Where the door lays down what came, for good, before it answers. */
public interface Doorstep {
  /**
   * Stores a mail durably. When it returns, the mail is stored, now or by an earlier and equal one.
   *
   * @param envelopeFrom empty for a null sender
   * @throws RuntimeException when it is not stored
   */
  void lay(String envelopeFrom, List<String> envelopeTo, byte[] raw);

  /**
   * The same, by somebody of whom it may be asked whether they may.
   *
   * @throws RuntimeException when it is not stored
   */
  default void lay(String envelopeFrom, List<String> envelopeTo, byte[] raw, Caller caller) {
    lay(envelopeFrom, envelopeTo, raw);
  }

  /** Whether mail to this address is for us. */
  boolean expects(String address);
}
