package amends.honesty;

import amends.honesty.rules.Mark;
import amends.honesty.rules.RuleBook;
import amends.honesty.rules.Sentences;
import amends.honesty.rules.Sentences.Sentence;
import amends.shared.Texts.Voice;
import amends.time.Moment;
import amends.time.Moments;
import amends.time.WorkingCalendar;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Function;

/**
 * Checks a text by the rules of its language and by what is known around it. Needs no database:
 * what only evidence can say is asked of those who are there.
 */
public final class HonestWords {
  private static final int LONGEST_TEXT = 20_000;

  private final Voice t;
  private final List<Evidence> evidence;
  private final Optional<Place> place;
  private final Function<ZoneId, WorkingCalendar> offices;

  /**
   * @param t in whose language and zone reasons and better words are said
   * @param evidence who is asked; may be nobody
   * @param place whose law says which words need a second look; empty: none
   */
  public HonestWords(Voice t, List<Evidence> evidence, Optional<Place> place) {
    this(t, evidence, place, WorkingCalendar::office);
  }

  /** The same, with the calendar that says in each zone what a working day is. */
  HonestWords(
      Voice t,
      List<Evidence> evidence,
      Optional<Place> place,
      Function<ZoneId, WorkingCalendar> offices) {
    this.t = t;
    this.evidence = List.copyOf(evidence);
    this.place = place;
    this.offices = offices;
  }

  /** What is found, in the order of the text; nothing where it is clean. */
  public List<Finding> check(DraftText given) {
    DraftText draft = bounded(given, Spoken.in(given.text(), given.locale()));
    WorkingCalendar office = offices.apply(draft.zone());
    List<Sentence> sentences = Sentences.of(draft.text(), draft.locale());
    List<Moment> moments =
        Moments.in(draft.text(), draft.locale(), draft.now(), draft.zone(), office);
    List<Mark> marks =
        Mark.in(
            RuleBook.of("honesty", draft.locale()),
            sentences,
            s -> moments.stream().anyMatch(m -> within(m, s)),
            kind -> Kind.of(kind).filter(k -> counts(k, draft)).isPresent());
    Better better = new Better(t, draft, office);
    Witnesses witnesses = new Witnesses(evidence, draft);
    List<Finding> found = new ArrayList<>();
    for (Mark mark : marks) {
      Kind kind = Kind.of(mark.kind()).orElseThrow();
      judged(mark, kind, draft, marks, witnesses)
          .flatMap(proofs ->
              kind == Kind.UNRECORDED
                  ? unrecorded(mark, draft, moments, better)
                  : Optional.of(better.finding(mark, kind, proofs)))
          .ifPresent(found::add);
    }
    found.addAll(new Letter(t, better, witnesses).findings(draft, sentences, moments));
    found.sort(Comparator.comparingInt(Finding::start));
    return List.copyOf(found);
  }

  /** Whether anything of this kind can be found in such a draft: else it is not looked for. */
  private boolean counts(Kind kind, DraftText draft) {
    return switch (kind) {
      case VAGUE_TIME -> !(draft.promise() instanceof DraftText.Promised.By);
      // Only what stands beside the text says whether a moment in it is promised.
      case UNRECORDED -> !(draft.promise() instanceof DraftText.Promised.Unknown);
      case UNVERIFIED_CAUSE -> place.filter(Place::gatesCause).isPresent() || draft.about() != null;
      case LIABILITY -> place.filter(Place::gatesFault).isPresent();
      case NEVER_BEFORE,
          UNACCEPTED,
          NO_RECURRENCE,
          OVERPROMISE,
          NON_APOLOGY,
          BLAME,
          SILENCE,
          BARRED_WORDS,
          SOFTENED_SAFETY,
          READING,
          MARKETING,
          APOLOGY_PARTS,
          REPEATED_APOLOGY,
          NO_NEXT ->
          true;
    };
  }

  /** Whether a text warns of a danger, so that nothing may hold it up. */
  public static boolean warns(String text, Locale locale) {
    Locale spoken = Spoken.in(text, locale);
    List<Sentence> sentences = Sentences.of(text, spoken);
    return Mark.in(RuleBook.of("honesty/parts", spoken), sentences, s -> true).stream()
        .anyMatch(mark -> mark.kind().equals("safety"));
  }

  /**
   * The first sentence of a text in German, French or Spanish that is a part of an apology, such as
   * {@code regret} or {@code empathy}; empty in every other language.
   */
  public static Optional<String> part(String part, String text) {
    String read = text.length() <= LONGEST_TEXT ? text : text.substring(0, LONGEST_TEXT);
    Locale spoken = Spoken.likely(read, Locale.ENGLISH);
    return spoken.getLanguage().equals("en")
        ? Optional.empty()
        : Mark.in(
                RuleBook.of("honesty/parts", spoken),
                Sentences.of(read, spoken),
                s -> true,
                part::equals)
            .stream()
            .map(mark -> read.substring(mark.sentence().start(), mark.sentence().end()))
            .findFirst();
  }

  /** The language that a text is in, by its small words; English where they do not say. */
  public static Locale spoken(String text) {
    return Spoken.in(text, Locale.ENGLISH);
  }

  private static DraftText bounded(DraftText draft, Locale spoken) {
    String text = draft.text();
    return new DraftText(
        text.length() <= LONGEST_TEXT ? text : text.substring(0, LONGEST_TEXT),
        spoken,
        draft.zone(),
        draft.now(),
        draft.about(),
        draft.promise(),
        draft.safety());
  }

  private static boolean within(Moment moment, Sentence sentence) {
    return moment.start() >= sentence.start()
        && moment.end() <= sentence.end()
        && moment.due() != null;
  }

  /** What speaks against the words; empty where they are true. */
  private static Optional<List<Proof>> judged(
      Mark mark, Kind kind, DraftText draft, List<Mark> marks, Witnesses witnesses) {
    return switch (kind) {
      case NEVER_BEFORE -> proved(Evidence.Matter.SIMILAR, claims(mark, marks, draft), witnesses);
      case UNACCEPTED -> proved(Evidence.Matter.ACCEPTED, claim(mark, draft), witnesses);
      case NO_RECURRENCE -> proved(Evidence.Matter.IMPROVEMENT, claim(mark, draft), witnesses);
      case OVERPROMISE -> proved(Evidence.Matter.CERTAIN, claim(mark, draft), witnesses);
      case VAGUE_TIME,
          UNRECORDED,
          UNVERIFIED_CAUSE,
          LIABILITY,
          NON_APOLOGY,
          BLAME,
          SILENCE,
          BARRED_WORDS,
          SOFTENED_SAFETY,
          READING,
          MARKETING,
          APOLOGY_PARTS,
          REPEATED_APOLOGY,
          NO_NEXT ->
          Optional.of(List.of());
    };
  }

  private static List<String> claim(Mark mark, DraftText draft) {
    return List.of(draft.text().substring(mark.sentence().start(), mark.sentence().end()));
  }

  /** What is claimed in several sentences is one question to those who know. */
  private static List<String> claims(Mark mark, List<Mark> marks, DraftText draft) {
    return marks.stream()
        .filter(other -> other.kind().equals(mark.kind()))
        .flatMap(other -> claim(other, draft).stream())
        .toList();
  }

  private static Optional<List<Proof>> proved(
      Evidence.Matter matter, List<String> claims, Witnesses witnesses) {
    Optional<Evidence.Answer> answer = witnesses.on(matter, claims);
    return answer.isPresent() && answer.get().holds()
        ? Optional.empty()
        : Optional.of(answer.map(Evidence.Answer::proofs).orElse(List.of()));
  }

  private static Optional<Finding> unrecorded(
      Mark mark, DraftText draft, List<Moment> moments, Better better) {
    return moments.stream()
        .filter(m -> within(m, mark.sentence()))
        .filter(m -> !promised(m, draft.promise()))
        .findFirst()
        .map(m -> better.record(mark, m));
  }

  private static boolean promised(Moment moment, DraftText.Promised promise) {
    if (!(promise instanceof DraftText.Promised.By by) || moment.due() == null) {
      return false;
    }
    return !by.dueAt().isAfter(moment.due());
  }
}
