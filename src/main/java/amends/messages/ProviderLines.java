package amends.messages;

import java.time.InstantSource;
import java.util.List;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;

/** The providers that carry messages. */
@Component
@Order(2)
final class ProviderLines implements Lines {
  private final Connections connections;
  private final InstantSource clock;

  ProviderLines(Connections connections, InstantSource clock) {
    this.connections = connections;
    this.clock = clock;
  }

  @Override
  public List<LineState> lines() {
    return connections.all().stream().map(this::line).toList();
  }

  private LineState line(Connection c) {
    Connections.Queue queue = connections.queue(c.id());
    String state =
        !c.isOn()
            ? "off"
            : c.trouble() != null
                ? "trouble"
                : !c.takes(clock.instant()) || queue.waiting() > 0 ? "waiting" : "ok";
    return new LineState(
        "provider",
        c.name(),
        c.url(),
        state,
        c.workedAt(),
        queue.waiting(),
        c.trouble(),
        "",
        "/connections/" + c.id(),
        "/connections/" + c.id() + "/test");
  }
}
