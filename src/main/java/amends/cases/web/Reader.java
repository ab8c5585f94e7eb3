package amends.cases.web;

import amends.cases.Case;
import amends.cases.Draft;
import amends.cases.HourLoad;
import amends.cases.OwedWords;
import amends.customers.Customer;
import amends.promises.Promise;
import amends.shared.Refusal;
import amends.shared.Texts;
import amends.shared.Texts.Voice;
import amends.shared.page.Choice;
import amends.shared.page.Clock;
import amends.time.Because;
import amends.time.ByWhen;
import amends.time.Calendars;
import amends.time.WorkingCalendar;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/**
 * Says how "what happens next, by when" was understood, in the viewer's zone and the customer's.
 */
@Component
final class Reader {
  private final Texts texts;
  private final Calendars calendars;
  private final HourLoad loads;
  private final OwedWords owed;

  Reader(Texts texts, Calendars calendars, HourLoad loads, OwedWords owed) {
    this.loads = loads;
    this.owed = owed;
    this.texts = texts;
    this.calendars = calendars;
  }

  /**
   * What was typed of it.
   *
   * @param done the number of a promise that the reply does, as it was ticked
   */
  record Said(String next, String by, boolean nothing, String done) {}

  NextRead read(Voice t, Instant now, For whom, Said said) {
    Customer customer = whom.customer();
    String by = said.by();
    boolean nothing = said.nothing();
    if (nothing || by.isBlank()) {
      return new NextRead(t, customer.name(), null, "", null, nothing, "", "", null, null);
    }
    try {
      WorkingCalendar office = calendars.office(t.zone());
      Instant at = ByWhen.read("by", by, t, now, office);
      String because = new Because(office, t).between(now, at);
      String span = Clock.span(t, Duration.between(now, at));
      return new NextRead(
          t,
          customer.name(),
          t.moment(at),
          span,
          theirs(t, customer, at),
          false,
          because,
          load(t, whom.matter(), at),
          again(t, whom.matter(), new Draft("", said.next(), at, false), said.done()),
          null);
    } catch (Refusal unreadable) {
      String error = t.say(unreadable.key(), unreadable.args());
      return new NextRead(t, customer.name(), null, "", null, false, "", "", null, error);
    }
  }

  /** In which case something is promised, and to whom. */
  record For(Case matter, Customer customer) {}

  /** The same words, promised for another moment: that is moved by this, unless this does it. */
  private NextRead.@Nullable Again again(Voice t, Case matter, Draft said, String done) {
    List<Promise> before = owed.saidAnew(matter, said);
    if (before.isEmpty()) {
      return null;
    }
    Promise promise = before.getFirst();
    String id = String.valueOf(promise.id());
    String key = promise.broken() ? "cases.next.again.broken" : "cases.next.again";
    return new NextRead.Again(t.say(key, promise.dueAt()), promise.id(), id.equals(done));
  }

  /** Words that a call of the customer's may have settled, the earliest first. */
  List<Choice> settled(Voice t, Instant now, Case matter) {
    List<Choice> all = new ArrayList<>();
    for (Promise promise : owed.settled(matter)) {
      all.add(
          Choice.of(
              String.valueOf(promise.id()),
              t.say("cases.call.settled.word", promise.words(), t.at(promise.dueAt(), now))));
    }
    if (!all.isEmpty()) {
      all.addFirst(Choice.of("", t.say("cases.call.settled.none")));
    }
    return all;
  }

  /** Who works at that hour, and what is due from them anyway. */
  private String load(Voice t, Case matter, Instant at) {
    HourLoad.Load load = loads.at(matter, at);
    String owner = load.owner();
    if (load.atWork() == 0) {
      return owner == null
          ? t.say("cases.load.nobody", load.team())
          : t.say("cases.load.away", owner);
    }
    String works =
        owner == null
            ? t.counted("cases.load.team", load.atWork())
            : t.say("cases.load.person", owner);
    String form = load.others() == 0 ? "none" : load.others() == 1 ? "one" : "other";
    return t.say("cases.load.others." + form, works, load.others());
  }

  private @Nullable String theirs(Voice t, Customer customer, Instant at) {
    ZoneId zone = customer.zone();
    boolean same = zone.getRules().getOffset(at).equals(t.zone().getRules().getOffset(at));
    return same ? null : texts.voice(t.locale(), zone).moment(at);
  }
}
