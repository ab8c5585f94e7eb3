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
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.springframework.stereotype.Component;

/** What a word to the customer does to the promises of a case. */
@Component
final class Pledges {
  private final NextMoment nextMoment;
  private final Promises promises;
  private final Times times;
  private final OwedWords owed;
  private final Agreed agreed;

  Pledges(NextMoment nextMoment, Promises promises, Times times, OwedWords owed, Agreed agreed) {
    this.nextMoment = nextMoment;
    this.promises = promises;
    this.times = times;
    this.owed = owed;
    this.agreed = agreed;
  }

  /** By when we look ourselves, and what waits. */
  @Component
  record Times(Rhythm rhythm, WaitRows waits) {}

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

    /** The next word of a rhythm, in the rhythm's own words. */
    boolean isBeat(Case matter, Promise promise) {
      return promise.madeBy().equals(Actor.SYSTEM)
          && cadences
              .running(matter.asSubject(), CadenceRule.Audience.CUSTOMER)
              .filter(cadence -> cadence.promiseId() == promise.id())
              .isPresent();
    }
  }

  /** A contact agreement's rhythm, where one stands, else that of the house. */
  private Instant lookBy(Case matter) {
    Instant usual = times.rhythm().lookBy();
    return agreed
        .rules()
        .standing(matter.id(), ContactRule.Kind.AGREEMENT)
        .map(ContactRule::agreement)
        .map(rule -> times.rhythm().in(rule.everyDays()))
        .filter(usual::isAfter)
        .orElse(usual);
  }

  /**
   * What was promised, and what had been owed before.
   *
   * @param whenChanged nothing was: they hear when something changes
   * @param keeps which word of ours is kept by it
   */
  record Given(Next next, List<Promise> before, boolean whenChanged, Keeps keeps) {
    Given(Next next, List<Promise> before) {
      this(next, before, false, Keeps.THE_EARLIEST);
    }
  }

  /** Which of our words to a customer is kept by a further one. */
  enum Keeps {
    THE_EARLIEST,
    /** What stands was said again: ringing them keeps what was due before it, a letter nothing. */
    THE_EARLIEST_BY_A_CALL,
    NONE
  }

  /** Tells the customer what was promised. */
  interface Saying {
    /**
     * @return what they were told in: a message or a call
     */
    Subject of(Given given);
  }

  /** What was promised, and what it was told in. */
  private record Said(Given given, Subject in) {}

  /**
   * A letter of a colleague's: what it says happens next is promised, and once it has arrived it
   * keeps what a word to the customer keeps.
   *
   * @param atOnce whether it leaves by itself; what people carry tells nobody by a moment
   * @return what the saying did
   * @throws Refusal when the draft does not say what happens next, or not by when
   */
  Subject write(Case matter, Draft draft, boolean atOnce, Saying letter, Actor by) {
    Said said = say(matter, draft, atOnce, letter, by);
    keepWithMessage(matter, said.given(), said.in().id(), by);
    return said.in();
  }

  /** A call that we made: it is a word to the customer, and it has arrived. */
  void rang(Case matter, Draft draft, long call, Actor by) {
    Said said = say(matter, draft, true, given -> Subject.of("call", call), by);
    keepWithCall(matter, said.given(), said.in(), by);
  }

  /**
   * A call that the customer made: they have reached a person, and the words that we had promised
   * them are owed as before, unless whoever took the call says that it settled them.
   *
   * @throws Refusal also when nothing more is to come while a promised word is still owed
   */
  void wasRung(Case matter, Draft draft, long call, Actor by) {
    owed.requireOwed(matter, draft);
    if (draft.nothingMore()) {
      owed.words(matter).stream()
          .filter(p -> p.owed() && p.kind() == Promise.Kind.CONTACT)
          .filter(p -> !draft.settles().contains(p.id()))
          .findFirst()
          .ifPresent(p -> {
            throw new Refusal("settled", "cases.refusal.still-promised", p.words(), p.dueAt());
          });
    }
    List<Promise> words = owed.words(matter);
    Said said = say(matter, draft, true, given -> Subject.of("call", call), by);
    Given given = said.given();
    keepWithCall(matter, new Given(given.next(), without(given.before(), words)), said.in(), by);
  }

  private Said say(Case matter, Draft draft, boolean atOnce, Saying how, Actor by) {
    owed.requireOwed(matter, draft);
    Optional<Promise> moves = atOnce ? moves(matter, draft) : Optional.empty();
    Said said =
        moves.isPresent()
            ? moved(matter, draft, moves.get(), how, by)
            : told(give(matter, draft, by), how);
    return draft.settles().isEmpty() ? said : settled(said, draft.settles(), by);
  }

  /** Whoever says it knows which word it keeps: then it keeps no other. */
  private Said settled(Said said, Set<Long> promised, Actor by) {
    for (long promise : promised) {
      if (said.in().kind().equals("message")) {
        promises.keepOnDelivery(promise, said.in().id());
      } else {
        promises.keep(promise, said.in(), by);
      }
    }
    Given given = said.given();
    List<Promise> others = given.before().stream().filter(p -> !promised.contains(p.id())).toList();
    return new Said(new Given(given.next(), others, given.whenChanged(), Keeps.NONE), said.in());
  }

  private static Said told(Given given, Saying how) {
    return new Said(given, how.of(given));
  }

  private Optional<Promise> moves(Case matter, Draft draft) {
    Instant later = draft.later();
    return agreed.onlyChanges().quietens(matter, draft)
        ? Optional.empty()
        : owed.saidAnew(matter, draft).stream()
            .filter(p -> p.owed() && times.rhythm().ahead(p.dueAt()))
            .filter(p -> later == null || later.isBefore(p.dueAt()))
            .findFirst();
  }

  /** They are told of the other moment before the first has come: it is moved, and not kept. */
  private Said moved(Case matter, Draft draft, Promise old, Saying how, Actor by) {
    List<Promise> before = before(matter, draft);
    List<Said> said = new ArrayList<>();
    promises.move(
        old.id(),
        Objects.requireNonNull(draft.dueAt()),
        anew -> {
          nextMoment.restOn(anew, draft.rests());
          Next next = new Next.By(anew.words(), anew.dueAt(), anew.id());
          said.add(
              told(
                  new Given(next, before, false, isWord(old) ? Keeps.NONE : Keeps.THE_EARLIEST),
                  how));
          return said.getFirst().in();
        },
        by);
    return said.getFirst();
  }

  /**
   * What is promised anew is not done by saying so, also where it was broken. Who hears only when
   * something changes is promised nothing anew.
   */
  private List<Promise> before(Case matter, Draft draft) {
    List<Promise> unkept = owed.unkept(matter);
    return agreed.onlyChanges().quietens(matter, draft)
        ? unkept
        : without(unkept, owed.saidAnew(matter, draft));
  }

  /**
   * A word of ours, and no look at what was given: to speak of that look is a word like any other.
   */
  private static boolean isWord(Promise said) {
    return said.kind() == Promise.Kind.CONTACT;
  }

  private static List<Promise> sooner(List<Promise> all, Promise stands) {
    return all.stream()
        .filter(p -> !isWord(p) || p.broken() || p.dueAt().isBefore(stands.dueAt()))
        .toList();
  }

  private static List<Promise> without(List<Promise> all, List<Promise> those) {
    Set<Long> ids = those.stream().map(Promise::id).collect(Collectors.toSet());
    return all.stream().filter(p -> !ids.contains(p.id())).toList();
  }

  /**
   * Promises what the draft says. "Nothing more unless you write" is written down too: as a look of
   * our own, so that the case is not forgotten while it is the customer's turn.
   */
  private Given give(Case matter, Draft draft, Actor by) {
    List<Promise> before = before(matter, draft);
    if (draft.nothingMore() && agreed.hearAnyway(matter)) {
      throw new Refusal("nothing_more", "cases.cadence.refuse.nothing");
    }
    if (draft.nothingMore()) {
      times.waits().begin(matter, times.waits().forCustomer(lookBy(matter)), by);
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
      return new Given(new Next.NothingMore(), before, true, Keeps.THE_EARLIEST);
    }
    Optional<Promise> again = owed.restated(matter, words, dueAt);
    if (again.isPresent()) {
      Promise stands = again.get();
      Next next = new Next.By(stands.words(), stands.dueAt(), stands.id());
      List<Promise> others = without(before, List.of(stands));
      return isWord(stands)
          ? new Given(next, sooner(others, stands), false, Keeps.THE_EARLIEST_BY_A_CALL)
          : new Given(next, others);
    }
    Promise made =
        nextMoment.promise(matter, Promise.Kind.CONTACT, words, dueAt, by, draft.rests());
    return new Given(new Next.By(made.words(), made.dueAt(), made.id()), before);
  }

  /** What the customer was promised last and is still owed. */
  Optional<Promise> promised(Case matter) {
    return owed.last(matter);
  }

  /** One word keeps one promised word; what was promised for later stays owed. */
  private void keepWithMessage(Case matter, Given given, long message, Actor by) {
    Subject evidence = Subject.of("message", message);
    boolean contactKept = given.keeps() != Keeps.THE_EARLIEST;
    for (Promise promise : given.before()) {
      switch (promise.kind()) {
        case ANSWER -> promises.keepOnDelivery(promise.id(), message);
        case CONTACT -> {
          if (promise.broken() || !contactKept) {
            promises.keepOnDelivery(promise.id(), message);
            contactKept = contactKept || !promise.broken();
          }
        }
        case LOOK -> promises.keep(promise.id(), evidence, by);
        case DEED -> throw new IllegalStateException("no word keeps a deed");
        case FOLLOW_UP, CHECK -> {
          if (promise.broken()) {
            promises.keepOnDelivery(promise.id(), message);
          }
        }
      }
    }
    nextMoment.point(matter.id());
  }

  private void keepWithCall(Case matter, Given given, Subject call, Actor by) {
    boolean contactKept = given.keeps() == Keeps.NONE;
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
      promises.keep(promise.id(), call, by);
    }
    nextMoment.point(matter.id());
  }

  /** Kept by what the customer says when they are asked, and by nothing else while it is owed. */
  private static boolean lookedBack(Promise promise) {
    return promise.kind() == Promise.Kind.FOLLOW_UP || promise.kind() == Promise.Kind.CHECK;
  }
}
