package amends.messages.chat;

import amends.messages.Chats;
import amends.messages.Medium;
import amends.messages.Outgoing;
import amends.messages.Outlet;
import amends.shared.Subject;
import java.util.List;
import java.util.Optional;
import org.springframework.stereotype.Component;

/** The chat is a way to somebody as long as they look at it. */
@Component
final class ChatOutlet implements Outlet {
  private static final int LONGEST = 4_000;

  private final Chats chats;

  ChatOutlet(Chats chats) {
    this.chats = chats;
  }

  @Override
  public Medium medium() {
    return Medium.CHAT;
  }

  @Override
  public Optional<String> closed(long brandId) {
    return Optional.empty();
  }

  @Override
  public List<String> addresses(long customerId, Subject about) {
    return chats.isThere(about) ? List.of(Chats.PAGE) : List.of();
  }

  @Override
  public Optional<String> unfit(Outgoing draft) {
    return draft.body().length() > LONGEST
        ? Optional.of("messages.chat.too-long")
        : Optional.empty();
  }
}
