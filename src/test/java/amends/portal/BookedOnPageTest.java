package amends.portal;

import static org.assertj.core.api.Assertions.assertThat;

import amends.cases.Breaches;
import amends.cases.Forewarnings;
import amends.cases.Proposal;
import amends.promises.After;
import amends.promises.Begin;
import amends.promises.BookingSheet;
import amends.promises.Bookings;
import amends.promises.Disruption;
import amends.promises.Disruptions;
import amends.promises.Guarantee.Cover;
import amends.promises.Guarantees;
import amends.promises.Risks;
import amends.staff.NewBrand;
import amends.testing.DatabaseTest;
import amends.testing.Fernhill;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.springframework.beans.factory.annotation.Autowired;

/** What was agreed elsewhere stands on the customer's page, with a case and without. */
@DatabaseTest
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class BookedOnPageTest extends Visiting {
  @Autowired Bookings bookings;
  @Autowired Disruptions disruptions;
  @Autowired Forewarnings forewarnings;
  @Autowired Breaches breaches;
  @Autowired Guarantees guarantees;

  private BookingSheet visit(
      long caseId, String number, Instant due, long brand, @Nullable Instant done) {
    return new BookingSheet(
        number,
        "booking",
        cases.see(caseId, world.admin).customerId(),
        new BookingSheet.Whose(brand, world.home.id(), null, true),
        null,
        "The fitter comes",
        "van 7",
        "Quay " + number,
        due,
        new BookingSheet.Fate(false, done, null));
  }

  private long enter(long caseId, String number, Instant due) {
    return enter(visit(caseId, number, due, world.brand.id(), null));
  }

  private long enter(BookingSheet sheet) {
    return Objects.requireNonNull(
        bookings.enter(List.of(sheet), "api", world.priya.actor()).getFirst().id());
  }

  private Instant in(int hours) {
    return clock.instant().plus(Duration.ofHours(hours));
  }

  @Test
  void theirOwnAndNothingThatIsForColleagues() {
    long anna = writes("Anna", "a jug");
    String page = link("Anna");
    assertThat(page(page)).doesNotContain("Your bookings and deliveries");
    long visit = enter(anna, "A-1", in(5));
    long elsewhere =
        staff
            .addBrand(
                new NewBrand("Larch", "help@larch.example", Locale.UK, Fernhill.LONDON),
                world.admin.actor())
            .id();
    enter(visit(anna, "A-2", in(30), elsewhere, null));

    long before = sql.sql("select count(*) from journal_entry").query(Long.class).single();
    assertThat(page(page))
        .containsOnlyOnce("The fitter comes")
        .contains("Your bookings and deliveries", "promised today by")
        .doesNotContain("Quay A-1", "van 7", "Quay A-2");
    assertThat(sql.sql("select count(*) from journal_entry").query(Long.class).single())
        .as("looking changes nothing")
        .isEqualTo(before);
    writes("Bert", "a lamp");
    assertThat(page(link("Bert"))).doesNotContain("The fitter comes");

    bookings.done(visit, "Signed for", world.priya.actor());
    assertThat(page(page)).contains("done, ").doesNotContain("Signed for");
    clock.pass(Duration.ofDays(31));
    assertThat(page(page)).as("long over").doesNotContain("The fitter comes");
  }

  @Test
  void whatFailsIsSaidBeforeItIsDueAndWhatWasOfferedStandsThere() {
    long cleo = writes("Cleo", "a jug");
    String page = link("Cleo");
    enter(cleo, "C-1", in(5));
    Disruption ice =
        disruptions.record(
            new Disruption.Where(null, null, "Quay C-1"), in(1), in(20), "Ice", world.hanna);
    assertThat(page(page)).contains("We are not sure that we can keep this");

    Instant other = in(50);
    var notice =
        new Forewarnings.Notice(
            "The roads are icy. We are sorry.", "", null, Duration.ofHours(24), List.of(other));
    long promise =
        forewarnings
            .prepared(Risks.Kind.DISRUPTION, ice.id(), notice, world.hanna)
            .getFirst()
            .promise();
    assertThat(
            forewarnings
                .tell(Risks.Kind.DISRUPTION, ice.id(), notice, Set.of(promise), world.hanna)
                .told())
        .isEqualTo(1);
    long told = sql.sql("select max(id) from amends_case").query(Long.class).single();
    assertThat(page(page))
        .contains("It was promised for", "Other moments that you can choose", "case " + told);
    String theirs = link("Cleo");
    assertThat(theirs).isNotEqualTo(page);
    assertThat(page(theirs)).contains("Choose above", "Choose another moment");
  }

  @Test
  void whatWasNotKeptIsSaidWithWhatHappensNow() {
    long day =
        breaches.publish(
            new Guarantees.Wanted(
                null, "On time", "We come.", "All.", "You get ten pounds.", Set.of(Cover.BOOKING)),
            Proposal.NONE,
            world.admin);
    long dora = writes("Dora", "a jug");
    String page = link("Dora");
    long visit = enter(dora, "D-1", in(5));
    clock.set(in(6));
    while (alarmClock.perform()) {}
    assertThat(page(page))
        .contains("not kept: it was due", "What happens now: You get ten pounds.");
    bookings.done(visit, "Signed for", world.priya.actor());
    assertThat(page(page)).contains("too late: due");
    guarantees.retire(day, world.admin.actor());
  }

  @Test
  void whatBeginsLaterSaysWhatItWaitsFor() {
    long emil = writes("Emil", "a jug");
    BookingSheet later =
        new BookingSheet(
            "E-1",
            "booking",
            cases.see(emil, world.admin).customerId(),
            new BookingSheet.Whose(world.brand.id(), world.home.id(), null, true),
            null,
            "We ring you",
            "",
            "",
            in(200),
            BookingSheet.Fate.STANDS,
            new Begin("your parcel has arrived", new After(5, After.Unit.DAYS), in(80)));
    enter(later);
    assertThat(page(link("Emil"))).contains("once your parcel has arrived, within 5 days.");
  }
}
