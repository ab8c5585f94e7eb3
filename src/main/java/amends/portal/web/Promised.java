package amends.portal.web;

import amends.portal.PortalFile;
import amends.promises.Promise;
import amends.shared.Texts.Voice;
import amends.shared.page.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Stream;

/** Tells promises as the customer reads them: honest about those that were broken. */
final class Promised {
  private final Voice t;
  private final Instant now;

  Promised(Voice t, Instant now) {
    this.t = t;
    this.now = now;
  }

  /**
   * What is owed first, then what became of the others, the newest first. Our own looks are ours.
   *
   * @param many what was promised to them together with others
   */
  List<SheetView.Line> lines(PortalFile file, List<Promise> many) {
    return Stream.concat(
            file.file().promises().stream()
                .filter(p -> p.kind() != Promise.Kind.LOOK && !unheard(p, file) && !undone(p)),
            many.stream())
        .sorted(
            Comparator.comparing((Promise p) -> !p.owed())
                .thenComparing(p -> p.owed() ? p.dueAt() : Instant.MAX)
                .thenComparing(Promise::madeAt, Comparator.reverseOrder()))
        .map(p -> many.contains(p) ? withOthers(line(p)) : line(p))
        .toList();
  }

  private SheetView.Line withOthers(SheetView.Line line) {
    return new SheetView.Line(line.state(), line.words(), t.say("portal.promise.many", line.how()));
  }

  /** They never heard of it: the letter that told of the new moment did not arrive. */
  private static boolean unheard(Promise promise, PortalFile file) {
    return promise.moments().releasedAt() != null
        && file.file().promises().stream()
            .anyMatch(
                p -> Objects.equals(p.id(), promise.followsId()) && p.moments().untoldAt() != null);
  }

  /**
   * What is not asked after any more was not given, or is stopped, and what they receive says so;
   * that a colleague gave something and undid it at once is nothing to tell.
   */
  private static boolean undone(Promise promise) {
    return promise.kind() == Promise.Kind.CHECK && promise.moments().releasedAt() != null;
  }

  private SheetView.Line line(Promise p) {
    Promise.Moments m = p.moments();
    if (m.brokenAt() != null) {
      return m.madeGoodAt() == null
          ? of(Clock.State.OVERDUE, p, "portal.promise.broken", p.dueAt())
          : line(
              Clock.State.OVERDUE,
              p,
              t.say("portal.promise.late", at(p.dueAt()), at(m.madeGoodAt())));
    }
    if (m.keptAt() != null) {
      return of(Clock.State.KEPT, p, "portal.promise.kept", m.keptAt());
    }
    if (m.movedAt() != null) {
      return of(Clock.State.MOVED, p, "portal.promise.moved", m.movedAt());
    }
    if (m.agreedAt() != null) {
      return of(Clock.State.MOVED, p, "portal.promise.agreed", m.agreedAt());
    }
    if (m.releasedAt() != null) {
      return of(Clock.State.MOVED, p, "portal.promise.released", m.releasedAt());
    }
    return line(soon(p.warnAt()) ? Clock.State.SOON : Clock.State.PLENTY, p, by(p.dueAt()));
  }

  private SheetView.Line of(Clock.State state, Promise p, String key, Instant at) {
    return line(state, p, t.say(key, at(at)));
  }

  private static SheetView.Line line(Clock.State state, Promise p, String how) {
    return new SheetView.Line(state, sentence(p.words()), how);
  }

  /** "today by 17:00", "tomorrow by 17:00", "by Tuesday 12 May, 17:00". */
  String by(Instant at) {
    long days =
        ChronoUnit.DAYS.between(
            LocalDate.ofInstant(now, t.zone()), LocalDate.ofInstant(at, t.zone()));
    return days == 0
        ? t.say("portal.by.today", t.clockTime(at))
        : days == 1
            ? t.say("portal.by.tomorrow", t.clockTime(at))
            : t.say("portal.by.day", t.moment(at));
  }

  String at(Instant at) {
    return t.dayFrom(at, now).equals(t.day(at))
        ? t.moment(at)
        : t.say("portal.at", t.dayFrom(at, now).toLowerCase(t.locale()), t.clockTime(at));
  }

  boolean soon(Instant warnAt) {
    return !now.isBefore(warnAt);
  }

  /** What the customer waits for: what burns first, else what is owed next. */
  static Optional<Promise> next(PortalFile file) {
    Long id = file.file().matter().nextPromiseId();
    Optional<Promise> burning =
        file.file().promises().stream()
            .filter(p -> p.broken() && p.moments().madeGoodAt() == null)
            .min(Comparator.comparing(Promise::dueAt));
    return burning.or(
        () -> file.file().promises().stream().filter(p -> id != null && p.id() == id).findFirst());
  }

  static String sentence(String words) {
    String plain = words.strip();
    return plain.isEmpty()
        ? plain
        : plain.substring(0, plain.offsetByCodePoints(0, 1)).toUpperCase(java.util.Locale.ROOT)
            + plain.substring(plain.offsetByCodePoints(0, 1));
  }
}
