package amends.honesty;

import amends.honesty.Evidence.Answer;
import amends.honesty.Evidence.Matter;
import amends.honesty.Evidence.Question;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Those who know, asked about one draft: nobody is asked the same twice. */
final class Witnesses {
  private final List<Evidence> evidence;
  private final DraftText draft;
  private final Map<Question, Optional<Answer>> said = new HashMap<>();

  Witnesses(List<Evidence> evidence, DraftText draft) {
    this.evidence = evidence;
    this.draft = draft;
  }

  /** The first who knows that it does not hold is believed, then the first who knows at all. */
  Optional<Answer> on(Matter matter, List<String> claims) {
    return said.computeIfAbsent(new Question(matter, draft, claims), this::asked);
  }

  private Optional<Answer> asked(Question question) {
    List<Answer> answers = evidence.stream().flatMap(one -> one.on(question).stream()).toList();
    return answers.stream()
        .filter(a -> question.matter() == Matter.SIMILAR && !a.holds())
        .findFirst()
        .or(() -> answers.stream().filter(Answer::holds).findFirst())
        .or(() -> answers.stream().findFirst());
  }
}
