package amends.messages.trust;

import java.util.Locale;

/** What stands behind the sender that people see. */
public enum Proof {
  /** A signature of the sender's domain that we verified. */
  DKIM(true),
  /** The sender's domain says that this machine sends for it (RFC 7208). */
  SPF(true),
  /** The word of the house's own mail server. */
  UPSTREAM(true),
  /** Nothing. */
  NONE(false),
  /** A signature that is not good, or of somebody else. */
  FAILED(false),
  /** It could not be said at that moment: the DNS did not answer. */
  AWAY(false),
  /** Nobody looked: the house has no means to. */
  BLIND(false);

  private final boolean holds;

  Proof(boolean holds) {
    this.holds = holds;
  }

  public boolean holds() {
    return holds;
  }

  /** As it is stored. */
  public String word() {
    return name().toLowerCase(Locale.ROOT);
  }
}
