package amends.cases;

import static org.assertj.core.api.Assertions.assertThat;

import amends.journal.Recorded;
import amends.promises.Booked;
import amends.promises.Booked.What;
import amends.promises.BookingSheet;
import amends.promises.Risks;
import amends.promises.Undertakings;
import amends.shared.Actor;
import amends.staff.NewPerson;
import amends.testing.Fernhill;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/** A visit that becomes somebody else's: another customer's, or another colleague's. */
class BookingsPassedOnTest extends BookingDesks {
  @Autowired Risks risks;
  @Autowired Undertakings undertakings;

  private BookingSheet visit(Instant dueAt, BookingSheet.Fate fate) {
    return sheet("P-" + test, dueAt, fate, null, true);
  }

  @Test
  void aNumberThatIsGivenToAnotherCustomerKeepsNoPromiseOfTheFirst() {
    Booked visit = enter(visit(in(25), told()));
    long first = promise(visit).id();
    BookingSheet theirs = oskars(in(26));

    Booked other = enter(theirs);

    assertThat(other.what()).isEqualTo(What.UPDATED);
    assertThat(other.id()).isNotEqualTo(visit.id());
    assertThat(promise(other).customerId()).isEqualTo(world.oskar().id());
    assertThat(promises.promise(first).owed()).as("nobody has told her").isTrue();
    assertThat(promises.promise(first).customerId()).isEqualTo(world.ruth().id());
    assertThat(risks.of(List.of(first))).hasSize(1);
    assertThat(journal.history(now(visit).asSubject()))
        .extracting(Recorded::kind)
        .contains("booking.passed_on");
    assertThat(desk.see(Objects.requireNonNull(visit.id()), world.priya).state())
        .isEqualTo("danger");
    assertThat(enter(theirs).what()).as("told once more").isEqualTo(What.UNCHANGED);

    bookings.done(Objects.requireNonNull(other.id()), "Signed for", world.priya.actor());
    assertThat(promises.promise(first).owed()).as("his visit is not hers").isTrue();
    clock.set(in(26));
    ring();
    assertThat(promises.promise(first).broken()).isTrue();
  }

  @Test
  void whatSomebodyWasToDoIsTheirTeamsAndInDangerOnceTheyHaveLeft() {
    long fitter = fitter();
    Booked visit = enter(sheet("V-" + test, in(30), told(), fitter, true));
    Booked asked = enter(sheet("W-" + test, in(30), told(), fitter, false));
    long word = Objects.requireNonNull(now(asked).undertakingId());

    staff.leave(fitter, world.admin.actor());

    assertThat(promise(visit).owner().person()).isNull();
    assertThat(promise(visit).owner().team()).isEqualTo(world.home.id());
    assertThat(risks.of(List.of(promise(visit).id()))).hasSize(1);
    assertThat(undertakings.undertaking(word).moments().declinedAt()).isNotNull();

    long other = fitter();
    enter(sheet("V-" + test, in(30), told(), other, true));
    assertThat(promise(visit).owner().person()).isEqualTo(other);
    assertThat(risks.of(List.of(promise(visit).id()))).as("somebody does it again").isEmpty();
  }

  private long fitter() {
    String address = "fitter-" + test + "-" + letters++ + "@fernhill.example";
    long id =
        staff
            .add(new NewPerson("Finn Doyle", address, Locale.UK, Fernhill.LONDON), Actor.SYSTEM)
            .id();
    staff.join(id, world.home.id(), Actor.SYSTEM);
    return id;
  }

  @Test
  void aNumberThatIsUsedAgainAfterItsVisitIsAnotherVisit() {
    Booked visit = enter(visit(in(5), told()));
    bookings.done(Objects.requireNonNull(visit.id()), "Signed for", world.priya.actor());
    Booked other = enter(oskars(in(9)));
    assertThat(promise(other).owed()).isTrue();
    assertThat(promise(visit).moments().keptAt()).isNotNull();
    assertThat(risks.of(List.of(promise(visit).id()))).isEmpty();
  }

  private BookingSheet oskars(Instant dueAt) {
    BookingSheet hers = visit(dueAt, told());
    return new BookingSheet(
        hers.externalId(),
        hers.kind(),
        world.oskar().id(),
        hers.whose(),
        null,
        hers.words(),
        hers.basis(),
        hers.place(),
        dueAt,
        hers.fate());
  }
}
