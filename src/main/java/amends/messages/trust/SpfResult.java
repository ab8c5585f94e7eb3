package amends.messages.trust;

import java.util.Locale;

/** What a domain says of a server that sends in its name (RFC 7208, section 2.6). */
public enum SpfResult {
  /** It says nothing. */
  NONE,
  /** It does not want to say. */
  NEUTRAL,
  /** It may. */
  PASS,
  /** It may not. */
  FAIL,
  /** It probably may not. */
  SOFTFAIL,
  /** The DNS did not answer. */
  TEMPERROR,
  /** What it says cannot be understood, or asks for too much. */
  PERMERROR;

  /** As it is stored. */
  public String word() {
    return name().toLowerCase(Locale.ROOT);
  }
}
