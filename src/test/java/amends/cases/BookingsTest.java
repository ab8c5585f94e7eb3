package amends.cases;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import amends.promises.Booked;
import amends.promises.Booked.What;
import amends.promises.Booking;
import amends.promises.BookingList;
import amends.promises.BookingSheet;
import amends.promises.Promise;
import amends.promises.Risks;
import amends.promises.Undertaking;
import amends.promises.Undertakings;
import amends.shared.Refusal;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/** Visits and deliveries are promises that need no case. */
class BookingsTest extends BookingDesks {
  @Autowired BookingList list;
  @Autowired Ledger ledger;
  @Autowired Risks risks;
  @Autowired Undertakings undertakings;
  @Autowired Forewarnings forewarnings;

  private BookingSheet visit(Instant dueAt, BookingSheet.Fate fate) {
    return sheet("V-" + test, dueAt, fate, null, true);
  }

  private String address() {
    world.ruth();
    return "ruth@adeyemi.example";
  }

  @Test
  void standsInTheLedgerAndBreaksWhenNobodyComes() {
    Booked visit = enter(visit(in(5), told()));
    assertThat(visit.what()).isEqualTo(What.CREATED);
    assertThat(enter(visit(in(5), told())).what()).isEqualTo(What.UNCHANGED);
    assertThat(ledger.lines(new Ledger.Asked(Ledger.State.OWED, null, null, null), world.priya))
        .anySatisfy(line -> {
          assertThat(line.bookingId()).isEqualTo(visit.id());
          assertThat(line.caseId()).isZero();
          assertThat(line.customer()).isEqualTo("Ruth Adeyemi");
        });

    clock.set(in(6));
    ring();
    assertThat(promise(visit).broken()).isTrue();
    assertThat(promise(visit).moments().escalatedTo()).isEqualTo(world.hanna.id());
    assertThat(
            sql.sql("select count(*) from notice where about_kind = 'booking' and about_id = :id")
                .param("id", visit.id())
                .query(Integer.class)
                .single())
        .as("the team was warned, and the lead hears of it")
        .isPositive();
  }

  @Test
  void isKeptByWhatShowsIt() {
    Booked visit = enter(visit(in(5), told()));
    assertThatThrownBy(
            () -> bookings.done(Objects.requireNonNull(visit.id()), " ", world.priya.actor()))
        .isInstanceOf(Refusal.class);
    bookings.done(Objects.requireNonNull(visit.id()), "Signed for", world.priya.actor());
    assertThat(promise(visit).moments().keptAt()).isNotNull();
    assertThat(promise(visit).evidence()).isEqualTo(now(visit).asSubject());
  }

  @Test
  void theOtherSystemSaysThatItWasDone() {
    Booked visit = enter(visit(in(5), told()));
    assertThat(enter(visit(in(5), new BookingSheet.Fate(false, in(0), null))).what())
        .isEqualTo(What.UPDATED);
    assertThat(promise(visit).moments().keptAt()).isNotNull();
  }

  @Test
  void whatWasAgreedThereIsAgreedHere() {
    Booked visit = enter(visit(in(5), told()));
    long first = promise(visit).id();
    enter(visit(in(9), new BookingSheet.Fate(true, null, null)));
    assertThat(promises.promise(first).moments().agreedAt()).isNotNull();
    assertThat(promise(visit).dueAt()).isEqualTo(in(9));
    assertThat(promise(visit).followsId()).isEqualTo(first);
  }

  @Test
  void whatMovedThereIsInDangerUntilTheCustomerWasTold() {
    Booked visit = enter(visit(in(25), told()));
    long first = promise(visit).id();
    enter(visit(in(49), told()));
    assertThat(promise(visit).dueAt()).as("what the customer counts on").isEqualTo(in(25));
    assertThat(risks.of(List.of(first))).hasSize(1);

    long booking = Objects.requireNonNull(visit.id());
    Forewarnings.Notice notice =
        new Forewarnings.Notice("The van broke down.", "", in(49), Duration.ZERO);
    List<Forewarnings.Prepared> prepared =
        forewarnings.prepared(Risks.Kind.SLOT, booking, notice, world.priya);
    assertThat(prepared)
        .singleElement()
        .satisfies(p -> {
          assertThat(p.hindrance()).isNull();
          assertThat(p.letter()).contains("The van broke down.");
        });
    forewarnings.tell(Risks.Kind.SLOT, booking, notice, Set.of(first), world.priya);

    assertThat(promises.promise(first).moments().movedAt()).isNotNull();
    Promise anew = promise(visit);
    assertThat(anew.dueAt()).isEqualTo(in(49));
    assertThat(anew.about().kind()).as("whoever was told has a case").isEqualTo("case");
    assertThat(desk.see(booking, world.priya).caseId()).isEqualTo(anew.about().id());
    assertThat(rows.get(anew.about().id()).nextPromiseId()).isEqualTo(anew.id());
    assertThat(rows.get(anew.about().id()).customerKnowsAt())
        .as("from the letter on they know of it")
        .isNotNull();

    enter(visit(in(49), new BookingSheet.Fate(false, in(0), null)));
    assertThat(promises.promise(anew.id()).moments().keptAt()).isNotNull();
    assertThat(rows.get(anew.about().id()).nextPromiseId())
        .as("the case has a next moment still")
        .isNotEqualTo(anew.id());
  }

  @Test
  void aReplyDoesNotKeepAVisit() {
    Booked visit = enter(visit(in(25), told()));
    long first = promise(visit).id();
    enter(visit(in(49), told()));
    forewarnings.tell(
        Risks.Kind.SLOT,
        Objects.requireNonNull(visit.id()),
        new Forewarnings.Notice("The van broke down.", "", in(49), Duration.ZERO),
        Set.of(first),
        world.priya);
    Promise anew = promise(visit);
    cases.call(anew.about().id(), "out", null, nothingMore("She is glad."), world.priya);
    assertThat(promise(visit).owed()).isTrue();
  }

  @Test
  void theCustomerLetsUsOff() {
    Booked visit = enter(visit(in(5), told()));
    enter(visit(in(5), new BookingSheet.Fate(false, null, "customer")));
    assertThat(promise(visit).moments().releasedAt()).isNotNull();
  }

  @Test
  void whatNobodyHasAcceptedIsPromisedToNobody() {
    Booked visit = enter(sheet("V-" + test, in(30), told(), world.tom.id(), false));
    assertThat(now(visit).promiseId()).isNull();
    Undertaking asked =
        undertakings.undertaking(Objects.requireNonNull(now(visit).undertakingId()));
    assertThat(asked.asked()).isTrue();

    undertakings.accept(asked.id(), world.tom.id());
    assertThat(promise(visit).owner().person()).isEqualTo(world.tom.id());
    assertThat(promise(visit).owed()).isTrue();
  }

  private List<BookingList.Entry> bring(String file) {
    return list.enter(
        file.getBytes(StandardCharsets.UTF_8),
        new BookingList.Usual(world.brand.id(), world.home.id()),
        world.priya.actor());
  }

  @Test
  void aListIsReadInTheCustomersZoneAndRefusedRowByRow() {
    List<BookingList.Entry> told =
        bring(
            """
            external_id,customer,words,due_at,place
            C-%1$d,ruth-99@adeyemi.example,Nobody we know,2030-05-02 14:00,
            D-%1$d,%2$s,A new door,2030-05-02 14:00,Mill Lane
            E-%1$d,%2$s,Too late,2020-05-02T14:00:00Z,
            D-%1$d,%2$s,A new door and a seal,2030-05-02 14:00,Mill Lane
            """
                .formatted(test, address()));
    assertThat(told)
        .extracting(e -> e.told().what())
        .containsExactly(What.REFUSED, What.REFUSED, What.REFUSED, What.CREATED);
    Booking door = now(told.get(3).told());
    assertThat(door.sheet().dueAt()).isEqualTo(Instant.parse("2030-05-02T13:00:00Z"));
    assertThat(door.sheet().words()).isEqualTo("A new door and a seal");
    promises.release(Objects.requireNonNull(door.promiseId()), "customer", world.priya.actor());
  }

  @Test
  void aCalendarIsReadAndItsHostilePartsAreNot() {
    String events =
        """
        BEGIN:VCALENDAR
        BEGIN:VEVENT
        UID:visit-%1$d@diary
        SUMMARY:The fitter comes\\, with a
          new door
        DTSTART;TZID="W. Europe Standard Time":20300502T090000
        DTEND;TZID="W. Europe Standard Time":20300502T120000
        LOCATION:Mill Lane
        ATTENDEE;CN="Ruth: A":mailto:%2$s
        BEGIN:VALARM
        SUMMARY:not this
        END:VALARM
        END:VEVENT
        BEGIN:VEVENT
        UID:weekly-%1$d@diary
        SUMMARY:Every week
        DTSTART:20300502T090000Z
        RRULE:FREQ=SECONDLY
        ATTENDEE:mailto:%2$s
        END:VEVENT
        BEGIN:VEVENT
        UID:nobody-%1$d@diary
        SUMMARY:Team meeting
        DTSTART:20300502T090000Z
        END:VEVENT
        END:VCALENDAR
        """
            .formatted(test, address());
    List<BookingList.Entry> told = bring(events);
    assertThat(told)
        .extracting(e -> e.told().what())
        .containsExactly(What.CREATED, What.REFUSED, What.REFUSED);
    Booking visit = now(told.getFirst().told());
    assertThat(visit.sheet().words()).isEqualTo("The fitter comes, with a new door");
    assertThat(visit.sheet().dueAt()).isEqualTo(Instant.parse("2030-05-02T10:00:00Z"));
    assertThat(bring(events).getFirst().told().what()).isEqualTo(What.UNCHANGED);
    promises.release(Objects.requireNonNull(visit.promiseId()), "customer", world.priya.actor());

    assertThatThrownBy(
            () -> bring("BEGIN:VCALENDAR\n" + "BEGIN:VEVENT\nEND:VEVENT\n".repeat(6_000)))
        .isInstanceOf(Refusal.class);
    assertThatThrownBy(() -> bring("\u0000\u0001 no list")).isInstanceOf(Refusal.class);
  }
}
