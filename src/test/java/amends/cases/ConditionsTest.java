package amends.cases;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import amends.goods.Goods;
import amends.goods.OrderSheet;
import amends.promises.After;
import amends.promises.BookingSheet;
import amends.promises.Bookings;
import amends.promises.Promise;
import amends.shared.Actor;
import amends.shared.Money;
import amends.shared.Refusal;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/** "Five days after your parcel has arrived": a promise that begins with something. */
class ConditionsTest extends Telling {
  private static final Instant DUE = Instant.parse("2026-05-14T12:00:00Z");

  @Autowired Conditions conditions;
  @Autowired Bookings bookings;
  @Autowired Goods goods;

  private Conditions.Wanted wanted(@Nullable Long order) {
    return new Conditions.Wanted(
        "your parcel has arrived",
        "We ring you whether it fits",
        new After(3, After.Unit.WORKING_DAYS),
        "It is on its way.",
        new Conditions.Until("We tell you where it is", clock.instant().plus(Duration.ofDays(4))),
        order);
  }

  @Test
  void waitingIsNoSilenceAndTheClockStartsWhenItHasCome() {
    Case matter = ruthWrites("Door", "It does not close.");
    conditions.begin(matter.id(), wanted(null), world.priya);
    Condition waits = conditions.of(matter.id(), world.priya).getFirst();
    assertThat(waits.metAt()).isNull();
    assertThat(promises.about(matter.asSubject()))
        .anySatisfy(p -> assertThat(p.words()).isEqualTo("We tell you where it is"))
        .noneSatisfy(p -> assertThat(p.words()).isEqualTo("We ring you whether it fits"));
    assertThat(now(matter).nextPromiseId()).isNotNull();

    assertThatThrownBy(() ->
            conditions.met(matter.id(), waits.id(), clock.instant().plusSeconds(60), world.priya))
        .isInstanceOf(Refusal.class);
    conditions.met(matter.id(), waits.id(), clock.instant(), world.priya);

    Promise begun =
        promises.promise(
            Objects.requireNonNull(conditions.of(matter.id(), world.priya).getFirst().promiseId()));
    assertThat(begun.words()).isEqualTo("We ring you whether it fits");
    assertThat(begun.dueAt())
        .as("Tuesday, and three working days: Friday's closing time in London")
        .isEqualTo(Instant.parse("2026-05-15T16:00:00Z"));
    assertThat(promises.about(matter.asSubject()))
        .filteredOn(p -> p.words().equals("We tell you where it is"))
        .singleElement()
        .satisfies(p -> assertThat(p.owed()).isFalse());
    assertThatThrownBy(() -> conditions.met(matter.id(), waits.id(), clock.instant(), world.priya))
        .isInstanceOf(RuntimeException.class);
  }

  @Test
  void aReportedDeliveryBeginsIt() {
    Case matter = ruthWrites("Hinge", "It does not close.");
    goods.enterOrders(
        List.of(
            new OrderSheet(
                "F-77", matter.customerId(), clock.instant(), new Money(100, "GBP"), List.of())),
        Actor.SYSTEM);
    Long order = goods.order("F-77").orElseThrow().id();
    conditions.begin(matter.id(), wanted(order), world.priya);

    bookings.enter(List.of(parcel(matter, order, null)), "api", world.priya.actor());
    assertThat(conditions.of(matter.id(), world.priya).getFirst().metAt()).isNull();
    bookings.enter(List.of(parcel(matter, order, clock.instant())), "api", world.priya.actor());

    Condition begun = conditions.of(matter.id(), world.priya).getFirst();
    assertThat(begun.metAt()).isEqualTo(clock.instant());
    assertThat(promises.promise(Objects.requireNonNull(begun.promiseId())).owed()).isTrue();
  }

  private BookingSheet parcel(Case matter, Long order, @Nullable Instant done) {
    return new BookingSheet(
        "P-77",
        "delivery",
        matter.customerId(),
        new BookingSheet.Whose(world.brand.id(), world.home.id(), null, true),
        order,
        "Your parcel comes",
        "",
        "",
        DUE,
        new BookingSheet.Fate(false, done, null));
  }
}
