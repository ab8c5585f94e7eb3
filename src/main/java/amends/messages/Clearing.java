package amends.messages;

import amends.customers.Purpose;
import amends.customers.QuietHours;
import amends.messages.Clearance.Goes;
import amends.messages.Clearance.Stays;
import amends.messages.ContactFacts.Facts;
import amends.messages.ContactFacts.Quiet;
import amends.messages.ContactFacts.To;
import java.time.Instant;
import java.time.InstantSource;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
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

  /** What is to be sent. */
  private record Sought(Medium medium, Purpose purpose, boolean automatic, List<Quiet> quiet) {
    boolean sells() {
      return purpose == Purpose.MARKETING;
    }
  }

  /** Whom it is for, and whether one more from then on would be one too many for them. */
  private record Known(Facts facts, Predicate<Instant> oneTooMany) {}

  /** One rule; what it does not stop it gives back, perhaps for later. */
  private interface Rule {
    Clearance judge(Sought what, Known whom, Goes soFar);
  }

  Clearance of(Outgoing draft) {
    Instant earliest = earliest(draft);
    Goes goes = new Goes(earliest, draft.notBefore() == null ? null : "messages.waits.later");
    if (isAnyTime(draft.purpose(), draft.kind())) {
      return goes;
    }
    Sought what = sought(draft.medium(), draft.purpose(), draft.kind().automatic());
    List<Long> one = List.of(draft.customerId());
    return judged(
        what,
        new Known(
            facts.of(draft),
            at -> !facts.oneTooMany(draft.medium(), draft.purpose(), one, at).isEmpty()),
        goes);
  }

  /** The same of the same words to many, in their order. */
  List<Clearance> of(Medium medium, Purpose purpose, List<To> all) {
    Goes now = new Goes(clock.instant(), null);
    if (purpose == Purpose.SAFETY || all.isEmpty()) {
      return Collections.nCopies(all.size(), now);
    }
    // What goes to many is counted like what the program writes.
    Sought what = sought(medium, purpose, true);
    List<Long> customers = all.stream().map(To::customerId).toList();
    Set<Long> tooMany =
        counts(what) ? facts.oneTooMany(medium, purpose, customers, now.from()) : Set.of();
    List<Facts> known = facts.of(medium, purpose, all);
    List<Clearance> judged = new ArrayList<>();
    for (int i = 0; i < known.size(); i++) {
      boolean over = tooMany.contains(customers.get(i));
      judged.add(judged(what, new Known(known.get(i), at -> over), now));
    }
    return judged;
  }

  /**
   * The same of what was written before and leaves now, in their order. How many they got is not
   * counted again: it is one of them.
   */
  List<Clearance> again(Medium medium, Purpose purpose, Outgoing.Kind kind, List<To> all) {
    Goes now = new Goes(clock.instant(), null);
    if (isAnyTime(purpose, kind)) {
      return Collections.nCopies(all.size(), now);
    }
    Sought what = sought(medium, purpose, kind.automatic());
    return facts.of(medium, purpose, all).stream()
        .map(known -> judged(what, new Known(known, at -> false), now))
        .toList();
  }

  private static boolean isAnyTime(Purpose purpose, Outgoing.Kind kind) {
    return purpose == Purpose.SAFETY
        || kind == Outgoing.Kind.ACKNOWLEDGEMENT && purpose == Purpose.SERVICE;
  }

  private Sought sought(Medium medium, Purpose purpose, boolean automatic) {
    boolean waits = medium.rings() || purpose == Purpose.MARKETING;
    return new Sought(medium, purpose, automatic, waits ? facts.quiet(medium, purpose) : List.of());
  }

  private Clearance judged(Sought what, Known whom, Goes first) {
    Goes goes = first;
    for (Rule rule : policy) {
      Clearance judged = rule.judge(what, whom, goes);
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
  private Clearance basis(Sought what, Known whom, Goes soFar) {
    boolean agreed = Boolean.TRUE.equals(whom.facts().word());
    return what.sells() && !agreed ? new Stays("messages.not-sent.no-consent") : soFar;
  }

  private Clearance suppression(Sought what, Known whom, Goes soFar) {
    return whom.facts().suppressed() ? new Stays("messages.not-sent.suppressed") : soFar;
  }

  private Clearance optOut(Sought what, Known whom, Goes soFar) {
    return Boolean.FALSE.equals(whom.facts().word())
        ? new Stays("messages.not-sent.opted-out")
        : soFar;
  }

  /** What rings waits for the morning where they are; what sells waits whatever it is sent by. */
  private Clearance quiet(Sought what, Known whom, Goes soFar) {
    if (!what.medium().rings() && !what.sells()) {
      return soFar;
    }
    Facts known = whom.facts();
    LocalDate day = soFar.from().atZone(known.zone()).toLocalDate();
    Optional<QuietHours> usual =
        what.quiet().stream().filter(q -> q.holdsOn(day)).map(Quiet::hours).findFirst();
    Instant from = soFar.from();
    for (int i = 0; i < 2; i++) {
      from = usual.isEmpty() ? from : usual.get().until(from, known.zone());
      from = known.own() == null ? from : known.own().until(from, known.zone());
    }
    return from.equals(soFar.from()) ? soFar : new Goes(from, "messages.waits.quiet");
  }

  private Clearance frequency(Sought what, Known whom, Goes soFar) {
    return counts(what) && whom.oneTooMany().test(soFar.from())
        ? new Stays("messages.not-sent.too-often")
        : soFar;
  }

  private static boolean counts(Sought what) {
    return what.sells() || what.medium() == Medium.SMS && what.automatic();
  }

  /** Nobody is sold anything while something has to be done differently for them. */
  private Clearance needs(Sought what, Known whom, Goes soFar) {
    return what.sells() && whom.facts().needs() ? new Stays("messages.not-sent.needs") : soFar;
  }
}
