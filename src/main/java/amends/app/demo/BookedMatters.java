package amends.app.demo;

import amends.cases.Forewarnings;
import amends.cases.Proposal;
import amends.promises.After;
import amends.promises.Begin;
import amends.promises.BookingSheet;
import amends.promises.Disruption;
import amends.promises.Guarantee.Cover;
import amends.promises.Guarantees;
import amends.promises.Risks;
import amends.shared.Money;
import amends.staff.Viewer;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * What Fernhill's diary and its carrier have agreed with customers, in every state, and what it
 * promises to everybody.
 */
final class BookedMatters {
  private static final String DEPOT = "Kirkgate depot";

  private final Stage stage;
  private final Play play;
  private final Elsewhere elsewhere;
  private final Viewer sam;
  private final Viewer morgan;

  BookedMatters(Stage stage) {
    this.stage = stage;
    this.play = stage.play();
    this.elsewhere = stage.desk().elsewhere();
    this.sam = stage.cast().sam();
    this.morgan = stage.cast().morgan();
  }

  void tell() {
    catalogue();
    kept();
    late();
    ahead();
    flooded();
  }

  /** It stands before anything is promised, so that it counts for all of it. */
  private void catalogue() {
    elsewhere
        .breaches()
        .publish(
            new Guarantees.Wanted(
                stage.cast().brand.id(),
                "At the moment that we named",
                "We call, come and deliver by the moment that we named to you.",
                "Everybody to whom we named one, wherever you bought. Moments that we changed with you in"
                    + " time are kept.",
                "We ring you the same day and say why, and you get ten pounds to spend with us.",
                Set.of(Cover.CONTACT, Cover.BOOKING, Cover.DELIVERY)),
            new Proposal("credit", new Money(10_00, "GBP"), Proposal.Step.RING),
            stage.cast().ada());
    elsewhere
        .breaches()
        .publish(
            new Guarantees.Wanted(
                stage.cast().brand.id(),
                "No machine that answers for us",
                "Whoever writes to us is answered by a person with a name.",
                "Everybody who writes by e-mail or letter.",
                "Write to our manager Morgan Hale, who answers you in person.",
                Set.of()),
            Proposal.NONE,
            stage.cast().ada());
  }

  private void kept() {
    at(
        play.day(4, "09:30"),
        parcel("D-7731", Neighbour.THANDI, "Two new jugs come", play.day(2, "18:00"), "F-20502"));
    play.at(
        play.day(2, "11:40"),
        () ->
            done(
                parcel(
                    "D-7731",
                    Neighbour.THANDI,
                    "Two new jugs come",
                    play.day(2, "18:00"),
                    "F-20502"),
                play.day(2, "11:20")));
  }

  /** A day late: nobody complained, and what happens then is owed all the same. */
  private void late() {
    BookingSheet jug =
        parcel("D-7719", Neighbour.ANTON, "Your jug comes", play.day(4, "18:00"), "F-20577");
    at(play.day(6, "10:00"), jug);
    play.at(play.day(3, "10:15"), () -> done(jug, play.day(3, "09:50")));
  }

  private void ahead() {
    at(
        play.day(1, "16:20"),
        visit(
            "W-402",
            Neighbour.BRAM,
            "The mechanic brings your e-bike back",
            play.day(-1, "16:00"),
            true));
    at(
        play.day(1, "16:40"),
        visit(
            "W-403",
            Neighbour.KARIN,
            "The mechanic looks at your brake",
            play.day(-3, "11:00"),
            false));
    at(play.day(2, "16:10"), later());
    BookingSheet cancelled =
        visit("W-398", Neighbour.NELL, "We collect the old jug", play.day(-2, "09:30"), true);
    at(play.day(2, "15:00"), cancelled);
    play.at(play.ago(5, 0), () -> enter(over(cancelled, null, "customer")));
  }

  /** Five days after his second jug has arrived, which the carrier has not reported yet. */
  private BookingSheet later() {
    Instant expected = play.day(-3, "18:00");
    After fiveDays = new After(5, After.Unit.DAYS);
    return new BookingSheet(
        "R-118",
        "booking",
        stage.village().id(Neighbour.ANTON),
        new BookingSheet.Whose(stage.cast().brand.id(), stage.cast().home.id(), null, true),
        stage.village().order("F-20577"),
        "We ring you and ask whether the jug holds",
        "",
        "",
        expected.plus(Duration.ofDays(fiveDays.amount())),
        BookingSheet.Fate.STANDS,
        new Begin("the second jug has arrived", fiveDays, expected));
  }

  /** What was to come from there is in danger; one customer was told already, and may choose. */
  private void flooded() {
    at(
        play.day(2, "14:00"),
        parcel(
            "D-7740", Neighbour.GIULIA, "Your freezer drawer comes", play.day(-1, "14:00"), null));
    at(
        play.day(2, "14:10"),
        visit("W-405", Neighbour.YUSUF, "We bring the spare part", play.day(-1, "15:00"), true));
    play.at(play.ago(1, 20), this::flood);
  }

  private void flood() {
    Disruption flood =
        elsewhere
            .disruptions()
            .record(
                new Disruption.Where(null, null, DEPOT),
                play.day(0, "08:00"),
                play.day(-1, "20:00"),
                "Water in the hall of the depot",
                morgan);
    Forewarnings.Notice notice =
        new Forewarnings.Notice(
            "There is water in the hall that your part lies in, and nobody may go in before tomorrow"
                + " night. I am sorry that this comes so late.",
            "",
            null,
            Duration.ofHours(24),
            List.of(play.day(-3, "10:00"), play.day(-4, "15:00")));
    Set<Long> yusuf =
        Set.of(
            elsewhere
                .forewarnings()
                .prepared(Risks.Kind.DISRUPTION, flood.id(), notice, morgan)
                .stream()
                .filter(one -> one.customer().equals(Neighbour.YUSUF.called()))
                .findFirst()
                .orElseThrow()
                .promise());
    elsewhere.forewarnings().tell(Risks.Kind.DISRUPTION, flood.id(), notice, yusuf, morgan);
  }

  private void at(Instant moment, BookingSheet sheet) {
    play.at(moment, () -> enter(sheet));
  }

  private void enter(BookingSheet sheet) {
    elsewhere.bookings().enter(List.of(sheet), "api", morgan.actor()).stream()
        .filter(told -> told.refusal() != null)
        .findFirst()
        .ifPresent(told -> {
          throw Objects.requireNonNull(told.refusal());
        });
  }

  private void done(BookingSheet sheet, Instant at) {
    enter(over(sheet, at, null));
  }

  private static BookingSheet over(BookingSheet s, @Nullable Instant done, @Nullable String by) {
    return new BookingSheet(
        s.externalId(),
        s.kind(),
        s.customerId(),
        s.whose(),
        s.orderId(),
        s.words(),
        s.basis(),
        s.place(),
        s.dueAt(),
        new BookingSheet.Fate(true, done, by));
  }

  private BookingSheet parcel(
      String number, Neighbour who, String words, Instant due, @Nullable String order) {
    return new BookingSheet(
        number,
        "delivery",
        stage.village().id(who),
        new BookingSheet.Whose(stage.cast().brand.id(), stage.cast().home.id(), null, true),
        order == null ? null : stage.village().order(order),
        words,
        "with the carrier",
        DEPOT,
        due,
        BookingSheet.Fate.STANDS);
  }

  /**
   * @param accepted whether Sam has said that he goes
   */
  private BookingSheet visit(
      String number, Neighbour who, String words, Instant due, boolean accepted) {
    return new BookingSheet(
        number,
        "booking",
        stage.village().id(who),
        new BookingSheet.Whose(
            stage.cast().brand.id(), stage.cast().workshop.id(), sam.id(), accepted),
        null,
        words,
        "the workshop's diary",
        who == Neighbour.YUSUF ? DEPOT : "at the customer’s",
        due,
        BookingSheet.Fate.STANDS);
  }
}
