package amends.cases;

import amends.messages.Next;
import amends.promises.CadenceRule;
import amends.promises.Cadences;
import amends.promises.Promise;
import amends.promises.Promises;
import amends.shared.Actor;
import amends.shared.Refusal;
import amends.shared.Subject;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.springframework.stereotype.Component;

/** What a word to the customer does to the promises of a case. */
@Component
final class Pledges {
  private final NextMoment nextMoment;
  private final Promises promises;
  private final Rhythm rhythm;
  private final WaitRows waits;
  private final Agreed agreed;

  Pledges(NextMoment nextMoment, Promises promises, Rhythm rhythm, WaitRows waits, Agreed agreed) {
    this.nextMoment = nextMoment;
    this.promises = promises;
    this.rhythm = rhythm;
    this.waits = waits;
    this.agreed = agreed;
  }

  /** How contact is kept in a case: what a rule says, and what the customer wants. */
  @Component
  record Agreed(RuleRows rules, OnlyChanges onlyChanges, Cadences cadences, Promises promises) {
    /** Whether they were told that they hear again even when there is nothing new. */
    boolean hearAnyway(Case matter) {
      return cadences
          .running(matter.asSubject(), CadenceRule.Audience.CUSTOMER)
          .map(cadence -> promises.promise(cadence.promiseId()))
          .filter(next -> next.kind() != Promise.Kind.LOOK)
          .isPresent();
    }
  }

  /** A contact agreement's rhythm, where one stands, else that of the house. */
  private Instant lookBy(Case matter) {
    Instant usual = rhythm.lookBy();
    return agreed
        .rules()
        .standing(matter.id(), ContactRule.Kind.AGREEMENT)
        .map(ContactRule::agreement)
        .map(rule -> rhythm.in(rule.everyDays()))
        .filter(usual::isAfter)
        .orElse(usual);
  }

  /**
   * What was promised, and what had been owed before.
   *
   * @param whenChanged nothing was: they hear when something changes
   */
  record Given(Next next, List<Promise> before, boolean whenChanged) {
    Given(Next next, List<Promise> before) {
      this(next, before, false);
    }
  }

  /**
   * Promises what the draft says. "Nothing more unless you write" is written down too: as a look of
   * our own, so that the case is not forgotten while it is the customer's turn.
   *
   * @throws Refusal when the draft does not say what happens next, or not by when
   */
  Given give(Case matter, Draft draft, Actor by) {
    List<Promise> before = unkept(matter);
    if (draft.nothingMore() && agreed.hearAnyway(matter)) {
      throw new Refusal("nothing_more", "cases.cadence.refuse.nothing");
    }
    if (draft.nothingMore()) {
      waits.begin(matter, waits.forCustomer(lookBy(matter)), by);
      return new Given(new Next.NothingMore(), before);
    }
    String words = draft.words();
    Instant dueAt = draft.dueAt();
    if (words == null || words.isBlank()) {
      throw new Refusal("next", "cases.refusal.no-next");
    }
    if (dueAt == null) {
      throw new Refusal("by", "cases.refusal.no-moment");
    }
    if (agreed.onlyChanges().quietens(matter, draft)) {
      nextMoment.promise(matter, Promise.Kind.LOOK, words, dueAt, by);
      return new Given(new Next.NothingMore(), before, true);
    }
    Optional<Promise> again = restated(matter, words, dueAt);
    if (again.isPresent()) {
      Promise stands = again.get();
      return new Given(
          new Next.By(stands.words(), stands.dueAt(), stands.id()),
          before.stream().filter(p -> p.id() != stands.id()).toList());
    }
    Promise made =
        nextMoment.promise(matter, Promise.Kind.CONTACT, words, dueAt, by, draft.rests());
    return new Given(new Next.By(made.words(), made.dueAt(), made.id()), before);
  }

  /**
   * To confirm in writing what is promised already, word for word and to the minute, is no second
   * promise, and does not keep the first.
   */
  private Optional<Promise> restated(Case matter, String words, Instant dueAt) {
    return owedContact(matter)
        .filter(p -> p.words().strip().equals(words.strip()))
        .filter(p -> minute(p.dueAt()).equals(minute(dueAt)))
        .findFirst();
  }

  /** What the customer was promised last and is still owed. */
  Optional<Promise> promised(Case matter) {
    return owedContact(matter).max(Comparator.comparing(Promise::id));
  }

  /** A word of ours, or the question whether what was given works: to say it again is none more. */
  private Stream<Promise> owedContact(Case matter) {
    return promises.about(matter.asSubject()).stream()
        .filter(p -> p.owed() && p.evidence() == null)
        .filter(p -> p.kind() == Promise.Kind.CONTACT || p.kind() == Promise.Kind.CHECK);
  }

  private static Instant minute(Instant at) {
    return at.truncatedTo(ChronoUnit.MINUTES);
  }

  /** The message keeps, once it has arrived, what a word to the customer keeps. */
  void keepWithMessage(Case matter, Given given, long message, Actor by) {
    Subject evidence = Subject.of("message", message);
    boolean contactKept = false;
    for (Promise promise : given.before()) {
      switch (promise.kind()) {
        case ANSWER -> promises.keepOnDelivery(promise.id(), message);
        case CONTACT -> {
          // One word keeps one promised word; what was promised for later stays owed.
          if (promise.broken() || !contactKept) {
            promises.keepOnDelivery(promise.id(), message);
            contactKept = contactKept || !promise.broken();
          }
        }
        case LOOK -> promises.keep(promise.id(), evidence, by);
        case FOLLOW_UP, CHECK -> {
          if (promise.broken()) {
            promises.keepOnDelivery(promise.id(), message);
          }
        }
      }
    }
    nextMoment.point(matter.id());
  }

  /** A call was made or taken: it is a word to the customer, and it has arrived. */
  void keepWithCall(Case matter, Given given, long call, Actor by) {
    Subject evidence = Subject.of("call", call);
    boolean contactKept = false;
    for (Promise promise : given.before()) {
      if (lookedBack(promise) && !promise.broken()) {
        continue;
      }
      if (promise.kind() == Promise.Kind.CONTACT && !promise.broken()) {
        if (contactKept) {
          continue;
        }
        contactKept = true;
      }
      promises.keep(promise.id(), evidence, by);
    }
    nextMoment.point(matter.id());
  }

  /** Kept by what the customer says when they are asked, and by nothing else while it is owed. */
  private static boolean lookedBack(Promise promise) {
    return promise.kind() == Promise.Kind.FOLLOW_UP || promise.kind() == Promise.Kind.CHECK;
  }

  /**
   * Owed and not on its way, or broken and not made good; the earliest first. A word to the
   * customer is no look at what we wait for from somebody else.
   */
  private List<Promise> unkept(Case matter) {
    Set<Long> others = new HashSet<>(waits.looksForOthers(matter.id()));
    others.addAll(nextMoment.meant(matter.id()));
    return promises.about(matter.asSubject()).stream()
        .filter(p -> p.evidence() == null && !others.contains(p.id()))
        .filter(p -> p.owed() || (p.broken() && p.moments().madeGoodAt() == null))
        .sorted(Comparator.comparing(Promise::dueAt))
        .toList();
  }
}
