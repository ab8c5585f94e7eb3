package amends.cases;

import amends.promises.Promise;
import amends.promises.Promises;
import amends.shared.Refusal;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.springframework.stereotype.Component;

/** What the customer of a case was promised and has not got, and what says it once more. */
@Component
public final class OwedWords {
  private final Promises promises;
  private final NextMoment nextMoment;
  private final WaitRows waits;
  private final Pledges.Agreed agreed;

  OwedWords(Promises promises, NextMoment nextMoment, WaitRows waits, Pledges.Agreed agreed) {
    this.promises = promises;
    this.nextMoment = nextMoment;
    this.waits = waits;
    this.agreed = agreed;
  }

  /**
   * Owed and not on its way, or broken and not made good; the earliest first. A word to the
   * customer is no look at what we wait for from somebody else.
   */
  List<Promise> unkept(Case matter) {
    Set<Long> others = new HashSet<>(waits.looksForOthers(matter.id()));
    others.addAll(nextMoment.meant(matter.id()));
    return promises.about(matter.asSubject()).stream()
        .filter(p -> p.evidence() == null && !others.contains(p.id()))
        .filter(p -> p.kind() != Promise.Kind.DEED)
        .filter(p -> p.owed() || (p.broken() && p.moments().madeGoodAt() == null))
        .sorted(Comparator.comparing(Promise::dueAt))
        .toList();
  }

  /** A word of ours, or the question whether what was given works; also where it was broken. */
  List<Promise> words(Case matter) {
    return unkept(matter).stream().filter(OwedWords::isWord).toList();
  }

  /** What a colleague can say that a word of theirs, or a call of the customer's, has settled. */
  public List<Promise> settled(Case matter) {
    return words(matter).stream().filter(p -> p.kind() == Promise.Kind.CONTACT).toList();
  }

  private static boolean isWord(Promise promise) {
    return promise.kind() == Promise.Kind.CONTACT || promise.kind() == Promise.Kind.CHECK;
  }

  /** What the customer was promised last and is still owed. */
  Optional<Promise> last(Case matter) {
    return owed(matter).max(Comparator.comparing(Promise::id));
  }

  private Stream<Promise> owed(Case matter) {
    return promises.about(matter.asSubject()).stream()
        .filter(p -> p.owed() && p.evidence() == null && isWord(p));
  }

  /**
   * To confirm in writing what is promised already, word for word and to the minute, is no second
   * promise, and does not keep the first.
   */
  Optional<Promise> restated(Case matter, String words, Instant dueAt) {
    return owed(matter)
        .filter(p -> p.words().strip().equals(words.strip()))
        .filter(p -> minute(p.dueAt()).equals(minute(dueAt)))
        .findFirst();
  }

  /**
   * What was promised in the same words for another moment and is not done by this: the earliest
   * first. A word of a rhythm is kept by any word, also by one that says the same.
   */
  public List<Promise> saidAnew(Case matter, Draft draft) {
    String words = draft.words();
    Instant dueAt = draft.dueAt();
    if (draft.nothingMore() || words == null || words.isBlank() || dueAt == null) {
      return List.of();
    }
    return words(matter).stream()
        .filter(p -> folded(p.words()).equals(folded(words)))
        .filter(p -> !minute(p.dueAt()).equals(minute(dueAt)))
        .filter(p -> !draft.settles().contains(p.id()) && !agreed.isBeat(matter, p))
        .toList();
  }

  private static Instant minute(Instant at) {
    return at.truncatedTo(ChronoUnit.MINUTES);
  }

  /** Without what nobody reads as a difference. */
  private static String folded(String words) {
    return words.strip().replaceAll("\\s+", " ").replaceAll("[.!…]+$", "").toLowerCase(Locale.ROOT);
  }

  /**
   * @throws Refusal when it settles what is not owed here
   */
  void requireOwed(Case matter, Draft draft) {
    if (draft.settles().isEmpty()) {
      return;
    }
    Set<Long> owed = settled(matter).stream().map(Promise::id).collect(Collectors.toSet());
    if (!owed.containsAll(draft.settles())) {
      throw new Refusal("settled", "cases.refusal.settles-other");
    }
  }
}
