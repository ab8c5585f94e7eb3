package amends.honesty;

import amends.honesty.rules.Mark;
import amends.honesty.rules.RuleBook;
import amends.honesty.rules.Sentences.Sentence;
import amends.shared.Texts.Voice;
import amends.time.Moment;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** What a letter as a whole lacks: parts of an apology, what happens next, ease of reading. */
final class Letter {
  private static final int WORDS_OF_A_LETTER = 40;
  private static final int LONGEST_SENTENCE = 40;
  private static final int LONGEST_LETTER = 400;
  private static final String PARTS = "honesty/parts";
  private static final Pattern WORD = Pattern.compile("\\p{L}[\\p{L}'’-]*");

  private final Voice t;
  private final Better better;
  private final Witnesses witnesses;

  Letter(Voice t, Better better, Witnesses witnesses) {
    this.t = t;
    this.better = better;
    this.witnesses = witnesses;
  }

  List<Finding> findings(DraftText draft, List<Sentence> sentences, List<Moment> moments) {
    List<Finding> found = new ArrayList<>();
    List<Mark> parts = Mark.in(RuleBook.of(PARTS, draft.locale()), sentences, sentence -> true);
    int words = words(draft.text());
    apology(draft, parts, words).ifPresent(found::add);
    next(draft, moments, tags(parts), words).ifPresent(found::add);
    sentences.stream()
        .filter(s -> words(s.plain()) > LONGEST_SENTENCE)
        .map(this::tooLong)
        .forEach(found::add);
    if (words > LONGEST_LETTER) {
      found.add(
          better.missing(
              Kind.READING,
              "reading.length",
              draft.text().length(),
              t.say("honesty.reason.length", words),
              ""));
    }
    return found;
  }

  /** The tags of a letter's sentences, such as REGRET and REPAIR. */
  static Set<String> tags(List<Mark> parts) {
    return parts.stream().map(Mark::kind).collect(Collectors.toSet());
  }

  private Optional<Finding> apology(DraftText draft, List<Mark> parts, int words) {
    Optional<Mark> sorry = parts.stream().filter(p -> p.kind().equals("regret")).findFirst();
    Set<String> tags = tags(parts);
    if (sorry.isEmpty()) {
      return Optional.empty();
    }
    int place = sorry.get().sentence().end();
    boolean deed = tags.contains("repair");
    Optional<Evidence.Answer> before =
        witnesses.on(Evidence.Matter.APOLOGISED, List.of(draft.text()));
    if (!deed && before.isPresent() && !before.get().holds()) {
      return Optional.of(
          new Finding(
              "apology.repeated",
              Kind.REPEATED_APOLOGY,
              sorry.get().start(),
              sorry.get().end(),
              draft.text().substring(sorry.get().start(), sorry.get().end()),
              t.say("honesty.reason.repeated_apology", before.get().proofs().size()),
              before.get().proofs(),
              ""));
    }
    List<String> missing = new ArrayList<>();
    for (String part : List.of("responsibility", "repair")) {
      if (!tags.contains(part)) {
        missing.add(t.say("honesty.part." + part));
      }
    }
    if (words < WORDS_OF_A_LETTER || missing.isEmpty()) {
      return Optional.empty();
    }
    return Optional.of(
        better.missing(
            Kind.APOLOGY_PARTS,
            "apology.parts",
            place,
            t.say("honesty.reason.apology_parts", String.join(", ", missing)),
            tags.contains("responsibility") ? "" : " " + t.say("honesty.better.ourservice") + "."));
  }

  /** Looked for where the words of the language are written down: elsewhere it would be a guess. */
  private Optional<Finding> next(
      DraftText draft, List<Moment> moments, Set<String> tags, int words) {
    if (!RuleBook.isWritten(PARTS, draft.locale())) {
      return Optional.empty();
    }
    boolean beside = !(draft.promise() instanceof DraftText.Promised.Unknown);
    boolean said =
        beside || moments.stream().anyMatch(m -> m.due() != null) || tags.contains("nothing_more");
    if (said || words < WORDS_OF_A_LETTER) {
      return Optional.empty();
    }
    return Optional.of(
        better.missing(
            Kind.NO_NEXT,
            "next.missing",
            draft.text().length(),
            t.say("honesty.reason.no_next"),
            " " + t.say("honesty.better.next", better.moment())));
  }

  private Finding tooLong(Sentence sentence) {
    String plain = sentence.plain();
    int start = sentence.start() + plain.length() - plain.stripLeading().length();
    return new Finding(
        "reading.sentence",
        Kind.READING,
        start,
        sentence.start() + plain.stripTrailing().length(),
        plain.strip(),
        t.say("honesty.reason.sentence", words(plain)),
        List.of(),
        "");
  }

  private static int words(String text) {
    return (int) WORD.matcher(text).results().count();
  }
}
