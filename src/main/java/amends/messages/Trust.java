package amends.messages;

import org.jspecify.annotations.Nullable;

/**
 * How far a mail is believed, and so what it may do. Authority is never given by mail, however much
 * it is believed.
 */
public enum Trust {
  /** Anybody may have written it: it may open a case, or wait for a look. */
  T0,
  /** The sender's domain stands behind it: it may also join a case that its own words name. */
  T1,
  /** And it came to an address that we gave to just this customer: it joins that case. */
  T2,
  /** A session of the customer's own page, with fresh proof: history, money, addresses. */
  T3;

  public static @Nullable Trust of(@Nullable String word) {
    return word == null ? null : valueOf(word);
  }

  public boolean atLeast(Trust other) {
    return compareTo(other) >= 0;
  }
}
