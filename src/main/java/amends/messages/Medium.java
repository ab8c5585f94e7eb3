package amends.messages;

import amends.customers.Channel;
import amends.shared.Refusal;
import java.util.Locale;

/**
 * How a message travels. A handwritten note goes by post like a letter, and is another thing to
 * send and to get.
 */
public enum Medium {
  EMAIL(Channel.EMAIL, false),
  SMS(Channel.SMS, false),
  PHONE(Channel.PHONE, true),
  LETTER(Channel.LETTER, true),
  NOTE(Channel.LETTER, true),
  SOCIAL(Channel.SOCIAL, false),
  /** Below what they wrote in public, for everybody to read. */
  PUBLIC(Channel.SOCIAL, false),
  CHAT(Channel.CHAT, false);

  private final Channel channel;
  private final boolean byPeople;

  Medium(Channel channel, boolean byPeople) {
    this.channel = channel;
    this.byPeople = byPeople;
  }

  /** As it stands in the database and in the API. */
  public String code() {
    return name().toLowerCase(Locale.ROOT);
  }

  /** What of a customer's contact points it needs. */
  public Channel channel() {
    return channel;
  }

  /** Whether a colleague carries it: it has left once they say so, and no courier takes it. */
  public boolean byPeople() {
    return byPeople;
  }

  /** Whether it makes a sound where they are; a letter lies until it is opened. */
  public boolean rings() {
    return this == SMS || this == PHONE;
  }

  /**
   * @throws Refusal when there is no such medium
   */
  public static Medium of(String code) {
    for (Medium medium : values()) {
      if (medium.code().equals(code)) {
        return medium;
      }
    }
    throw new Refusal("channel", "customers.refuse.channel", code);
  }

  /** The usual one for a channel: a letter is typed unless somebody takes up the pen. */
  public static Medium of(Channel channel) {
    return switch (channel) {
      case EMAIL -> EMAIL;
      case SMS -> SMS;
      case PHONE -> PHONE;
      case LETTER -> LETTER;
      case SOCIAL -> SOCIAL;
      case CHAT -> CHAT;
    };
  }
}
