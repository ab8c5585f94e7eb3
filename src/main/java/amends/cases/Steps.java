package amends.cases;

import amends.customers.Customer;
import amends.honesty.HonestWords;
import amends.messages.Direction;
import amends.messages.Message;
import amends.messages.Outgoing;
import amends.shared.Plain;
import amends.shared.Texts;
import java.text.BreakIterator;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;
import org.springframework.stereotype.Component;

/**
 * The six steps of commitment 5, each from what really happened: from messages, calls and records,
 * never from ticks.
 */
@Component
public final class Steps {
  private static final int SNIPPET = 70;

  private final Texts texts;

  Steps(Texts texts) {
    this.texts = texts;
  }

  /**
   * One step.
   *
   * @param code listen, apologise, empathise, own, turn, follow
   * @param key of a text that says what shows it or what is missing, with its {@code args}
   */
  public record Step(String code, boolean done, String key, List<Object> args) {}

  /**
   * @param owner the name of who owns it; empty when no person does
   */
  public List<Step> of(CaseFile file, Customer customer, String owner) {
    return List.of(
        listen(file),
        said("apologise", "regret", file, customer),
        said("empathise", "empathy", file, customer),
        owner.isEmpty() ? open("own") : done("own", owner),
        turn(file),
        follow(file));
  }

  private static Step listen(CaseFile file) {
    Optional<Instant> heard =
        Stream.of(
                file.told().statements().stream()
                    .filter(s -> s.side().equals("customer"))
                    .map(CaseFile.Statement::at),
                file.told().calls().stream()
                    .filter(c -> c.direction().equals("in"))
                    .map(CaseFile.Call::at),
                file.messages().stream()
                    .filter(m -> m.direction() == Direction.IN)
                    .map(Message::at))
            .flatMap(moments -> moments)
            .min(Comparator.naturalOrder());
    if (heard.isEmpty()) {
      return open("listen");
    }
    Instant first = heard.get();
    Optional<Instant> answered =
        Stream.concat(
                ours(file).stream().map(Words::at),
                file.told().statements().stream()
                    .filter(s -> s.side().equals("colleague"))
                    .map(CaseFile.Statement::at))
            .filter(at -> !at.isBefore(first))
            .min(Comparator.naturalOrder());
    return answered
        .map(at -> done("listen", first, at))
        .orElseGet(() -> new Step("listen", false, "cases.evidence.listen.half", List.of(first)));
  }

  /** What a colleague said to the customer: a reply that was not returned, or a call. */
  private record Words(Instant at, String text) {}

  private static List<Words> ours(CaseFile file) {
    List<Words> words = new ArrayList<>();
    file.messages().stream()
        .filter(Steps::humanAndOnItsWay)
        .forEach(m -> words.add(new Words(m.at(), m.text())));
    file.told().calls().forEach(c -> words.add(new Words(c.at(), c.words())));
    words.sort(Comparator.comparing(Words::at));
    return words;
  }

  private static boolean humanAndOnItsWay(Message message) {
    Message.Delivery delivery = message.delivery();
    return message.direction() == Direction.OUT
        && message.author().kind().equals("person")
        && (message.kind() == Outgoing.Kind.REPLY || message.kind() == Outgoing.Kind.FOLLOW_UP)
        && delivery != null
        && delivery.failedAt() == null;
  }

  /**
   * @param part what shows it in other languages than English, by the name of the rule
   */
  private Step said(String code, String part, CaseFile file, Customer customer) {
    List<String> signs = signs(code, customer);
    for (Words words : ours(file)) {
      Optional<String> sentence =
          sentence(words.text(), customer.locale(), signs)
              .or(() -> HonestWords.part(part, words.text()).map(Steps::shown));
      if (sentence.isPresent()) {
        return done(code, words.at(), sentence.get());
      }
    }
    return open(code);
  }

  /** In the customer's language, and in English, which many write in all the same. */
  private List<String> signs(String code, Customer customer) {
    return Stream.of(customer.locale(), Locale.ENGLISH)
        .map(locale -> texts.voice(locale, customer.zone()).raw("cases.words." + code))
        .flatMap(list -> Arrays.stream(list.split("\\|", -1)))
        .map(Plain::folded)
        .filter(sign -> !sign.isEmpty())
        .distinct()
        .toList();
  }

  private static Optional<String> sentence(String text, Locale locale, List<String> signs) {
    BreakIterator sentences = BreakIterator.getSentenceInstance(locale);
    sentences.setText(text);
    int start = sentences.first();
    for (int end = sentences.next(); end != BreakIterator.DONE; end = sentences.next()) {
      String sentence = text.substring(start, end);
      String folded = " " + Plain.folded(sentence) + " ";
      if (signs.stream().anyMatch(sign -> folded.contains(" " + sign + " "))) {
        return Optional.of(shown(sentence));
      }
      start = end;
    }
    return Optional.empty();
  }

  private static String shown(String words) {
    String sentence = Plain.line(words);
    return sentence.length() <= SNIPPET ? sentence : Plain.line(sentence, SNIPPET - 1) + "…";
  }

  private static Step turn(CaseFile file) {
    CaseFile.Settlement standing = file.settlement();
    return standing == null ? open("turn") : done("turn", standing.at(), standing.done());
  }

  private static Step follow(CaseFile file) {
    List<CaseFile.FollowedUp> looks = file.looksBack();
    if (!looks.isEmpty()) {
      CaseFile.FollowedUp last = looks.getLast();
      return new Step(
          "follow",
          true,
          "cases.evidence.follow." + last.result(),
          List.of(last.at(), looks.size()));
    }
    return file.settlement() == null
        ? open("follow")
        : new Step("follow", false, "cases.evidence.follow.due", List.of());
  }

  private static Step done(String code, Object... evidence) {
    return new Step(code, true, "cases.evidence." + code, List.of(evidence));
  }

  private static Step open(String code) {
    return new Step(code, false, "cases.evidence." + code + ".open", List.of());
  }
}
