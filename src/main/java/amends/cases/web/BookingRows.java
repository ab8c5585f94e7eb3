package amends.cases.web;

import amends.cases.ArrivalList;
import amends.cases.BookingDesk.Line;
import amends.cases.Breach;
import amends.promises.Begin;
import amends.promises.Booked;
import amends.promises.Booking;
import amends.promises.BookingList;
import amends.promises.BookingSheet;
import amends.shared.Refusal;
import amends.shared.Texts.Voice;
import amends.shared.page.Clock;
import amends.shared.page.Form;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** What was agreed elsewhere, in words. */
@Component
final class BookingRows {
  private static final int LISTED = 50;

  BookingView.Row row(Ask ask, Line line) {
    Voice t = ask.page().t();
    Instant due = due(line);
    Begin begin = line.booking().sheet().begin();
    return new BookingView.Row(
        "/bookings/" + line.booking().id(),
        line.customer(),
        line.booking().sheet().words(),
        owner(t, line),
        clock(ask, line),
        t.say("cases.booking.state." + line.state()),
        due,
        begin == null || !line.booking().waits()
            ? t.at(due, ask.page().now())
            : t.say("cases.booking.waits", begin.waitsFor()));
  }

  private static Instant due(Line line) {
    return Objects.requireNonNullElse(line.promisedAt(), line.booking().sheet().dueAt());
  }

  private static String owner(Voice t, Line line) {
    return line.owner() == null ? t.say("cases.a-team") : line.owner();
  }

  private static @Nullable Clock clock(Ask ask, Line line) {
    Instant promised = line.promisedAt();
    Instant warn = line.warnAt();
    boolean runs = List.of("owed", "danger", "broken").contains(line.state());
    return !runs || promised == null || warn == null
        ? null
        : Clock.running(
            ask.page().t(), promised, ask.page().now(), Duration.between(warn, promised));
  }

  BookingView.One one(Ask ask, Form form, Line line, List<Breach> missed, boolean works) {
    Voice t = ask.page().t();
    Booking booking = line.booking();
    boolean slot = line.state().equals("danger");
    return new BookingView.One(
        ask.page(),
        form,
        booking.id(),
        booking.sheet().words(),
        line.customer(),
        "/customers/" + booking.sheet().customerId(),
        clock(ask, line),
        t.say("cases.booking.state." + line.state()),
        facts(ask, line),
        notes(ask, line),
        missed.stream()
            .map(breach ->
                new BookingView.Missed(
                    breach.guarantee().title(),
                    breach.guarantee().ifNot(),
                    "/guarantees/" + breach.guarantee().id()))
            .toList(),
        slot && moved(line) ? "/promises/dangers/slot/" + booking.id() : null,
        works && !booking.over() && !booking.waits(),
        works && booking.waits());
  }

  private static boolean moved(Line line) {
    return line.promisedAt() != null
        && (!line.promisedAt().equals(line.booking().sheet().dueAt())
            || line.booking().cancelledAt() != null);
  }

  private static List<String> notes(Ask ask, Line line) {
    Voice t = ask.page().t();
    List<String> notes = new ArrayList<>();
    Begin begin = line.booking().sheet().begin();
    if (begin != null && line.booking().waits()) {
      notes.add(
          t.say(
              "cases.booking.note.waits",
              begin.waitsFor(),
              ConditionPages.length(t, begin.after()),
              t.at(begin.expectedBy(), ask.page().now())));
    }
    if (line.state().equals("asked")) {
      notes.add(t.say("cases.booking.note.asked", owner(t, line)));
    }
    if (line.booking().passedOnAt() != null) {
      notes.add(t.say("cases.booking.note.passed-on", t.date(line.booking().passedOnAt())));
    }
    boolean counted = line.state().equals("danger");
    if (counted && line.booking().cancelledAt() != null) {
      notes.add(t.say("cases.booking.note.cancelled", t.at(due(line), ask.page().now())));
    } else if (counted && moved(line)) {
      notes.add(
          t.say(
              "cases.booking.note.moved",
              t.at(line.booking().sheet().dueAt(), ask.page().now()),
              t.at(due(line), ask.page().now())));
    }
    return notes;
  }

  private static List<Side.Fact> facts(Ask ask, Line line) {
    Voice t = ask.page().t();
    BookingSheet sheet = line.booking().sheet();
    List<Side.Fact> facts = new ArrayList<>();
    if (!line.booking().waits()) {
      facts.add(Side.Fact.of(t.say("cases.booking.due"), t.at(due(line), ask.page().now())));
    }
    facts.add(Side.Fact.of(t.say("cases.booking.owner"), owner(t, line)));
    add(facts, t.say("cases.booking.basis"), sheet.basis());
    add(facts, t.say("cases.booking.place"), sheet.place());
    facts.add(new Side.Fact(t.say("cases.booking.number"), sheet.externalId(), null, true));
    facts.add(
        Side.Fact.of(
            t.say("cases.booking.from"), t.say("cases.booking.source." + line.booking().source())));
    add(facts, t.say("cases.booking.shown"), line.booking().shownBy());
    if (line.caseId() != null) {
      String id = String.valueOf(line.caseId());
      facts.add(new Side.Fact(t.say("cases.booking.case"), id, "/cases/" + id, true));
    }
    return facts;
  }

  private static void add(List<Side.Fact> facts, String label, String value) {
    if (!value.isBlank()) {
      facts.add(Side.Fact.of(label, value));
    }
  }

  BookingView.Taken taken(Ask ask, List<BookingList.Entry> told) {
    Voice t = ask.page().t();
    List<String> refused =
        told.stream()
            .filter(e -> e.told().refusal() != null)
            .limit(LISTED)
            .map(e -> refused(t, e.place(), e.name(), e.told().refusal()))
            .toList();
    return new BookingView.Taken(
        t.say(
            "cases.booking.taken",
            count(told, Booked.What.CREATED),
            count(told, Booked.What.UPDATED),
            count(told, Booked.What.UNCHANGED),
            count(told, Booked.What.REFUSED)),
        refused);
  }

  private static String refused(Voice t, long place, String name, @Nullable Refusal why) {
    return t.say(
        "cases.booking.refused", String.valueOf(place), name, t.say(Objects.requireNonNull(why)));
  }

  /** What became of a list of what has come. */
  BookingView.Taken come(Ask ask, List<ArrivalList.Line> lines) {
    Voice t = ask.page().t();
    List<ArrivalList.Line> taken = lines.stream().filter(l -> l.refusal() == null).toList();
    return new BookingView.Taken(
        t.say(
            "cases.arrival.taken",
            taken.stream().mapToInt(ArrivalList.Line::begun).sum(),
            (int) taken.stream().filter(l -> l.begun() == 0).count(),
            lines.size() - taken.size()),
        lines.stream()
            .filter(l -> l.refusal() != null)
            .limit(LISTED)
            .map(l -> refused(t, l.place(), l.name(), l.refusal()))
            .toList());
  }

  private static int count(List<BookingList.Entry> told, Booked.What what) {
    return Math.toIntExact(told.stream().filter(e -> e.told().what() == what).count());
  }
}
