package amends.app.demo;

import amends.cases.About;
import amends.cases.Case;
import amends.remedies.NewOffer;
import amends.remedies.RemedyGrant;
import amends.remedies.Severity;
import amends.remedies.Wanted;
import amends.shared.Money;
import amends.shared.Subject;
import amends.staff.Viewer;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** What was given, asked for and offered in the matters of the others. */
final class RightedMatters {
  private final Stage stage;
  private final Larder larder;
  private final Giving giving;

  RightedMatters(Stage stage, Larder larder, Giving giving) {
    this.stage = stage;
    this.larder = larder;
    this.giving = giving;
  }

  void tell() {
    ruth();
    thandi();
    oskar();
  }

  /** Money for the day off, backed; and a choice that is hers. */
  private void ruth() {
    Play play = stage.play();
    Viewer priya = stage.cast().priya();
    Viewer hanna = stage.cast().hanna();
    play.at(
        play.day(2, "14:30"),
        () ->
            stage.desk()
                .cases()
                .understand(
                    number(Neighbour.RUTH),
                    matter -> about(matter, "F-20418", "LM8-55107-31"),
                    priya));
    play.at(
        play.ago(20, 0),
        () -> {
          RemedyGrant grant =
              give(
                  Neighbour.RUTH,
                  wanted("part-refund", Larder.pounds(6000), "For the day off work", Larder.FAILED_AGAIN),
                  priya);
          giving.backings().back(grant.id(), null, hanna);
        });
    play.at(
        play.ago(3, 0),
        () ->
            giving.offers()
                .offer(
                    subject(Neighbour.RUTH),
                    new NewOffer(
                        List.of(
                            wanted("refund", Larder.pounds(54900), "It leaked again", Larder.FAILED_AGAIN),
                            wanted("repair", null, "It leaked again", Larder.FAILED_AGAIN)),
                        "It leaked again after the repair",
                        play.in(96, 0),
                        null,
                        null),
                    "",
                    hanna));
  }

  /** Flowers for the wait; nobody has looked at it yet. */
  private void thandi() {
    Play play = stage.play();
    play.at(
        play.ago(4, 0),
        () ->
            give(
                Neighbour.THANDI,
                wanted("flowers", null, "She waited twice for the same sentence", "late"),
                stage.cast().priya()));
  }

  /** Above Tom's limit: the lead is asked, and he hears by then. */
  private void oskar() {
    Play play = stage.play();
    play.at(
        play.ago(0, 25),
        () ->
            giving.remedies()
                .ask(
                    subject(Neighbour.OSKAR),
                    wanted(
                        "part-refund",
                        Larder.pounds(24000),
                        "Two mornings off work, and nobody came either time. He has been polite about it.",
                        Larder.NOBODY_CAME),
                    "",
                    stage.cast().tom()));
  }

  private RemedyGrant give(Neighbour who, Wanted wanted, Viewer by) {
    return giving.remedies().grant(subject(who), wanted, "", by);
  }

  private Wanted wanted(String code, @Nullable Money amount, String why, String cause) {
    return Wanted.of(larder.remedy(code), amount, why).because(cause, Severity.MEDIUM);
  }

  private long number(Neighbour who) {
    return stage.desk().newestOf(who.called(), stage.cast().morgan());
  }

  private Subject subject(Neighbour who) {
    return Case.subject(number(who));
  }

  private About about(Case matter, String order, String serial) {
    return new About(
        matter.asks(), matter.mood(), stage.village().order(order), stage.village().unit(serial));
  }
}
