package amends.customers;

import java.util.Locale;

/** What a message is for: it decides whom it may be sent to, whatever else they wish. */
public enum Purpose {
  /** Neutral and needed: about their own matter, with nothing to sell. Unless they said no. */
  SERVICE,
  /** A danger to somebody: always, over every channel that reaches them. */
  SAFETY,
  /** Anything that promotes, also in passing. Only to whoever has said yes. */
  MARKETING;

  /** As it stands in the database and in the API. */
  public String code() {
    return name().toLowerCase(Locale.ROOT);
  }

  public static Purpose of(String code) {
    return valueOf(code.toUpperCase(Locale.ROOT));
  }
}
