package amends.honesty;

import amends.messages.Next;
import amends.messages.Outgoing;
import amends.messages.SendGate;
import amends.shared.Refusal;
import amends.shared.Texts;
import amends.staff.Staff;
import java.time.InstantSource;
import java.time.ZoneId;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.springframework.stereotype.Component;

/**
 * Commitment 3 at the send gate: what breaks a commitment goes out with a reason only. Warnings of
 * a danger are never held up, but for words that the law bars from them; what the program itself
 * writes was read before it was built in.
 */
@Component
final class HonestyGate implements SendGate {
  /** The key of what it says. */
  static final String STOPPED = "honesty.refusal.stopped";

  private static final int LONGEST_QUOTE = 120;

  private final Honesty honesty;
  private final Overrulings overrulings;
  private final InstantSource clock;
  private final Texts texts;
  private final Staff staff;

  HonestyGate(
      Honesty honesty, Overrulings overrulings, InstantSource clock, Texts texts, Staff staff) {
    this.honesty = honesty;
    this.overrulings = overrulings;
    this.clock = clock;
    this.texts = texts;
    this.staff = staff;
  }

  @Override
  public Optional<Refusal> stop(Outgoing draft) {
    if (draft.kind().automatic()) {
      return Optional.empty();
    }
    DraftText text = text(draft);
    List<Finding> stopping =
        honesty.check(text, texts.voice(text.locale(), text.zone())).stream()
            .filter(finding -> Policy.of(finding) == Policy.REASON)
            .filter(finding -> !text.safety() || finding.kind() == Kind.BARRED_WORDS)
            .toList();
    List<String> rules = stopping.stream().map(Finding::rule).distinct().toList();
    if (stopping.isEmpty() || overrulings.use(draft.about(), draft.author(), rules)) {
      return Optional.empty();
    }
    Finding first = stopping.getFirst();
    return Optional.of(new Refusal("text", STOPPED, quoted(first.words()), first.reason()));
  }

  private DraftText text(Outgoing draft) {
    var brand = staff.brand(draft.brandId());
    Locale locale = brand.locale();
    ZoneId zone = brand.zone();
    DraftText.Promised promised =
        switch (draft.next()) {
          case Next.By by -> new DraftText.Promised.By(by.dueAt());
          case Next.NothingMore nothing -> new DraftText.Promised.Nothing();
        };
    return new DraftText(
        draft.body(),
        locale,
        zone,
        clock.instant(),
        draft.about(),
        promised,
        HonestWords.warns(draft.body(), locale));
  }

  private static String quoted(String words) {
    return words.length() <= LONGEST_QUOTE ? words : words.substring(0, LONGEST_QUOTE - 1) + "…";
  }
}
