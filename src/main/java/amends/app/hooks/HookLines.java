package amends.app.hooks;

import amends.messages.LineState;
import amends.messages.Lines;
import java.util.List;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;

/** The programs that are called when something happened. */
@Component
@Order(3)
final class HookLines implements Lines {
  private static final int MOST = 200;

  private final Hooks hooks;

  HookLines(Hooks hooks) {
    this.hooks = hooks;
  }

  @Override
  public List<LineState> lines() {
    return hooks.all(0, MOST).stream().map(this::line).toList();
  }

  private LineState line(Hook hook) {
    List<Hook.Call> last = hooks.calls(hook.id(), MOST);
    long waiting = last.stream().filter(c -> c.state().equals("waiting")).count();
    String trouble =
        last.stream()
            .limit(1)
            .map(Hook.Call::trouble)
            .filter(t -> t != null)
            .findFirst()
            .orElse(null);
    return new LineState(
        "hook",
        hook.name(),
        hook.url(),
        !hook.isOn() ? "off" : hook.failing() > 0 ? "trouble" : waiting > 0 ? "waiting" : "ok",
        last.stream()
            .filter(c -> c.state().equals("delivered"))
            .map(Hook.Call::lastTryAt)
            .filter(at -> at != null)
            .findFirst()
            .orElse(null),
        waiting,
        hook.failing() > 0 ? trouble : null,
        "",
        "/hooks/" + hook.id(),
        "/hooks/" + hook.id() + "/ping");
  }
}
