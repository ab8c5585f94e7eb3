package amends.promises;

import amends.shared.Actor;
import amends.shared.Acts;
import amends.shared.NotFound;
import amends.shared.Refusal;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/**
 * Visits, deliveries and the like that were agreed elsewhere: each is a promise in the ledger, with
 * alarms like the others, and needs no case.
 */
@Component
public final class Bookings {
  private static final int LONGEST = 500;

  private final Acts acts;
  private final InstantSource clock;
  private final BookingRows rows;
  private final BookingPromises promises;
  private final Expecting expecting;

  Bookings(
      Acts acts,
      InstantSource clock,
      BookingRows rows,
      BookingPromises promises,
      Expecting expecting) {
    this.expecting = expecting;
    this.acts = acts;
    this.clock = clock;
    this.rows = rows;
    this.promises = promises;
  }

  /**
   * Takes a list in one act: what is new is promised, what differs is changed, what is equal is no
   * change, and what cannot be is refused by itself, without the others. In one list the last word
   * on a number counts. A number that is told of another customer is another booking.
   *
   * @param source api, csv, ics or hand
   * @param reach which of those that are known already may be changed by it
   * @return what became of each, in their order
   */
  public List<Booked> enter(
      List<BookingSheet> sheets, String source, Actor by, Predicate<Booking> reach) {
    return acts.call(() -> {
      Map<String, BookingSheet> last = new HashMap<>();
      sheets.forEach(sheet -> last.put(sheet.externalId(), sheet));
      Map<String, Booking> known = rows.lock(last.keySet());
      List<Booked> all = new ArrayList<>();
      for (BookingSheet sheet : sheets) {
        all.add(
            last.get(sheet.externalId()) == sheet
                ? entered(sheet, standing(known, sheet, reach), source, by)
                : Booked.refused(new Refusal("external_id", "promises.booking.refuse.again")));
      }
      return all;
    });
  }

  /** The same, for whoever may change all of them. */
  public List<Booked> enter(List<BookingSheet> sheets, String source, Actor by) {
    return enter(sheets, source, by, known -> true);
  }

  /** What is known under its number; whether it may be changed is asked once its turn comes. */
  private record Known(@Nullable Booking booking, boolean reached) {}

  private static Known standing(
      Map<String, Booking> all, BookingSheet sheet, Predicate<Booking> reach) {
    Booking booking = all.get(sheet.externalId());
    return new Known(booking, booking == null || reach.test(booking));
  }

  private Booked entered(BookingSheet sheet, Known known, String source, Actor by) {
    try {
      check(sheet);
      Booking before = known.booking();
      if (before == null) {
        return new Booked(Booked.What.CREATED, added(sheet, source, by), null);
      }
      if (!known.reached()) {
        throw new Refusal("external_id", "promises.booking.refuse.theirs");
      }
      if (!rows.isOf(before, sheet.customerId())) {
        return new Booked(Booked.What.UPDATED, passedOn(before, sheet, source, by), null);
      }
      return new Booked(
          changed(before, sheet, by) ? Booked.What.UPDATED : Booked.What.UNCHANGED,
          before.id(),
          null);
    } catch (Refusal refusal) {
      return Booked.refused(refusal);
    }
  }

  private void check(BookingSheet sheet) {
    Instant done = sheet.fate().doneAt();
    if (done != null && done.isAfter(clock.instant())) {
      throw new Refusal("done_at", "promises.booking.refuse.done-ahead");
    }
    if (sheet.externalId().isBlank() || sheet.externalId().length() > LONGEST) {
      throw new Refusal("external_id", "promises.booking.refuse.number");
    }
    if (sheet.words().isBlank() || sheet.words().length() > LONGEST) {
      throw new Refusal("words", "promises.booking.refuse.words");
    }
    if (sheet.basis().length() > LONGEST || sheet.place().length() > LONGEST) {
      throw new Refusal("basis", "promises.booking.refuse.long");
    }
    Begin begin = sheet.begin();
    if (begin != null) {
      check(begin);
      accepted(sheet.whose());
    }
  }

  /** Nobody can be asked yet by when they do it. */
  private static void accepted(BookingSheet.Whose whose) {
    if (whose.person() != null && !whose.accepted()) {
      throw new Refusal("accepted", "promises.booking.refuse.accepted");
    }
  }

  private static void check(Begin begin) {
    if (begin.waitsFor().isBlank() || begin.waitsFor().length() > LONGEST) {
      throw new Refusal("waits_for", "promises.booking.refuse.waits");
    }
    if (!begin.after().valid()) {
      throw new Refusal("amount", "promises.booking.refuse.after", After.MOST);
    }
  }

  private long added(BookingSheet sheet, String source, Actor by) {
    boolean over = sheet.fate().doneAt() != null || sheet.fate().cancelledBy() != null;
    if (!over) {
      ahead(sheet);
    }
    long id = rows.insert(source, sheet, clock.instant());
    promises.noted("booking.entered", id, by);
    Begin begin = sheet.begin();
    if (!over && begin != null) {
      expecting.until(id, begin.expectedBy());
    } else if (!over) {
      promises.give(id, sheet, by);
    }
    return id;
  }

  /**
   * The number stands for another customer's from now on. What was promised to the first is no
   * promise to the second: each has their own.
   *
   * @return the number of the second one's
   */
  private long passedOn(Booking before, BookingSheet sheet, String source, Actor by) {
    if (sheet.fate().doneAt() == null && sheet.fate().cancelledBy() == null) {
      ahead(sheet);
    }
    rows.passedOn(before.id(), clock.instant());
    expecting.noLonger(before.id());
    long id = added(sheet, source, by);
    promises.passedOn(before, id, by);
    return id;
  }

  private void ahead(BookingSheet sheet) {
    Begin begin = sheet.begin();
    if (begin != null && !begin.expectedBy().isAfter(clock.instant())) {
      throw new Refusal("expected_by", "promises.booking.refuse.expected");
    }
    if (!sheet.dueAt().isAfter(clock.instant())) {
      throw new Refusal("due_at", "promises.booking.refuse.past");
    }
  }

  /** Whether anything was. */
  private boolean changed(Booking before, BookingSheet told, Actor by) {
    BookingSheet sheet = begun(before, told);
    if (before.over() || same(before.sheet(), sheet)) {
      return false;
    }
    if (before.waits()) {
      rows.change(before.id(), sheet, clock.instant());
      waitedFor(before, sheet, by);
    } else {
      promises.follow(before, sheet, by);
      rows.change(before.id(), sheet, clock.instant());
    }
    promises.noted("booking.changed", before.id(), by);
    return true;
  }

  /** Once it has begun, its moment is ours, however often what it waited for is told of. */
  private static BookingSheet begun(Booking before, BookingSheet told) {
    return before.metAt() != null && told.begin() != null
        ? told.dueAt(before.sheet().dueAt())
        : told;
  }

  /** Told of another way, or at a moment that is known now. */
  private void waitedFor(Booking before, BookingSheet sheet, Actor by) {
    boolean over = sheet.fate().doneAt() != null || sheet.fate().cancelledBy() != null;
    Begin begin = sheet.begin();
    if (!over) {
      ahead(sheet);
    }
    if (over || begin == null) {
      expecting.noLonger(before.id());
    } else {
      expecting.until(before.id(), begin.expectedBy());
    }
    if (!over && begin == null) {
      promises.give(before.id(), sheet, by);
    }
  }

  private static boolean same(BookingSheet a, BookingSheet b) {
    BookingSheet.Fate fate = b.fate();
    return fate.doneAt() == null
        && fate.cancelledBy() == null
        && a.kind().equals(b.kind())
        && a.customerId() == b.customerId()
        && a.words().equals(b.words())
        && a.basis().equals(b.basis())
        && a.place().equals(b.place())
        && a.dueAt().equals(b.dueAt())
        && Objects.equals(a.orderId(), b.orderId())
        && Objects.equals(a.begin(), b.begin())
        && Objects.equals(a.whose().person(), b.whose().person())
        && a.whose().team() == b.whose().team()
        && a.whose().brand() == b.whose().brand();
  }

  /**
   * It was done, and something shows it.
   *
   * @param shownBy what, in words
   * @throws Refusal when nothing does, or it is over already
   */
  public void done(long id, String shownBy, Actor by) {
    if (shownBy.isBlank()) {
      throw new Refusal("shown", "promises.booking.refuse.shown");
    }
    acts.run(() -> {
      Booking booking = rows.lock(id).orElseThrow(() -> new NotFound(Booking.subject(id)));
      if (booking.over()) {
        throw new Refusal("shown", "promises.booking.refuse.over");
      }
      Instant now = clock.instant();
      rows.done(id, now, shownBy.strip());
      expecting.noLonger(id);
      promises.kept(booking, by);
      promises.noted("booking.done", id, by);
    });
  }

  /**
   * @throws NotFound when there is none
   */
  public Booking booking(long id) {
    return rows.find(id).orElseThrow(() -> new NotFound(Booking.subject(id)));
  }

  /** By its number in the system that it comes from. */
  public Optional<Booking> named(String externalId) {
    return rows.named(externalId);
  }

  public List<Booking> all(Collection<Long> ids) {
    return rows.all(ids);
  }

  /** What stands behind a promise; empty where nothing was agreed elsewhere. */
  public Optional<Booking> behind(long promise) {
    return rows.behind(promise);
  }
}
