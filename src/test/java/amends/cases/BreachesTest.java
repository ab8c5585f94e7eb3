package amends.cases;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import amends.goods.Goods;
import amends.goods.Order;
import amends.goods.OrderSheet;
import amends.goods.ProductSheet;
import amends.promises.BookingSheet;
import amends.promises.Bookings;
import amends.promises.Guarantee;
import amends.promises.Guarantee.Cover;
import amends.promises.Guarantees;
import amends.promises.Promise;
import amends.shared.Money;
import amends.shared.NotFound;
import amends.shared.Refusal;
import amends.shared.Subject;
import amends.staff.NewBrand;
import amends.testing.AsOwner;
import amends.testing.Fernhill;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/** A standing promise that is not kept is noted by itself, and what happens then is proposed. */
class BreachesTest extends Telling {
  @Autowired Guarantees guarantees;
  @Autowired Breaches breaches;
  @Autowired BrokenGuarantees broken;
  @Autowired Bookings bookings;
  @Autowired Goods goods;
  @Autowired CustomerSide customerSide;

  @AfterEach
  void nothingStands() {
    guarantees.standing().forEach(g -> guarantees.retire(g.id(), world.admin.actor()));
  }

  private long published(@Nullable Long brand, Cover... covers) {
    return breaches.publish(
        new Guarantees.Wanted(
            brand, "A day", "In a day.", "Everybody.", "We ring you.", Set.of(covers)),
        new Proposal(null, null, Proposal.Step.RING),
        world.admin);
  }

  private void late(Promise promise) {
    clock.set(promise.dueAt().plusSeconds(1));
    ring();
  }

  private List<Breach> of(long guarantee) {
    return breaches.all(
        new Breaches.Wanted(guarantee, null, null, false, false, 0, 100), world.admin);
  }

  private BookingSheet parcel(Instant due, @Nullable Instant done) {
    return parcel(due, done, null);
  }

  private BookingSheet parcel(Instant due, @Nullable Instant done, @Nullable Long order) {
    return new BookingSheet(
        "P-" + test,
        "delivery",
        world.ruth().id(),
        new BookingSheet.Whose(world.brand.id(), world.home.id(), null, true),
        order,
        "Your parcel comes",
        "",
        "",
        due,
        new BookingSheet.Fate(false, done, null));
  }

  private long enter(Instant due, @Nullable Instant done) {
    return Objects.requireNonNull(
        bookings.enter(List.of(parcel(due, done)), "api", world.priya.actor()).getFirst().id());
  }

  @Test
  void anAnswerThatIsLateStandsInTheCaseWithWhatHappensThen() {
    long day = published(world.brand.id(), Cover.ANSWER);
    Case first = ruthWrites("Kettle", "Nobody answers.");
    Case second = ruthWrites("Lamp", "Nobody answers.");
    late(next(second));

    assertThat(of(day))
        .as("both broke at once")
        .extracting(Breach::caseId)
        .containsExactlyInAnyOrder(first.id(), second.id());
    Breach breach = breaches.in(first.id(), world.priya).getFirst();
    assertThat(breach.open()).isTrue();
    assertThat(breach.proposal().step()).isEqualTo(Proposal.Step.RING);
    assertThat(breach.promiseId()).isNotNull();
    assertThat(customerSide.broken(first.id()))
        .singleElement()
        .satisfies(g -> assertThat(g.ifNot()).isEqualTo("We ring you."));
    assertThat(journal.history(first.asSubject()))
        .anySatisfy(e -> assertThat(e.kind()).isEqualTo("case.guarantee_breached"));
    assertThat(
            sql.sql(
                    "select count(*) from notice where source_kind = 'guarantee_breach' and about_id = :id")
                .param("id", first.id())
                .query(Integer.class)
                .single())
        .as("the team that owed the answer hears of it")
        .isPositive();
    assertThat(broken.counts(clock.instant().minus(Duration.ofDays(1)))).containsEntry(day, 2);
    assertThat(broken.open()).containsEntry(day, 2);
    assertThat(broken.open(first.id(), world.priya)).as("it is noted already").isEmpty();
    assertThatThrownBy(() -> breaches.see(breach.id(), world.sam)).isInstanceOf(NotFound.class);
  }

  @Test
  void coversWhatWasPromisedWhileItStoodAndNothingElse() {
    Case before = ruthWrites("Kettle", "Nobody answers.");
    clock.pass(Duration.ofMinutes(1));
    long contact = published(null, Cover.CONTACT, Cover.DELIVERY);
    long other = published(elsewhere(), Cover.ANSWER);
    long answer = published(null, Cover.ANSWER);
    clock.pass(Duration.ofMinutes(1));
    Case after = ruthWrites("Lamp", "Nobody answers.");
    clock.pass(Duration.ofMinutes(1));
    guarantees.retire(answer, world.admin.actor());
    late(next(after));
    assertThat(promises.about(before.asSubject())).anySatisfy(p -> assertThat(p.broken()).isTrue());
    assertThat(of(contact)).isEmpty();
    assertThat(of(other)).isEmpty();
    assertThat(of(answer))
        .as(
            "it stood when the answer was promised, and the one before it was published is not meant")
        .extracting(Breach::caseId)
        .containsExactly(after.id());
  }

  private long only(Guarantee.Only only, Cover... covers) {
    return breaches.publish(
        new Guarantees.Wanted(
            world.brand.id(), "A day", "In a day.", "Some.", "We ring.", Set.of(covers), only),
        Proposal.NONE,
        world.admin);
  }

  private static Guarantee.Only products(Set<String> numbers, Set<String> makers) {
    return new Guarantee.Only(Set.of(), Set.of(), numbers, makers);
  }

  private static Guarantee.Only countries(String... codes) {
    return new Guarantee.Only(Set.of(codes), Set.of(), Set.of(), Set.of());
  }

  private long ordered(String number, String country) {
    goods.enterOrders(
        List.of(
            new OrderSheet(
                number,
                world.ruth().id(),
                clock.instant(),
                new Money(100, "GBP"),
                new Order.Terms(null, null, country),
                List.of(new OrderSheet.Line("S-1", null, 1, new Money(100, "GBP"))))),
        world.admin.actor());
    return goods.order(number).orElseThrow().id();
  }

  @Test
  void isNotedOnlyForWhomItIsGiven() {
    goods.enterProducts(
        List.of(
            new ProductSheet("S-1", "A kettle", "Moorwell"),
            new ProductSheet("S-2", "A lamp", "Tarn")),
        world.admin.actor());
    long order = ordered("S-" + test, "FR");
    long[] meant = {
      only(countries("FR", "DE"), Cover.ANSWER),
      only(products(Set.of("S-1"), Set.of()), Cover.ANSWER),
      only(products(Set.of("S-2"), Set.of("Moorwell")), Cover.ANSWER),
      only(new Guarantee.Only(Set.of("FR"), Set.of("email"), Set.of("S-1"), Set.of()), Cover.ANSWER)
    };
    long[] others = {
      only(countries("GB"), Cover.ANSWER),
      only(products(Set.of("S-2"), Set.of("Tarn")), Cover.ANSWER),
      only(new Guarantee.Only(Set.of("FR"), Set.of("phone"), Set.of(), Set.of()), Cover.ANSWER)
    };
    clock.pass(Duration.ofMinutes(1));
    Case french = ruthWrites("Kettle", "Nobody answers.");
    cases.understand(french.id(), new About(null, null, order, null), world.priya);
    Case unknown = ruthWrites("Lamp", "Nobody answers.");
    late(next(unknown));
    for (long one : meant) {
      assertThat(of(one)).extracting(Breach::caseId).containsExactly(french.id());
    }
    for (long one : others) {
      assertThat(of(one)).isEmpty();
    }
    assertThat(broken.open(unknown.id(), world.priya))
        .as("a colleague who knows more notes it by hand")
        .extracting(Guarantee::id)
        .contains(meant[0]);
  }

  @Test
  void aParcelIsMeantByWhereItsOrderWent() {
    long french = only(countries("FR"), Cover.DELIVERY);
    long british = only(countries("GB"), Cover.DELIVERY);
    long order = ordered("T-" + test, "GB");
    Instant due = clock.instant().plus(Duration.ofHours(5));
    bookings.enter(List.of(parcel(due, null, order)), "api", world.priya.actor());
    clock.set(due.plusSeconds(60));
    ring();
    assertThat(of(french)).isEmpty();
    assertThat(of(british)).hasSize(1);
    assertThatThrownBy(() ->
            only(new Guarantee.Only(Set.of(), Set.of("email"), Set.of(), Set.of()), Cover.DELIVERY))
        .isInstanceOfSatisfying(Refusal.class, r -> assertThat(r.field()).isEqualTo("channels"));
    assertThatThrownBy(() -> only(countries("XX"), Cover.ANSWER)).isInstanceOf(Refusal.class);
  }

  private long elsewhere() {
    return staff
        .addBrand(
            new NewBrand("Elsewhere", "help@elsewhere.example", Locale.ENGLISH, Fernhill.LONDON),
            world.admin.actor())
        .id();
  }

  @Test
  void aParcelThatIsLateIsNotedForACustomerWithoutACase() {
    long parcels = published(null, Cover.DELIVERY);
    Instant due = clock.instant().plus(Duration.ofHours(5));
    long parcel = enter(due, null);
    clock.set(due.plusSeconds(60));
    ring();
    Breach breach = of(parcels).getFirst();
    assertThat(breach.caseId()).isNull();
    assertThat(breach.words()).isEqualTo("Your parcel comes");
    assertThat(breaches.of(bookings.booking(parcel), world.priya)).hasSize(1);

    long opened = breaches.openCase(breach.id(), "It is late.", world.priya);
    assertThat(breaches.openCase(breach.id(), "It is late.", world.priya)).isEqualTo(opened);
    assertThat(breaches.in(opened, world.priya)).hasSize(1);
    assertThat(promises.about(Subject.of("case", opened)))
        .as("the broken promise burns there until it is made good")
        .anySatisfy(p -> assertThat(p.broken()).isTrue());
    assertThat(breaches.of(bookings.booking(parcel), world.priya)).isEmpty();
    bookings.done(parcel, "Signed for", world.priya.actor());
    assertThat(of(parcels)).as("once for each promise").hasSize(1);
  }

  @Test
  void aParcelThatIsReportedTooLateCountsBeforeItsAlarmRings() {
    long parcels = published(null, Cover.DELIVERY);
    Instant due = clock.instant().plus(Duration.ofHours(5));
    enter(due, null);
    clock.set(due.plusSeconds(60));
    enter(due, clock.instant());
    assertThat(of(parcels)).hasSize(1);
    assertThat(breaches.openCase(of(parcels).getFirst().id(), "Late.", world.priya)).isPositive();
  }

  @Test
  void whatIsDoneInTimeOrNotOwedIsNoBreach() {
    long parcels = published(null, Cover.DELIVERY);
    long kept = enter(clock.instant().plus(Duration.ofHours(5)), null);
    bookings.done(kept, "Signed for", world.priya.actor());
    assertThat(of(parcels)).isEmpty();

    long day = published(world.brand.id(), Cover.ANSWER);
    Case matter = ruthWrites("Kettle", "Nobody answers.");
    late(next(matter));
    Breach breach = of(day).getFirst();
    assertThatThrownBy(() -> breaches.answer(breach.id(), Breach.Answer.NOT_DUE, " ", world.priya))
        .isInstanceOfSatisfying(Refusal.class, r -> assertThat(r.field()).isEqualTo("reason"));
    breaches.answer(breach.id(), Breach.Answer.NOT_DUE, "She wrote on a Sunday.", world.priya);
    assertThat(customerSide.broken(matter.id())).isEmpty();
    assertThat(broken.counts(Instant.EPOCH)).doesNotContainKey(day);
    assertThatThrownBy(
            () -> breaches.answer(breach.id(), Breach.Answer.DONE, "We rang.", world.priya))
        .isInstanceOf(Refusal.class);
  }

  /** A booking that is long over is forgotten; what was noted stays with the count. */
  @Test
  void aForgottenBookingLeavesTheCount() {
    long parcels = published(null, Cover.DELIVERY);
    Instant due = clock.instant().plus(Duration.ofHours(5));
    long parcel = enter(due, null);
    clock.set(due.plusSeconds(60));
    ring();
    new AsOwner().run("delete from booking where id = " + parcel);
    assertThat(of(parcels)).isEmpty();
    assertThat(broken.counts(Instant.EPOCH)).containsEntry(parcels, 1);
  }
}
