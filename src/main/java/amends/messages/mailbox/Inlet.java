package amends.messages.mailbox;

import java.util.List;

/** Where mail out of a mailbox is laid down for good, in the caller's act. */
public interface Inlet {
  /**
   * @param envelopeFrom empty for a null sender
   */
  void lay(long mailboxId, String envelopeFrom, List<String> envelopeTo, byte[] raw);

  /** What was laid is committed: somebody may read it. */
  void ready();
}
