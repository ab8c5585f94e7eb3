package amends.cases.web;

import amends.cases.PromisedWithOthers;
import amends.promises.Promise;
import amends.shared.Texts.Voice;
import amends.time.Because;
import amends.time.Calendars;
import amends.time.WorkingCalendar;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;
import org.springframework.stereotype.Component;

/** What was promised to the customer of a case: in it, and together with others. */
@Component
final class PromisedSide {
  private static final int MOST_PAST = 6;

  private final Calendars calendars;
  private final PromisedWithOthers toMany;

  PromisedSide(Calendars calendars, PromisedWithOthers toMany) {
    this.calendars = calendars;
    this.toMany = toMany;
  }

  /**
   * @param works whether the viewer may act on those of the case; on what was said to many nobody
   *     may here
   */
  List<Side.Promise> of(Opened opened, boolean works) {
    List<Promise> all = opened.file().promises();
    List<Long> merged = opened.parts().stream().map(p -> p.file().matter().id()).toList();
    List<Promise> many = toMany.of(opened.file().matter(), merged, true);
    return Stream.of(
            open(all).map(p -> line(opened, p, works)),
            open(many).map(p -> said(opened, p)),
            past(all).map(p -> line(opened, p, works)),
            past(many).map(p -> said(opened, p)))
        .flatMap(lines -> lines)
        .toList();
  }

  private static Stream<Promise> open(List<Promise> all) {
    return all.stream().filter(PromisedSide::open).sorted(Comparator.comparing(Promise::dueAt));
  }

  private static Stream<Promise> past(List<Promise> all) {
    return all.stream()
        .filter(p -> !open(p))
        .sorted(Comparator.comparing(Promise::madeAt).reversed())
        .limit(MOST_PAST);
  }

  /** What is broken stands first until it is made good: it is what the customer waits for most. */
  private static boolean open(Promise promise) {
    return promise.owed() || promise.broken() && promise.moments().madeGoodAt() == null;
  }

  private Side.Promise line(Opened opened, Promise p, boolean works) {
    return new Side.Promise(
        words(opened, p),
        who(opened, p) + because(opened, p),
        opened.clock(p),
        works && opened.movable(p) ? acts(opened, p) : null);
  }

  private static Side.Promise said(Opened opened, Promise p) {
    return new Side.Promise(
        p.words(), opened.t().say("cases.side.many", who(opened, p)), opened.clock(p), null);
  }

  private static String acts(Opened opened, Promise promise) {
    return "/cases/" + opened.file().matter().id() + "/promises/" + promise.id();
  }

  private static String who(Opened opened, Promise promise) {
    Voice t = opened.t();
    String owner = opened.names().owner(promise.owner());
    String by = t.at(promise.dueAt(), opened.now());
    Promise first = opened.first(promise);
    return first == promise
        ? t.say("cases.side.who", owner, by)
        : t.say("cases.side.who.first", owner, by, t.at(first.dueAt(), opened.now()));
  }

  /** What lies between now and then that one would not think of. */
  private String because(Opened opened, Promise promise) {
    if (!promise.owed() || !promise.dueAt().isAfter(opened.now())) {
      return "";
    }
    WorkingCalendar office = calendars.office(opened.t().zone());
    String why = new Because(office, opened.t()).between(opened.now(), promise.dueAt());
    return why.isEmpty() ? "" : opened.t().say("cases.side.because", why);
  }

  /** A look of our own stands among the promises, but nobody was promised it. */
  private static String words(Opened opened, Promise promise) {
    return promise.kind() == Promise.Kind.LOOK
        ? opened.t().say("cases.side.look", promise.words())
        : promise.words();
  }
}
