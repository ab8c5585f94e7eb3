package amends.messages;

import amends.shared.Settings;
import java.time.Duration;
import org.springframework.stereotype.Component;

@Component
record HoldingAsSet(Settings settings) implements Holding {
  @Override
  public Duration time() {
    return settings.undo();
  }
}
