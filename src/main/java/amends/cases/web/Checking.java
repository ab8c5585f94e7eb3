package amends.cases.web;

import amends.cases.Case;
import amends.honesty.DraftText;
import amends.honesty.Finding;
import amends.honesty.HonestWords;
import amends.honesty.Honesty;
import amends.honesty.Policy;
import amends.honesty.Proof;
import amends.shared.Plain;
import amends.shared.Refusal;
import amends.shared.Texts.Voice;
import amends.time.ByWhen;
import amends.time.Calendars;
import amends.time.Moment;
import amends.time.Moments;
import amends.time.WorkingCalendar;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import org.springframework.stereotype.Component;

/** What is found in a draft of the composer, as the desk shows it. */
@Component
final class Checking {
  private static final int MOST_EVIDENCE = 3;
  private static final int MOST_MOMENTS = 3;
  private static final int LONGEST_NEXT = 120;

  private final Honesty honesty;
  private final Calendars calendars;

  Checking(Honesty honesty, Calendars calendars) {
    this.honesty = honesty;
    this.calendars = calendars;
  }

  FindingsView check(Case matter, Voice t, Instant now, Typing typing) {
    DraftText draft =
        new DraftText(
            typing.text(),
            t.locale(),
            t.zone(),
            now,
            matter.asSubject(),
            promised(typing, t, now),
            HonestWords.warns(typing.text(), t.locale()));
    List<Finding> found = honesty.check(draft, t);
    List<FindingsView.One> shown = new ArrayList<>();
    for (Finding finding : found) {
      shown.add(one(shown.size() + 1, finding, draft));
    }
    boolean stops = shown.stream().anyMatch(FindingsView.One::stops);
    return new FindingsView(t, shown, stops, moments(draft, t));
  }

  /** What stands in the form beside the text. */
  record Typing(String text, String by, boolean nothing) {}

  private DraftText.Promised promised(Typing typing, Voice t, Instant now) {
    if (typing.nothing()) {
      return new DraftText.Promised.Nothing();
    }
    if (typing.by().isBlank()) {
      return new DraftText.Promised.Unknown();
    }
    try {
      return new DraftText.Promised.By(
          ByWhen.read("by", typing.by(), t, now, calendars.office(t.zone())));
    } catch (Refusal unreadable) {
      return new DraftText.Promised.Unknown();
    }
  }

  private static FindingsView.One one(int number, Finding finding, DraftText draft) {
    List<FindingsView.Shown> evidence =
        finding.evidence().stream().limit(MOST_EVIDENCE).map(Checking::shown).toList();
    boolean stops =
        Policy.of(finding) == Policy.REASON
            && (!draft.safety() || finding.kind() == amends.honesty.Kind.BARRED_WORDS);
    return new FindingsView.One(
        number,
        finding.start(),
        finding.end(),
        Plain.line(finding.words(), LONGEST_NEXT),
        finding.reason(),
        evidence,
        finding.evidence().size() - evidence.size(),
        finding.suggestion(),
        finding.start() == finding.end(),
        stops);
  }

  private static FindingsView.Shown shown(Proof proof) {
    return new FindingsView.Shown(proof.words(), proof.link());
  }

  /** Moments that the text names while nothing is promised: the writer confirms one. */
  private List<FindingsView.Said> moments(DraftText draft, Voice t) {
    if (!(draft.promise() instanceof DraftText.Promised.Unknown)) {
      return List.of();
    }
    WorkingCalendar office = calendars.office(t.zone());
    return Moments.in(draft.text(), t.locale(), draft.now(), t.zone(), office).stream()
        .filter(m -> m.due() != null)
        .limit(MOST_MOMENTS)
        .map(m -> said(m, draft, t))
        .toList();
  }

  private static FindingsView.Said said(Moment moment, DraftText draft, Voice t) {
    Instant due = java.util.Objects.requireNonNull(moment.due());
    LocalDateTime at = LocalDateTime.ofInstant(due, t.zone()).truncatedTo(ChronoUnit.MINUTES);
    return new FindingsView.Said(
        moment.words(),
        at.toLocalDate() + " " + at.toLocalTime(),
        t.moment(due),
        next(draft.text(), moment));
  }

  /** The sentence around the moment, without it. */
  private static String next(String text, Moment moment) {
    int start = Math.max(0, before(text, moment.start()));
    int end = after(text, moment.end());
    String said = text.substring(start, moment.start()) + text.substring(moment.end(), end);
    return Plain.line(
        said.replaceAll("\\s+([,.;!?])", "$1").replaceAll("[.;!?,\\s]+$", ""), LONGEST_NEXT);
  }

  private static int before(String text, int at) {
    int i = at;
    while (i > 0 && ".!?\n".indexOf(text.charAt(i - 1)) < 0) {
      i--;
    }
    return i;
  }

  private static int after(String text, int at) {
    int i = at;
    while (i < text.length() && ".!?\n".indexOf(text.charAt(i)) < 0) {
      i++;
    }
    return i;
  }
}
