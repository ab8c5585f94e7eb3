package amends.remedies;

import amends.shared.Actor;
import java.util.List;
import org.springframework.stereotype.Component;

/** Why things fail, as far as costs and fairness are told by it. */
@Component
public final class Causes {
  /** A cause with its name; {@code active} until it is retired. */
  public record Cause(String code, String name, boolean active) {}

  public List<Cause> all() {
    throw new UnsupportedOperationException();
  }

  /** Adds one, renames one of that code, or takes up a retired one again. */
  public Cause keep(String code, String name, Actor by) {
    throw new UnsupportedOperationException();
  }

  public void retire(String code, Actor by) {
    throw new UnsupportedOperationException();
  }
}
