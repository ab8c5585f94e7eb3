package amends.cases;

import amends.honesty.Evidence;
import amends.honesty.Proof;
import amends.messages.Messages;
import amends.shared.Plain;
import amends.shared.Subject;
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
    Subject about = question.draft().about();
    if (question.matter() != Matter.APOLOGISED || about == null || !about.kind().equals("case")) {
      return Optional.empty();
    }
    List<Proof> before =
        messages.replies(about).stream()
            .filter(reply -> SORRY.matcher(reply.text()).find())
            .map(reply -> proof(about, reply))
            .toList();
    return Optional.of(new Answer(before.isEmpty(), before));
  }

  private static String beginning(String text) {
    String cut = Plain.line(text, SNIPPET);
    return cut.length() < Plain.line(text).length() ? cut + "…" : cut;
  }

  private static Proof proof(Subject about, Messages.Reply reply) {
    return new Proof(
        Subject.of("message", reply.id()),
        beginning(reply.text()),
        "/cases/" + about.id() + "#message-" + reply.id(),
        reply.at());
  }
}
