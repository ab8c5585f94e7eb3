package amends.staff;

import java.util.Locale;

/** How somebody proved who they are. */
public enum Means {
  PASSWORD,
  /** A one-time link, by which the person has chosen a password. */
  LINK,
  /** A password and a code from an app. */
  CODE,
  /** A password and one of the recovery codes. */
  RECOVERY_CODE,
  /** A passkey, which its owner had to unlock: two factors in one. */
  PASSKEY,
  /** The company's own sign-in; how many factors it asks for is its business. */
  PROVIDER;

  /** As it stands in the journal and in texts. */
  public String code() {
    return name().toLowerCase(Locale.ROOT);
  }
}
