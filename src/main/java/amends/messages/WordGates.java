package amends.messages;

import amends.shared.Actor;
import amends.shared.Refusal;
import amends.shared.Subject;
import java.util.List;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Component;

/** What stands before words to many, and what lets them through all the same. */
@Component
public record WordGates(ObjectProvider<SendGate> all, ObjectProvider<Overruling> overruling) {
  /** Notes the reason, in the act in which the words leave; a blank one overrules nothing. */
  public void note(Subject about, String reason, Actor by) {
    if (!reason.isBlank()) {
      overruling.stream().forEach(o -> o.note(about, reason, by));
    }
  }

  /** The reasons with which what was refused goes out; none where it cannot. */
  public List<String> reasons(String refusal) {
    return overruling.stream()
        .filter(o -> o.answers(refusal))
        .flatMap(o -> o.reasons().stream())
        .toList();
  }

  /**
   * @throws Refusal of the field {@code body}: what a gate says of the words
   */
  public void pass(Outgoing draft) {
    all.orderedStream()
        .forEach(gate ->
            gate.stop(draft)
                .ifPresent(refusal -> {
                  throw new Refusal("body", refusal.key(), refusal.args());
                }));
  }
}
