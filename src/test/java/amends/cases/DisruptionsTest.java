package amends.cases;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import amends.promises.Booked;
import amends.promises.BookingSheet;
import amends.promises.Bookings;
import amends.promises.Disruption;
import amends.promises.Disruptions;
import amends.promises.Promise;
import amends.promises.Risks;
import amends.shared.Actor;
import amends.shared.Refusal;
import amends.staff.Absence;
import amends.staff.Absences;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/** A place or a day fails: whoever was promised something there hears it, and may choose. */
class DisruptionsTest extends Telling {
  @Autowired Disruptions disruptions;
  @Autowired Risks risks;
  @Autowired Bookings bookings;
  @Autowired Forewarnings forewarnings;
  @Autowired CustomerSide customerSide;
  @Autowired Absences absences;

  private Instant in(int hours) {
    return clock.instant().plus(Duration.ofHours(hours));
  }

  @AfterEach
  void over() {
    disruptions.standing().forEach(d -> disruptions.end(d.id(), world.hanna));
  }

  private Promise visit(String place, int hours) {
    Booked booked =
        bookings
            .enter(
                List.of(
                    new BookingSheet(
                        place + test + "/" + hours,
                        "booking",
                        world.ruth().id(),
                        new BookingSheet.Whose(world.brand.id(), world.home.id(), null, true),
                        null,
                        "The fitter comes",
                        "",
                        place,
                        in(hours),
                        new BookingSheet.Fate(false, null, null))),
                "api",
                world.priya.actor())
            .getFirst();
    return promises.promise(
        Objects.requireNonNull(bookings.booking(Objects.requireNonNull(booked.id())).promiseId()));
  }

  private Disruption ice(Disruption.Where where) {
    return disruptions.record(where, in(1), in(30), "Ice on the roads", world.hanna);
  }

  private Set<Risks.Kind> dangers(Promise promise) {
    return risks.of(List.of(promise.id())).stream()
        .map(Risks.Risk::kind)
        .collect(Collectors.toSet());
  }

  @Test
  void whatWasPromisedThereAndThenIsInDanger() {
    Promise there = visit("12 Mill Lane", 5);
    Promise elsewhere = visit("High Street", 5);
    Promise later = visit("Mill Lane", 40);
    Disruption ice = ice(new Disruption.Where(null, null, "mill lane"));
    assertThat(dangers(there)).containsExactly(Risks.Kind.DISRUPTION);
    assertThat(dangers(elsewhere)).isEmpty();
    assertThat(dangers(later)).isEmpty();

    disruptions.end(ice.id(), world.hanna);
    assertThat(dangers(there)).isEmpty();
  }

  @Test
  void whatIsPromisedLaterForItIsInDangerToo() {
    ice(new Disruption.Where(world.home.id(), null, ""));
    assertThat(dangers(visit("High Street", 5))).containsExactly(Risks.Kind.DISRUPTION);
  }

  @Test
  void aBrandThatFailsPutsItsBookingsInDanger() {
    Promise visit = visit("High Street", 5);
    ice(new Disruption.Where(null, world.brand.id(), ""));
    assertThat(dangers(visit)).containsExactly(Risks.Kind.DISRUPTION);
  }

  @Test
  void saysWhereAndWhyAndUntilWhen() {
    assertThatThrownBy(() -> ice(new Disruption.Where(null, null, " ")))
        .isInstanceOf(Refusal.class);
    assertThatThrownBy(() ->
            disruptions.record(
                new Disruption.Where(world.home.id(), null, ""), in(2), in(1), "Ice", world.hanna))
        .isInstanceOf(Refusal.class);
  }

  @Test
  void whoeverIsTakenIntoAnAbsenceIsWarnedOf() {
    Absence away =
        absences.record(world.tom.id(), in(1), in(40), Absence.Kind.PLANNED, Actor.SYSTEM);
    Case matter = matter("Hinge");
    cases.handOver(matter.id(), "person:" + world.tom.id(), "Yours.", world.priya);
    cases.call(
        matter.id(), "out", null, promising("We spoke.", "Tom rings you", in(10)), world.tom);
    Promise made =
        promises.about(matter.asSubject()).stream()
            .filter(p -> p.words().equals("Tom rings you"))
            .findFirst()
            .orElseThrow();
    assertThat(dangers(made)).containsExactly(Risks.Kind.ABSENCE);
    absences.end(away.id(), Actor.SYSTEM);
    assertThat(dangers(made)).isEmpty();
  }

  @Test
  void theCustomerChoosesAnotherMomentAndThatIsAgreed() {
    Promise visit = visit("12 Mill Lane", 5);
    Disruption ice = ice(new Disruption.Where(null, null, "mill lane"));
    Forewarnings.Notice notice =
        new Forewarnings.Notice(
            "The roads are icy.", "", in(50), Duration.ZERO, List.of(in(60), in(80)));
    assertThat(forewarnings.prepared(Risks.Kind.DISRUPTION, ice.id(), notice, world.priya))
        .filteredOn(p -> p.promise() == visit.id())
        .singleElement()
        .satisfies(p -> assertThat(p.letter()).contains("choose it on your page"));
    forewarnings.tell(Risks.Kind.DISRUPTION, ice.id(), notice, Set.of(visit.id()), world.priya);

    Promise moved =
        sql
            .sql("select id from promises_v_promise where follows_id = :id")
            .param("id", visit.id())
            .query(Long.class)
            .list()
            .stream()
            .map(promises::promise)
            .findFirst()
            .orElseThrow();
    long caseId = moved.about().id();
    List<MomentOffers.Offer> offers = customerSide.offers(caseId);
    assertThat(offers).extracting(MomentOffers.Offer::at).containsExactly(in(60), in(80));

    Actor ruth = Actor.customer(world.ruth().id());
    customerSide.choose(caseId, offers.getLast().id(), ruth);
    assertThat(promises.promise(moved.id()).moments().agreedAt()).isNotNull();
    assertThat(promises.about(Case.subject(caseId)))
        .filteredOn(Promise::owed)
        .filteredOn(p -> p.kind() == Promise.Kind.DEED)
        .singleElement()
        .satisfies(p -> assertThat(p.dueAt()).isEqualTo(in(80)));
    assertThat(customerSide.offers(caseId)).isEmpty();
    assertThatThrownBy(() -> customerSide.choose(caseId, offers.getFirst().id(), ruth))
        .isInstanceOf(Refusal.class);
  }
}
