package amends.honesty;

import amends.honesty.rules.Mark;
import amends.honesty.rules.RuleBook;
import amends.honesty.rules.Sentences;
import amends.time.Moment;
import amends.time.Moments;
import amends.time.WorkingCalendar;
import java.time.Instant;
import java.time.ZoneId;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;

/** What the rules of English find in a sentence, in the words of the labelling guide. */
final class Labels {
  private static final ZoneId LONDON = ZoneId.of("Europe/London");
  private static final Instant NOW = Instant.parse("2026-05-12T13:07:00Z");

  static final Map<Kind, String> ALL =
      Map.ofEntries(
          Map.entry(Kind.VAGUE_TIME, "vague-time"),
          Map.entry(Kind.NEVER_BEFORE, "never-before"),
          Map.entry(Kind.UNACCEPTED, "on-behalf"),
          Map.entry(Kind.UNRECORDED, "unbacked-promise"),
          Map.entry(Kind.OVERPROMISE, "beyond-certain"),
          Map.entry(Kind.NO_RECURRENCE, "wont-happen-again"),
          Map.entry(Kind.NON_APOLOGY, "non-apology"),
          Map.entry(Kind.BLAME, "blame"),
          Map.entry(Kind.SILENCE, "silence-for-redress"),
          Map.entry(Kind.REPEATED_APOLOGY, "repeated-apology-without-deed"),
          Map.entry(Kind.LIABILITY, "fault-admission"),
          Map.entry(Kind.UNVERIFIED_CAUSE, "unverified-cause"),
          Map.entry(Kind.MARKETING, "marketing"),
          Map.entry(Kind.BARRED_WORDS, "softened-safety"),
          Map.entry(Kind.SOFTENED_SAFETY, "softened-safety"));

  private Labels() {}

  static Set<String> found(String text) {
    return found(text, Locale.ENGLISH);
  }

  static Set<String> found(String text, Locale locale) {
    List<Moment> moments = Moments.in(text, locale, NOW, LONDON, WorkingCalendar.office(LONDON));
    return Mark.in(
            RuleBook.of("honesty", locale),
            Sentences.of(text, locale),
            s ->
                moments.stream()
                    .anyMatch(m -> m.start() >= s.start() && m.end() <= s.end() && m.due() != null))
        .stream()
        .map(mark -> Kind.of(mark.kind()).map(ALL::get).orElse(null))
        .filter(Objects::nonNull)
        .collect(Collectors.toSet());
  }
}
