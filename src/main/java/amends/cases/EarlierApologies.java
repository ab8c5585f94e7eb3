package amends.cases;

import amends.honesty.Evidence;
import amends.honesty.Proof;
import amends.messages.Direction;
import amends.messages.Message;
import amends.messages.Messages;
import amends.messages.Outgoing;
import amends.shared.Plain;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import org.springframework.stereotype.Component;

/** Whether we have said sorry in this case before. */
@Component
final class EarlierApologies implements Evidence {
  private static final Pattern SORRY =
      Pattern.compile("\\b(?:sorry|apologi[sz]e|apologies)\\b", Pattern.CASE_INSENSITIVE);
  private static final int SNIPPET = 80;

  private final Messages messages;

  EarlierApologies(Messages messages) {
    this.messages = messages;
  }

  @Override
  public Optional<Answer> on(Question question) {
    var about = question.draft().about();
    if (question.matter() != Matter.APOLOGISED || about == null || !about.kind().equals("case")) {
      return Optional.empty();
    }
    List<Proof> before =
        messages.about(about).stream()
            .filter(m -> m.direction() == Direction.OUT && m.kind() == Outgoing.Kind.REPLY)
            .filter(m -> SORRY.matcher(m.text()).find())
            .map(m -> proof(m))
            .toList();
    return Optional.of(new Answer(before.isEmpty(), before));
  }

  private static String beginning(String text) {
    String cut = Plain.line(text, SNIPPET);
    return cut.length() < Plain.line(text).length() ? cut + "…" : cut;
  }

  private static Proof proof(Message message) {
    return new Proof(
        amends.shared.Subject.of("message", message.id()),
        beginning(message.text()),
        "/cases/" + message.about().id() + "#message-" + message.id(),
        message.at());
  }
}
