package amends.cases;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import amends.goods.Goods;
import amends.goods.OrderSheet;
import amends.promises.After;
import amends.promises.Begin;
import amends.promises.Booked;
import amends.promises.Booked.What;
import amends.promises.BookingSheet;
import amends.shared.Actor;
import amends.shared.Money;
import amends.shared.NotFound;
import amends.shared.Refusal;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/** "Five days after your parcel has arrived", for a customer without a case. */
class BeginningsTest extends BookingDesks {
  @Autowired Arrivals arrivals;
  @Autowired Conditions conditions;
  @Autowired Goods goods;

  private Instant in(int days) {
    return clock.instant().plus(Duration.ofDays(days));
  }

  private long order() {
    goods.enterOrders(
        List.of(
            new OrderSheet(
                "B-" + test, world.ruth().id(), clock.instant(), new Money(100, "GBP"), List.of())),
        Actor.SYSTEM);
    return goods.order("B-" + test).orElseThrow().id();
  }

  private BookingSheet sheet(
      @Nullable Long order, Instant due, @Nullable Begin begin, @Nullable Long person) {
    return new BookingSheet(
        "R-" + test,
        "booking",
        world.ruth().id(),
        new BookingSheet.Whose(world.brand.id(), world.home.id(), person, person == null),
        order,
        "We ring you whether it fits",
        "",
        "",
        due,
        BookingSheet.Fate.STANDS,
        begin);
  }

  private Begin fiveDays() {
    return new Begin("your parcel has arrived", new After(5, After.Unit.DAYS), in(4));
  }

  @Test
  void nothingIsPromisedUntilItHasComeAndThenTheClockRuns() {
    Booked waits = enter(sheet(null, in(9), fiveDays(), null));
    assertThat(now(waits).promiseId()).isNull();
    assertThat(now(waits).waits()).isTrue();
    assertThat(enter(sheet(null, in(9), fiveDays(), null)).what()).isEqualTo(What.UNCHANGED);
    long id = Objects.requireNonNull(waits.id());
    assertThat(desk.see(id, world.priya).state()).isEqualTo("waiting");

    assertThatThrownBy(() -> arrivals.met(id, in(1), world.priya)).isInstanceOf(Refusal.class);
    assertThatThrownBy(() -> arrivals.met(id, clock.instant(), world.sam))
        .isInstanceOf(NotFound.class);
    Instant came = clock.instant().minus(Duration.ofDays(1));
    arrivals.met(id, came, world.priya);
    assertThat(promise(waits).dueAt()).isEqualTo(came.plus(Duration.ofDays(5)));
    assertThat(promise(waits).owed()).isTrue();
    assertThat(desk.see(id, world.priya).state()).isEqualTo("owed");
    assertThat(enter(sheet(null, in(9), fiveDays(), null)).what())
        .as("told once more, it has begun all the same")
        .isEqualTo(What.UNCHANGED);
    assertThatThrownBy(() -> arrivals.met(id, came, world.priya)).isInstanceOf(Refusal.class);
  }

  @Test
  void whatIsOverWhenItIsHeardOfIsDueWithinTheHour() {
    Booked waits = enter(sheet(null, in(9), fiveDays(), null));
    arrivals.met(
        Objects.requireNonNull(waits.id()),
        clock.instant().minus(Duration.ofDays(20)),
        world.priya);
    assertThat(promise(waits).dueAt()).isEqualTo(clock.instant().plus(Duration.ofHours(1)));
  }

  @Test
  void anOrderThatArrivesBeginsWhatWaitsForItInCasesAndWithout() {
    long order = order();
    Booked waits = enter(sheet(order, in(9), fiveDays(), null));
    Case matter = ruthWrites("Door", "It does not close.");
    conditions.begin(
        matter.id(),
        new Conditions.Wanted(
            "your parcel has arrived",
            "We ring you",
            new After(2, After.Unit.HOURS),
            "It is on its way.",
            new Conditions.Until("We tell you where it is", in(4)),
            order),
        world.priya);
    assertThatThrownBy(() -> arrivals.arrived("no such", clock.instant(), world.priya))
        .isInstanceOf(Refusal.class);
    assertThat(arrivals.arrived("B-" + test, clock.instant(), world.sam))
        .as("what lies outside of what one works on is left alone")
        .isZero();
    assertThat(arrivals.arrived("B-" + test, clock.instant(), world.priya)).isEqualTo(2);
    assertThat(promise(waits).owed()).isTrue();
    assertThat(conditions.of(matter.id(), world.priya).getFirst().metAt()).isNotNull();
    assertThat(arrivals.arrived("B-" + test, clock.instant(), world.priya)).isZero();
  }

  @Test
  void aReportedDeliveryBeginsItToo() {
    long order = order();
    Booked waits = enter(sheet(order, in(9), fiveDays(), null));
    BookingSheet parcel =
        new BookingSheet(
            "P-" + test,
            "delivery",
            world.ruth().id(),
            new BookingSheet.Whose(world.brand.id(), world.home.id(), null, true),
            order,
            "Your parcel comes",
            "",
            "",
            in(1),
            BookingSheet.Fate.STANDS);
    long id = Objects.requireNonNull(enter(parcel).id());
    assertThat(now(waits).waits()).isTrue();
    bookings.done(id, "Signed for", world.priya.actor());
    assertThat(promise(waits).dueAt()).isEqualTo(in(5));
  }

  @Test
  void whatDoesNotComeIsLookedAtByAColleague() {
    Booked waits = enter(sheet(null, in(9), fiveDays(), null));
    clock.set(in(4).plusSeconds(1));
    ring();
    assertThat(
            sql.sql(
                    "select count(*) from notice where source_kind = 'booking_not_begun' and source_id = :id")
                .param("id", waits.id())
                .query(Integer.class)
                .single())
        .isPositive();
    assertThat(now(waits).waits()).as("it waits on").isTrue();
  }

  @Test
  void aMomentThatIsKnownAfterAllIsPromisedAtOnce() {
    Booked waits = enter(sheet(null, in(9), fiveDays(), null));
    assertThat(enter(sheet(null, in(3), null, null)).what()).isEqualTo(What.UPDATED);
    assertThat(promise(waits).dueAt()).isEqualTo(in(3));
    assertThatThrownBy(
            () -> arrivals.met(Objects.requireNonNull(waits.id()), clock.instant(), world.priya))
        .isInstanceOf(Refusal.class);
  }

  @Test
  void whatCannotBePromisedIsRefused() {
    assertThat(enter(sheet(null, in(9), fiveDays(), world.priya.id())).refusal())
        .as("who has not accepted")
        .satisfies(r -> assertThat(Objects.requireNonNull(r).field()).isEqualTo("accepted"));
    Begin late = new Begin("it has come", new After(1, After.Unit.DAYS), clock.instant());
    assertThat(enter(sheet(null, in(9), late, null)).refusal())
        .satisfies(r -> assertThat(Objects.requireNonNull(r).field()).isEqualTo("expected_by"));
    Begin long401 = new Begin("it has come", new After(401, After.Unit.DAYS), in(4));
    assertThat(enter(sheet(null, in(9), long401, null)).what()).isEqualTo(What.REFUSED);
  }
}
