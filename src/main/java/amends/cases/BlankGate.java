package amends.cases;

import amends.messages.Outgoing;
import amends.messages.SendGate;
import amends.shared.Refusal;
import java.util.Optional;
import java.util.stream.Stream;
import org.springframework.stereotype.Component;

/** Nobody gets a letter to "{first_name}": what is still to be filled in is filled in first. */
@Component
final class BlankGate implements SendGate {
  @Override
  public Optional<Refusal> stop(Outgoing draft) {
    return draft.kind().automatic()
        ? Optional.empty()
        : Stream.of(draft.subject(), draft.body())
            .flatMap(words -> Variables.left(words).stream())
            .findFirst()
            .map(left -> new Refusal("text", "cases.refusal.blank-left", left));
  }
}
