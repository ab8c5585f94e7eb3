package amends.messages.chat;

import amends.messages.Answer;
import amends.messages.Carrier;
import amends.messages.Chats;
import amends.messages.Medium;
import amends.messages.Parcel;
import java.time.Duration;

/**
 * What is said in the chat has arrived once their page has shown it. Whoever leaves before that has
 * not got it, and it goes the next way.
 */
final class ChatCarrier implements Carrier {
  private static final Duration LOOK_AGAIN = Duration.ofSeconds(2);

  private final Chats chats;

  ChatCarrier(Chats chats) {
    this.chats = chats;
  }

  @Override
  public Medium medium() {
    return Medium.CHAT;
  }

  @Override
  public Room room() {
    return Room.ALL;
  }

  @Override
  public Answer carry(Parcel parcel) {
    if (chats.seen(parcel.about()).orElse(0) >= parcel.messageId()) {
      return new Answer.Accepted("their page has shown it");
    }
    return chats.isThere(parcel.about())
        ? new Answer.Busy("their page has not shown it yet", LOOK_AGAIN)
        : new Answer.Refused("they had left the page before it was shown");
  }
}
