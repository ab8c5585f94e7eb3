package amends.honesty;

import amends.messages.Overruling;
import amends.shared.Actor;
import amends.shared.Subject;
import java.util.List;
import org.springframework.stereotype.Component;

/** What honest words found is right as it stands, says whoever sends it. */
@Component
record HonestyOverruled(Overrulings overrulings) implements Overruling {
  @Override
  public List<String> reasons() {
    return Overrulings.REASONS;
  }

  @Override
  public boolean answers(String refusal) {
    return refusal.equals(HonestyGate.STOPPED);
  }

  @Override
  public void note(Subject about, String reason, Actor by) {
    overrulings.note(about, reason, by);
  }
}
