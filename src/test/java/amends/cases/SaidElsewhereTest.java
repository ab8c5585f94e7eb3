package amends.cases;

import static org.assertj.core.api.Assertions.assertThat;

import amends.goods.Goods;
import amends.goods.OrderSheet;
import amends.promises.Booked;
import amends.promises.Booked.What;
import amends.promises.BookingSheet;
import amends.promises.Bookings;
import amends.promises.Promise;
import amends.promises.Undertakings;
import amends.shared.Actor;
import amends.shared.Acts;
import amends.shared.Money;
import amends.testing.Blocked;
import amends.testing.Clicks;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicReference;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.test.web.servlet.MockMvc;

/** Other systems say things twice, at the same moment, and of what is not theirs. */
class SaidElsewhereTest extends Telling {
  private static final BookingSheet.Fate TOLD = new BookingSheet.Fate(false, null, null);
  private static final BookingSheet.Fate CANCELLED = new BookingSheet.Fate(false, null, "customer");

  @Autowired Bookings bookings;
  @Autowired BookingDesk desk;
  @Autowired Undertakings undertakings;
  @Autowired Conditions conditions;
  @Autowired Goods goods;
  @Autowired Acts acts;
  @Autowired MockMvc mvc;

  private Instant in(int hours) {
    return clock.instant().plus(Duration.ofHours(hours));
  }

  private BookingSheet visit(BookingSheet.Whose whose, BookingSheet.Fate fate) {
    return new BookingSheet(
        "S-" + test,
        "booking",
        world.ruth().id(),
        whose,
        null,
        "The fitter comes",
        "van 7",
        "Mill Lane",
        in(30),
        fate);
  }

  private BookingSheet.Whose home(@Nullable Long person, boolean accepted) {
    return new BookingSheet.Whose(world.brand.id(), world.home.id(), person, accepted);
  }

  private Booked enter(BookingSheet sheet) {
    return bookings.enter(List.of(sheet), "api", world.priya.actor()).getFirst();
  }

  private Promise promise(Booked booked) {
    long id = Objects.requireNonNull(booked.id());
    return promises.promise(Objects.requireNonNull(bookings.booking(id).promiseId()));
  }

  /** Whoever works in the workshop could move Home's visits, and let its customers go. */
  @Test
  void nobodyChangesWhatAnotherTeamHasAgreed() {
    Booked visit = enter(visit(home(null, true), TOLD));
    BookingSheet.Whose workshop =
        new BookingSheet.Whose(world.brand.id(), world.workshop.id(), null, true);
    Booked told = desk.enter(List.of(visit(workshop, CANCELLED)), world.sam).getFirst();
    assertThat(told.what()).isEqualTo(What.REFUSED);
    assertThat(Objects.requireNonNull(told.refusal()).key())
        .isEqualTo("promises.booking.refuse.theirs");
    assertThat(promise(visit).owed()).isTrue();
    assertThat(
            desk.enter(List.of(visit(home(null, true), CANCELLED)), world.priya).getFirst().what())
        .isEqualTo(What.UPDATED);
  }

  @Test
  void whatAColleagueDeclinedCanStillBeCancelled() {
    Booked visit = enter(visit(home(world.tom.id(), false), TOLD));
    long id = Objects.requireNonNull(visit.id());
    undertakings.decline(
        Objects.requireNonNull(bookings.booking(id).undertakingId()), "I am away.", world.tom.id());
    assertThat(enter(visit(home(world.tom.id(), false), CANCELLED)).what()).isEqualTo(What.UPDATED);
    assertThat(bookings.booking(id).over()).isTrue();
  }

  @Test
  void nothingIsDoneAheadOfTime() {
    Booked told = enter(visit(home(null, true), new BookingSheet.Fate(false, in(1), null)));
    assertThat(Objects.requireNonNull(told.refusal()).field()).isEqualTo("done_at");
  }

  /** A program that sends its list twice at once got an error for all of it. */
  @Test
  void theSameNumberIsEnteredTwiceAtOnceAndIsOne() throws Exception {
    BookingSheet visit = visit(home(null, true), TOLD);
    try (ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor()) {
      AtomicReference<Future<Booked>> other = new AtomicReference<>();
      acts.run(() -> {
        assertThat(enter(visit).what()).isEqualTo(What.CREATED);
        other.set(threads.submit(() -> enter(visit)));
        assertThat(Blocked.somebody(sql)).as("the second waits for the first").isTrue();
      });
      assertThat(Objects.requireNonNull(other.get()).get().what()).isEqualTo(What.UNCHANGED);
    }
  }

  /** Both find that it waits; the second to get the case must look once more. */
  @Test
  void aConditionBeginsOnceWhenAColleagueAndTheCarrierSaySoAtOnce() throws Exception {
    Case matter = ruthWrites("Latch", "It does not close.");
    goods.enterOrders(
        List.of(
            new OrderSheet(
                "F-78", matter.customerId(), clock.instant(), new Money(100, "GBP"), List.of())),
        Actor.SYSTEM);
    long order = goods.order("F-78").orElseThrow().id();
    waitsFor(matter, "F-78");
    enter(parcel(matter, order, null));
    Condition waits = conditions.of(matter.id(), world.priya).getFirst();

    try (ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor()) {
      AtomicReference<Future<Booked>> carrier = new AtomicReference<>();
      acts.run(() -> {
        rows.lock(matter.id());
        carrier.set(threads.submit(() -> enter(parcel(matter, order, clock.instant()))));
        assertThat(Blocked.somebody(sql)).as("the carrier waits for the case").isTrue();
        conditions.met(matter.id(), waits.id(), clock.instant(), world.priya);
      });
      assertThat(Objects.requireNonNull(carrier.get()).get().what()).isEqualTo(What.UPDATED);
    }
    assertThat(promises.about(matter.asSubject()))
        .filteredOn(p -> p.words().equals("We ring you whether it fits"))
        .hasSize(1);
  }

  private void waitsFor(Case matter, String order) {
    new Clicks(mvc)
        .done(
            world.priya,
            "/cases/" + matter.id() + "/conditions",
            "waits_for",
            "your parcel has arrived",
            "words",
            "We ring you whether it fits",
            "amount",
            "3",
            "unit",
            "days",
            "text",
            "It is on its way.",
            "by",
            "in 4 days",
            "order",
            order);
  }

  private BookingSheet parcel(Case matter, long order, @Nullable Instant done) {
    return new BookingSheet(
        "P-78",
        "delivery",
        matter.customerId(),
        home(null, true),
        order,
        "Your parcel comes",
        "",
        "",
        Instant.parse("2026-05-14T12:00:00Z"),
        new BookingSheet.Fate(false, done, null));
  }
}
