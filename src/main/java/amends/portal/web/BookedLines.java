package amends.portal.web;

import amends.cases.BookedFor;
import amends.cases.Case;
import amends.cases.CustomerBookings;
import amends.shared.Texts.Voice;
import amends.shared.page.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.springframework.stereotype.Component;

/** The customer's bookings and deliveries, as they read them. */
@Component
final class BookedLines {
  private final CustomerBookings bookings;

  BookedLines(CustomerBookings bookings) {
    this.bookings = bookings;
  }

  /**
   * @param whole whether whoever looks may know of what stands outside this case
   */
  List<SheetView.Line> of(Case matter, boolean whole, Voice t, Promised promised) {
    return bookings.of(matter, whole).stream().map(b -> line(b, matter, t, promised)).toList();
  }

  private static SheetView.Line line(BookedFor b, Case here, Voice t, Promised promised) {
    String how =
        Stream.concat(
                Stream.of(how(b, t, promised), moved(b, t), elsewhere(b, here, t)),
                ifNot(b, here).map(then -> t.say("portal.broken.if-not", then)))
            .filter(said -> !said.isEmpty())
            .collect(Collectors.joining(" "));
    return new SheetView.Line(state(b, promised), Promised.sentence(b.words()), how);
  }

  /** Of this case it stands above. */
  private static Stream<String> ifNot(BookedFor b, Case here) {
    return Long.valueOf(here.id()).equals(b.caseId()) ? Stream.of() : b.ifNot().stream();
  }

  private static Clock.State state(BookedFor b, Promised promised) {
    return switch (b.state()) {
      case "kept", "done" -> Clock.State.KEPT;
      case "late", "broken" -> Clock.State.OVERDUE;
      case "danger" -> Clock.State.SOON;
      case "owed" -> promised.soon(b.warnAt()) ? Clock.State.SOON : Clock.State.PLENTY;
      case "waiting" -> Clock.State.PLENTY;
      default -> Clock.State.MOVED;
    };
  }

  private static String how(BookedFor b, Voice t, Promised promised) {
    Instant ended = b.endedAt() == null ? b.at() : b.endedAt();
    return switch (b.state()) {
      case "kept", "done" -> t.say("portal.booked.done", promised.at(ended));
      case "late" -> t.say("portal.booked.late", promised.at(b.at()), promised.at(ended));
      case "broken" -> t.say("portal.booked.broken", promised.at(b.at()));
      case "danger" -> t.say("portal.booked.danger", promised.by(b.at()));
      case "cancelled" ->
          t.say("portal.booked.cancelled." + ("us".equals(b.cancelledBy()) ? "us" : "you"));
      case "waiting" -> waiting(b, t);
      case "released" -> t.say("portal.booked.released");
      default -> t.say("portal.booked.owed", promised.by(b.at()));
    };
  }

  private static String waiting(BookedFor b, Voice t) {
    BookedFor.Begins begins = Objects.requireNonNull(b.begins());
    String length =
        t.counted(
            "cases.condition.length." + begins.after().unit().code(), begins.after().amount());
    return t.say("portal.booked.waiting", begins.waitsFor(), length);
  }

  private static String moved(BookedFor b, Voice t) {
    return b.firstAt().equals(b.at()) ? "" : t.say("portal.booked.moved", t.moment(b.firstAt()));
  }

  /** What can be chosen here stands above; for another case it is said where. */
  private static String elsewhere(BookedFor b, Case here, Voice t) {
    Long caseId = b.caseId();
    if (b.offered().isEmpty() || caseId == null) {
      return "";
    }
    String moments = b.offered().stream().map(t::moment).collect(Collectors.joining("; "));
    return caseId == here.id()
        ? t.say("portal.booked.offered.here", moments)
        : t.say("portal.booked.offered", moments, String.valueOf(caseId));
  }
}
