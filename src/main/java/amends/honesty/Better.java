package amends.honesty;

import amends.honesty.rules.Mark;
import amends.shared.Texts.Voice;
import amends.time.Moment;
import amends.time.WorkingCalendar;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;

/** Says why words are marked, and offers better ones. */
final class Better {
  private final Voice t;
  private final DraftText draft;
  private final WorkingCalendar office;

  Better(Voice t, DraftText draft, WorkingCalendar office) {
    this.t = t;
    this.draft = draft;
    this.office = office;
  }

  Finding finding(Mark mark, Kind kind, List<Proof> proofs) {
    String key = "honesty.reason." + kind.code() + (proofs.isEmpty() ? "" : ".known");
    String reason =
        t.knows(key) ? t.say(key, proofs.size()) : t.say("honesty.reason." + kind.code());
    return finding(mark, kind, reason, proofs, better(mark, proofs));
  }

  /** The moment stands in the text and in no ledger. */
  Finding record(Mark mark, Moment moment) {
    String reason = t.say("honesty.reason.unrecorded", moment.words());
    return finding(mark, Kind.UNRECORDED, reason, List.of(), "");
  }

  /** Something is missing; better words can be put in at the place. */
  Finding missing(Kind kind, String rule, int place, String reason, String better) {
    return new Finding(
        rule, kind, place, place, "", reason, List.of(), sameLanguage() ? better : "");
  }

  /** Better words in another language than the draft's would not help. */
  private boolean sameLanguage() {
    return t.locale().getLanguage().equals(draft.locale().getLanguage());
  }

  private Finding finding(
      Mark mark, Kind kind, String reason, List<Proof> proofs, String suggestion) {
    String words = draft.text().substring(mark.start(), mark.end());
    return new Finding(
        mark.rule(),
        kind,
        mark.start(),
        mark.end(),
        words,
        reason,
        proofs,
        fitted(words, suggestion));
  }

  private String better(Mark mark, List<Proof> proofs) {
    String key = "honesty.better." + mark.better() + (proofs.isEmpty() ? "" : ".known");
    String plain = "honesty.better." + mark.better();
    if (mark.better().isEmpty() || !t.knows(plain) || !sameLanguage()) {
      return "";
    }
    return t.say(t.knows(key) ? key : plain, moment());
  }

  /** Begins as the words begin that it replaces, and ends with their full stop. */
  private static String fitted(String words, String better) {
    if (words.isEmpty() || better.isEmpty()) {
      return better;
    }
    boolean small = Character.isLowerCase(words.codePointAt(0)) && !better.startsWith("I ");
    String begun =
        small
            ? better.substring(0, 1).toLowerCase(Locale.ROOT) + better.substring(1)
            : better.substring(0, 1).toUpperCase(Locale.ROOT) + better.substring(1);
    char last = words.charAt(words.length() - 1);
    boolean stops = ".!?".indexOf(last) >= 0;
    return stops && !begun.endsWith(".") ? begun + "." : begun;
  }

  /** What is promised beside the text, else the end of the next day of work. */
  String moment() {
    if (draft.promise() instanceof DraftText.Promised.By by) {
      return t.moment(by.dueAt());
    }
    LocalDate day = LocalDate.ofInstant(draft.now(), draft.zone()).plusDays(1);
    for (int i = 0; i < 30 && !office.businessDay(day); i++) {
      day = day.plusDays(1);
    }
    Instant closing = office.closing(day);
    return t.moment(closing);
  }
}
