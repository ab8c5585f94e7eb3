package amends.app.demo;

import amends.goods.NewStop;
import amends.goods.StopMark;
import amends.remedies.NewOffer;
import amends.remedies.Remedy;
import amends.remedies.RemedyCheck;
import amends.remedies.Severity;
import amends.remedies.Wanted;
import amends.shared.Money;
import amends.shared.Subject;
import amends.staff.Viewer;
import java.time.Duration;
import java.time.Instant;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.function.LongConsumer;
import org.jspecify.annotations.Nullable;

/** What was given, offered and asked for in Fernhill's matters, and what became of it. */
final class RemedyMatters {
  /** As the promise to look has it. */
  private static final String ASKED = "We ask you whether this arrived and works: A new jug";

  private static final Duration A_WEEK = Duration.ofDays(7);

  private final Stage stage;
  private final Play play;
  private final Right right;
  private final Viewer priya;
  private final Viewer tom;
  private final Viewer hanna;
  private final Viewer morgan;
  private final Map<Neighbour, Long> numbers = new EnumMap<>(Neighbour.class);

  RemedyMatters(Stage stage) {
    this.stage = stage;
    this.play = stage.play();
    this.right = stage.desk().right();
    this.priya = stage.cast().priya();
    this.tom = stage.cast().tom();
    this.hanna = stage.cast().hanna();
    this.morgan = stage.cast().morgan();
  }

  void tell() {
    holly();
    anton();
    elsewhere();
  }

  /** The jug broke again: its lot is stopped, and the next one has to be of another. */
  private void holly() {
    stage
        .of(Neighbour.HOLLY)
        .opened(
            play.day(8, "10:00"),
            priya,
            new Matter.Told(
                "phone",
                "The handle of her new jug came off",
                "She lifted the full jug, and the handle stayed in her hand. Nobody was hurt; the"
                    + " tablecloth was.",
                "A jug whose handle holds",
                "F-20580",
                "SJ-4401"),
            "We tell you when the new jug comes",
            play.day(8, "13:00"))
        .also(play.day(8, "10:05"), this::firstJug)
        .call(
            play.day(8, "10:20"),
            priya,
            "out",
            3,
            Matter.promising(
                "Told her that the new jug comes by courier tomorrow.",
                ASKED,
                play.day(0, "20:00")))
        .also(play.day(8, "16:00"), number -> right.done(number, morgan))
        .also(play.day(1, "09:10"), this::brokeAgain)
        .feels(play.day(1, "09:12"), priya, "letdown")
        .call(
            play.day(1, "09:15"),
            priya,
            "out",
            7,
            Matter.promising(
                "The second one broke in the same place. I said that I am sorry, that this is ours, and"
                    + " that nobody sends her a third one before we know why.",
                "We ring you and say what we found",
                play.day(1, "13:00")))
        .also(play.day(1, "11:30"), number -> stop())
        .call(
            play.day(1, "12:10"),
            priya,
            "out",
            6,
            Matter.promising(
                "The whole lot has a handle that was fired too hot. She must not use what is left of it."
                    + " She still wants a jug, of another lot.",
                "We ring you and say which jug you get, and when",
                play.about(3)))
        .call(
            play.day(1, "15:05"),
            priya,
            "out",
            2,
            Matter.promising(
                "Rang once more so that she has it from us first: the jug she has goes into the bin, we"
                    + " pay for it.",
                "We tell you when the money for that jug is on its way",
                play.about(27)));
  }

  private void firstJug(long number) {
    give(number, wanted("new-jug", null, "The handle came off.", "SJ-4402"), priya);
  }

  private void brokeAgain(long number) {
    right
        .told()
        .arrivals()
        .note(
            right.newest(number).id(),
            RemedyCheck.Result.DOES_NOT_WORK,
            "The handle came off this one too, in the same place.",
            priya.actor());
  }

  private void stop() {
    right
        .shelf()
        .marks()
        .set(
            new NewStop(
                "JUG-STONE",
                "2026-W14",
                null,
                StopMark.Reason.DANGER,
                "Handles of this lot come off when the jug is full.",
                "Two jugs of one customer, and the potter's own kiln log of week 14"),
            hanna.actor());
  }

  /** Given a week ago: today somebody asks whether it works. */
  private void anton() {
    Instant asked = play.about(5);
    stage
        .of(Neighbour.ANTON)
        .opened(
            play.day(9, "14:00"),
            tom,
            new Matter.Told(
                "phone",
                "Jug arrived with a crack",
                "A hairline from the rim to the base; it holds water, and sweats.",
                null,
                "F-20577",
                null),
            "We tell you when the new jug comes",
            play.day(9, "17:00"))
        .also(
            play.day(9, "14:04"),
            number ->
                give(
                    number,
                    wanted("new-jug", null, "Cracked on the way.", "SJ-4471")
                        .promised(asked.minus(A_WEEK)),
                    tom))
        .call(
            play.day(9, "14:10"),
            tom,
            "out",
            2,
            Matter.promising("It comes by courier; he need not do anything.", ASKED, asked))
        .also(play.day(8, "16:30"), number -> right.done(number, morgan));
  }

  /** In matters that are told elsewhere: one grant in every state, a request, an offer. */
  private void elsewhere() {
    in(
        Neighbour.THANDI,
        play.day(2, "09:41"),
        n -> give(n, paid("refund", 89_00, "paid-late", "Owed for two weeks."), priya));
    in(Neighbour.THANDI, play.day(2, "09:50"), number -> right.done(number, morgan));
    in(Neighbour.THANDI, play.day(1, "17:00"), this::backed);
    in(
        Neighbour.BRAM,
        play.ago(1, 0),
        n -> give(n, paid("credit", 15_00, null, "For the wait without a key."), tom));
    in(Neighbour.BRAM, play.ago(0, 50), right::unknown);
    in(
        Neighbour.GIULIA,
        play.day(3, "14:12"),
        n -> give(n, paid("refund", 112_40, "fails-early", "The food, by her receipts."), priya));
    in(Neighbour.GIULIA, play.ago(0, 30), number -> right.failed(number, morgan));
    in(Neighbour.KARIN, play.day(1, "17:00"), this::lent);
    in(Neighbour.MEI_LING, play.day(1, "11:20"), this::offered);
    in(Neighbour.DANIEL, play.ago(0, 20), this::asked);
  }

  private void in(Neighbour who, Instant at, LongConsumer act) {
    play.at(
        at,
        () ->
            act.accept(
                numbers.computeIfAbsent(
                    who, w -> stage.desk().newestOf(w.called(), stage.cast().morgan()))));
  }

  private void backed(long number) {
    right
        .backings()
        .back(
            right.newest(number).id(),
            "I would have rung her the same morning, before she looks at her account.",
            hanna);
  }

  private void lent(long number) {
    Wanted bike =
        wanted("loan-bike", null, "Her own may switch off on the hill.", "GL4-20777")
            .until("The maker's test is not there yet.", play.about(120));
    give(number, bike, hanna);
  }

  private void offered(long number) {
    right
        .offers()
        .offer(
            Subject.of("case", number),
            new NewOffer(
                List.of(
                    paid("part-refund", 60_00, null, "She keeps the hinge on the right."),
                    wanted("visit", null, "We change it at her home.", null)),
                "Packed with the hinge on the wrong side.",
                play.about(96),
                null,
                null),
            "",
            tom);
  }

  private void asked(long number) {
    right
        .remedies()
        .ask(
            Subject.of("case", number),
            paid(
                "refund",
                619_00,
                null,
                "There is insulin in a cool bag: he buys one in town today."),
            "",
            priya);
  }

  private void give(long number, Wanted wanted, Viewer by) {
    right.remedies().grant(Subject.of("case", number), wanted, "", by);
  }

  private Wanted paid(String code, long pence, @Nullable String cause, String why) {
    return wanted(code, new Money(pence, "GBP"), why, null).because(cause, Severity.MEDIUM);
  }

  private Wanted wanted(String code, @Nullable Money amount, String why, @Nullable String serial) {
    Long unit = serial == null ? null : stage.village().unit(serial);
    return Wanted.of(remedy(code).id(), amount, why).unit(unit, null);
  }

  private Remedy remedy(String code) {
    return right.shelf().catalogue().all().stream()
        .filter(one -> one.code().equals(code))
        .findFirst()
        .orElseThrow();
  }
}
