package amends.messages;

import amends.customers.Purpose;
import amends.customers.QuietHours;
import amends.messages.Clearance.Goes;
import amends.messages.Clearance.Stays;
import amends.messages.ContactFacts.Facts;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/**
 * What may be sent to whom, when: one list of rules, asked in this order, of which the first that
 * stops it decides. Words of safety pass all of them. So does the acknowledgement of what somebody
 * has just written: it is no contact that we sought.
 */
@Component
final class Clearing {
  private final ContactFacts facts;
  private final InstantSource clock;
  private final List<Rule> policy =
      List.of(
          this::basis, this::suppression, this::optOut, this::quiet, this::frequency, this::needs);

  Clearing(ContactFacts facts, InstantSource clock) {
    this.facts = facts;
    this.clock = clock;
  }

  /** One rule; what it does not stop it gives back, perhaps for later. */
  private interface Rule {
    Clearance judge(Outgoing draft, Facts facts, Goes soFar);
  }

  Clearance of(Outgoing draft) {
    Instant earliest = earliest(draft);
    Goes goes = new Goes(earliest, draft.notBefore() == null ? null : "messages.waits.later");
    if (draft.purpose() == Purpose.SAFETY
        || draft.kind() == Outgoing.Kind.ACKNOWLEDGEMENT && draft.purpose() == Purpose.SERVICE) {
      return goes;
    }
    Facts known = facts.of(draft);
    for (Rule rule : policy) {
      Clearance judged = rule.judge(draft, known, goes);
      if (!(judged instanceof Goes on)) {
        return judged;
      }
      goes = on;
    }
    return goes;
  }

  private Instant earliest(Outgoing draft) {
    Instant now = clock.instant();
    Instant asked = draft.notBefore();
    return asked == null || asked.isBefore(now) ? now : asked;
  }

  /** What sells needs a yes; what is about their own matter does not. */
  private Clearance basis(Outgoing draft, Facts known, Goes soFar) {
    boolean agreed = Boolean.TRUE.equals(known.word());
    return draft.purpose() == Purpose.MARKETING && !agreed
        ? new Stays("messages.not-sent.no-consent")
        : soFar;
  }

  private Clearance suppression(Outgoing draft, Facts known, Goes soFar) {
    return known.suppressed() ? new Stays("messages.not-sent.suppressed") : soFar;
  }

  private Clearance optOut(Outgoing draft, Facts known, Goes soFar) {
    return Boolean.FALSE.equals(known.word()) ? new Stays("messages.not-sent.opted-out") : soFar;
  }

  /** What rings waits for the morning where they are; what sells waits whatever it is sent by. */
  private Clearance quiet(Outgoing draft, Facts known, Goes soFar) {
    boolean waits = draft.medium().rings() || draft.purpose() == Purpose.MARKETING;
    if (!waits) {
      return soFar;
    }
    Instant from = soFar.from();
    @Nullable QuietHours usual = facts.quiet(draft, known.zone(), from).orElse(null);
    for (int i = 0; i < 2; i++) {
      from = usual == null ? from : usual.until(from, known.zone());
      from = known.own() == null ? from : known.own().until(from, known.zone());
    }
    return from.equals(soFar.from()) ? soFar : new Goes(from, "messages.waits.quiet");
  }

  private Clearance frequency(Outgoing draft, Facts known, Goes soFar) {
    boolean counts =
        draft.purpose() == Purpose.MARKETING
            || draft.medium() == Medium.SMS && draft.kind().automatic();
    return counts && facts.oneTooMany(draft, soFar.from())
        ? new Stays("messages.not-sent.too-often")
        : soFar;
  }

  /** Nobody is sold anything while something has to be done differently for them. */
  private Clearance needs(Outgoing draft, Facts known, Goes soFar) {
    return draft.purpose() == Purpose.MARKETING && known.needs()
        ? new Stays("messages.not-sent.needs")
        : soFar;
  }
}
