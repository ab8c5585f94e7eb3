package amends.customers;

import amends.shared.Refusal;
import java.util.Locale;

/** A way to reach somebody. */
public enum Channel {
  EMAIL,
  PHONE,
  SMS,
  LETTER,
  SOCIAL,
  CHAT;

  /** As it stands in the database and in the API. */
  public String code() {
    return name().toLowerCase(Locale.ROOT);
  }

  /**
   * @throws Refusal when there is no such channel
   */
  public static Channel of(String code) {
    for (Channel channel : values()) {
      if (channel.code().equals(code)) {
        return channel;
      }
    }
    throw new Refusal("channel", "customers.refuse.channel", code);
  }

  /** A call and a text message come from the same telephone. */
  String[] kin() {
    return this == PHONE || this == SMS
        ? new String[] {PHONE.code(), SMS.code()}
        : new String[] {code()};
  }
}
