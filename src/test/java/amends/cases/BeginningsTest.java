package amends.cases;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import amends.goods.Goods;
import amends.goods.OrderSheet;
import amends.promises.After;
import amends.promises.ArrivalCsv;
import amends.promises.Begin;
import amends.promises.Booked;
import amends.promises.Booked.What;
import amends.promises.Booking;
import amends.promises.BookingList;
import amends.promises.BookingSheet;
import amends.shared.Actor;
import amends.shared.Money;
import amends.shared.NotFound;
import amends.shared.Refusal;
import amends.testing.Fernhill;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
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

  private Instant inDays(int days) {
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
    return new Begin("your parcel has arrived", new After(5, After.Unit.DAYS), inDays(4));
  }

  @Test
  void nothingIsPromisedUntilItHasComeAndThenTheClockRuns() {
    Booked waits = enter(sheet(null, inDays(9), fiveDays(), null));
    assertThat(now(waits).promiseId()).isNull();
    assertThat(now(waits).waits()).isTrue();
    assertThat(enter(sheet(null, inDays(9), fiveDays(), null)).what()).isEqualTo(What.UNCHANGED);
    long id = Objects.requireNonNull(waits.id());
    assertThat(desk.see(id, world.priya).state()).isEqualTo("waiting");

    assertThatThrownBy(() -> arrivals.met(id, inDays(1), world.priya)).isInstanceOf(Refusal.class);
    assertThatThrownBy(() -> arrivals.met(id, clock.instant(), world.sam))
        .isInstanceOf(NotFound.class);
    Instant came = clock.instant().minus(Duration.ofDays(1));
    arrivals.met(id, came, world.priya);
    assertThat(promise(waits).dueAt()).isEqualTo(came.plus(Duration.ofDays(5)));
    assertThat(promise(waits).owed()).isTrue();
    assertThat(desk.see(id, world.priya).state()).isEqualTo("owed");
    assertThat(enter(sheet(null, inDays(9), fiveDays(), null)).what())
        .as("told once more, it has begun all the same")
        .isEqualTo(What.UNCHANGED);
    assertThatThrownBy(() -> arrivals.met(id, came, world.priya)).isInstanceOf(Refusal.class);
  }

  @Test
  void whatIsOverWhenItIsHeardOfIsDueWithinTheHour() {
    Booked waits = enter(sheet(null, inDays(9), fiveDays(), null));
    arrivals.met(
        Objects.requireNonNull(waits.id()),
        clock.instant().minus(Duration.ofDays(20)),
        world.priya);
    assertThat(promise(waits).dueAt()).isEqualTo(clock.instant().plus(Duration.ofHours(1)));
  }

  @Test
  void anOrderThatArrivesBeginsWhatWaitsForItInCasesAndWithout() {
    long order = order();
    Booked waits = enter(sheet(order, inDays(9), fiveDays(), null));
    Case matter = ruthWrites("Door", "It does not close.");
    conditions.begin(
        matter.id(),
        new Conditions.Wanted(
            "your parcel has arrived",
            "We ring you",
            new After(2, After.Unit.HOURS),
            "It is on its way.",
            new Conditions.Until("We tell you where it is", inDays(4)),
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
    Booked waits = enter(sheet(order, inDays(9), fiveDays(), null));
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
            inDays(1),
            BookingSheet.Fate.STANDS);
    long id = Objects.requireNonNull(enter(parcel).id());
    assertThat(now(waits).waits()).isTrue();
    bookings.done(id, "Signed for", world.priya.actor());
    assertThat(promise(waits).dueAt()).isEqualTo(inDays(5));
  }

  private String at(Instant moment) {
    return moment.atZone(Fernhill.LONDON).toLocalDateTime().toString().replace('T', ' ');
  }

  private List<ArrivalList.Line> arrived(String head, String... rows) {
    String file = head + "\n" + String.join("\n", rows) + "\n";
    assertThat(ArrivalCsv.isOne(file.getBytes(UTF_8))).isTrue();
    return desk.arrived(file.getBytes(UTF_8), world.priya);
  }

  private Booking named(String number) {
    return bookings.named(number).orElseThrow();
  }

  /** As a shop and its carrier send them, night for night. */
  @Test
  void aListBooksWhatBeginsLaterAndAnotherBeginsIt() {
    order();
    String list =
        """
        external_id,customer,words,waits_for,after,expected_by,order,due_at
        L-%1$s,ruth@adeyemi.example,We ring you,your parcel has arrived,5 days,%2$s,B-%1$s,
        M-%1$s,ruth@adeyemi.example,We come,your parts are here,12 hours,%2$s,,
        N-%1$s,ruth@adeyemi.example,We come,your parts are here,2 Working Days,%2$s,,
        O-%1$s,ruth@adeyemi.example,We come,,,,,%2$s
        P-%1$s,ruth@adeyemi.example,We come,it is here,soon,%2$s,,
        Q-%1$s,ruth@adeyemi.example,We come,it is here,5 days,%2$s,,%2$s
        R-%1$s,ruth@adeyemi.example,We come,it is here,5 days,,,
        """
            .formatted(test, at(inDays(4)));
    BookingList.Usual usual = new BookingList.Usual(world.brand.id(), world.home.id());
    assertThat(desk.enter(list.getBytes(UTF_8), usual, world.priya))
        .extracting(entry -> field(entry.told().refusal()))
        .containsExactly("", "", "", "", "after", "due_at", "expected_by");
    assertThat(desk.enter(list.getBytes(UTF_8), usual, world.priya))
        .as("handed in again")
        .extracting(entry -> entry.told().what())
        .containsOnly(What.UNCHANGED, What.REFUSED);
    assertThat(named("N-" + test).sheet().begin())
        .extracting(Begin::after)
        .isEqualTo(new After(2, After.Unit.WORKING_DAYS));

    Instant came = clock.instant().minus(Duration.ofHours(30));
    String[] rows = {
      "B-" + test + ",," + at(came),
      ",M-" + test + "," + LocalDate.ofInstant(clock.instant(), Fernhill.LONDON),
      ",O-" + test + "," + at(came),
      "no-such,," + at(came),
      ",no-such," + at(came),
      "B-" + test + ",M-" + test + "," + at(came),
      ",N-" + test + "," + at(inDays(1)),
      ",N-" + test + ",in spring"
    };
    List<ArrivalList.Line> first = arrived("Order,external_id,Arrived_at", rows);
    assertThat(first)
        .extracting(line -> field(line.refusal()))
        .containsExactly("", "", "at", "order", "booking", "order", "at", "arrived_at");
    assertThat(first).extracting(ArrivalList.Line::begun).containsExactly(1, 1, 0, 0, 0, 0, 0, 0);
    assertThat(due("L-" + test)).isEqualTo(came.plus(Duration.ofDays(5)));
    assertThat(due("M-" + test))
        .as("a day alone is over when it is over, and today is not")
        .isEqualTo(clock.instant().plus(Duration.ofHours(12)));
    assertThat(named("N-" + test).waits()).isTrue();
    List<ArrivalList.Line> again = arrived("order,external_id,arrived_at", rows);
    assertThat(again).extracting(ArrivalList.Line::begun).containsOnly(0);
    assertThat(again.subList(0, 2))
        .as("known already, and no mistake")
        .allSatisfy(line -> assertThat(line.refusal()).isNull());
    assertThat(
            desk.arrived(
                ("external_id,arrived_at\nN-" + test + "," + at(came)).getBytes(UTF_8), world.sam))
        .as("of another team's nothing is known")
        .allSatisfy(line -> assertThat(field(line.refusal())).isEqualTo("booking"));
    assertThatThrownBy(() -> arrived("arrived_at,words", "x,y")).isInstanceOf(Refusal.class);
    assertThatThrownBy(() -> arrived("arrived_at,order,words", "x,y,z"))
        .isInstanceOfSatisfying(
            Refusal.class, r -> assertThat(r.key()).isEqualTo("promises.arrival.refuse.mixed"));
  }

  private Instant due(String number) {
    return promises.promise(Objects.requireNonNull(named(number).promiseId())).dueAt();
  }

  private static String field(@Nullable Refusal refusal) {
    return refusal == null ? "" : refusal.field();
  }

  @Test
  void whatDoesNotComeIsLookedAtByAColleague() {
    Booked waits = enter(sheet(null, inDays(9), fiveDays(), null));
    clock.set(inDays(4).plusSeconds(1));
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
    Booked waits = enter(sheet(null, inDays(9), fiveDays(), null));
    assertThat(enter(sheet(null, inDays(3), null, null)).what()).isEqualTo(What.UPDATED);
    assertThat(promise(waits).dueAt()).isEqualTo(inDays(3));
    assertThatThrownBy(
            () -> arrivals.met(Objects.requireNonNull(waits.id()), clock.instant(), world.priya))
        .isInstanceOf(Refusal.class);
  }

  @Test
  void whatCannotBePromisedIsRefused() {
    assertThat(enter(sheet(null, inDays(9), fiveDays(), world.priya.id())).refusal())
        .as("who has not accepted")
        .satisfies(r -> assertThat(Objects.requireNonNull(r).field()).isEqualTo("accepted"));
    Begin late = new Begin("it has come", new After(1, After.Unit.DAYS), clock.instant());
    assertThat(enter(sheet(null, inDays(9), late, null)).refusal())
        .satisfies(r -> assertThat(Objects.requireNonNull(r).field()).isEqualTo("expected_by"));
    Begin long401 = new Begin("it has come", new After(401, After.Unit.DAYS), inDays(4));
    assertThat(enter(sheet(null, inDays(9), long401, null)).what()).isEqualTo(What.REFUSED);
  }
}
