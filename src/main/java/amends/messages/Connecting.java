package amends.messages;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Which provider carries a message. */
@Component
final class Connecting {
  private final List<Outlet> outlets;

  Connecting(List<Outlet> outlets) {
    this.outlets = List.copyOf(outlets);
  }

  @Nullable Long of(Outgoing draft) {
    return outlets.stream()
        .filter(o -> o.medium() == draft.medium())
        .flatMap(o -> o.connection(draft).stream())
        .findFirst()
        .orElse(null);
  }
}
