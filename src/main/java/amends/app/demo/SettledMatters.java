package amends.app.demo;

import amends.cases.Outcome;
import amends.staff.Viewer;

/** Matters that are settled, and in which somebody still asks whether it is right. */
final class SettledMatters {
  private final Stage stage;
  private final Play play;
  private final Viewer priya;
  private final Viewer tom;

  SettledMatters(Stage stage) {
    this.stage = stage;
    this.play = stage.play();
    this.priya = stage.cast().priya();
    this.tom = stage.cast().tom();
  }

  void tell() {
    giulia();
    pauline();
  }

  /** Settled; the follow-up is owed. */
  private void giulia() {
    stage
        .of(Neighbour.GIULIA)
        .opened(
            play.day(3, "09:20"),
            priya,
            new Matter.Told(
                "phone",
                "Freezer failed overnight, food spoilt",
                "The freezer stood at plus eleven this morning. What was in it has gone, a birthday"
                    + " dinner among it. She still has the till receipts.",
                "The food replaced, and a freezer that works before her guests come",
                "F-19803",
                "NW200-31877"),
            "We tell you whether it is repaired or replaced, and what you get for the food",
            play.day(3, "15:00"))
        .feels(play.day(3, "09:24"), priya, "letdown")
        .call(
            play.day(3, "14:10"),
            priya,
            "out",
            9,
            Matter.promising(
                "The compressor cannot be had this week, so she gets a new freezer. For the food: £112.40"
                    + " by her receipts, without a discussion about the birthday cake.",
                "The new freezer comes, and we ring when it has been cold for a night",
                play.day(2, "17:00")))
        .call(
            play.day(2, "16:20"),
            priya,
            "out",
            4,
            Matter.nothingMore(
                "Delivered at noon, runs at minus eighteen. The money is on its way."))
        .feels(play.ago(5, 10), priya, "relieved")
        .settle(
            play.ago(5, 5),
            priya,
            Outcome.MADE_RIGHT,
            "A new freezer was delivered, the old one taken away, and £112.40 paid for the food.",
            play.about(14));
  }

  /** The follow-up was tried once; nobody answered. */
  private void pauline() {
    stage
        .of(Neighbour.PAULINE)
        .opened(
            play.day(6, "11:05"),
            tom,
            new Matter.Told(
                "letter",
                "Induction hob hums at low heat",
                "She writes by hand: the hob hums at 1 and 2, and the milk boils over since, because she"
                    + " no longer trusts the low heat. She is glad about a call, not about small print.",
                null,
                "F-20311",
                "HBI4-6610"),
            "We ring you and say whether it can be made quieter",
            play.day(5, "12:00"))
        .call(
            play.day(5, "10:40"),
            tom,
            "out",
            11,
            Matter.promising(
                "It is the coil of the left ring. There is a quieter one since spring. Read everything out"
                    + " to her, twice; she wrote the day down herself.",
                "Sam brings the quieter coil",
                play.day(3, "12:00")))
        .tells(
            play.day(3, "10:55"),
            stage.cast().hanna(),
            "colleague",
            "Sam Whitlock, workshop",
            "Changed the coil. At 1 one has to bend down to hear it. Cooked milk with her: it stayed in"
                + " the pan.")
        .call(
            play.day(3, "11:30"), tom, "out", 5, Matter.nothingMore("She thanks Sam for the milk."))
        .settle(
            play.ago(30, 0),
            tom,
            Outcome.MADE_RIGHT,
            "The left coil was changed for the quieter one, at no charge.",
            play.ago(7, 0))
        .followUp(
            play.ago(9, 0),
            tom,
            "no_answer",
            "phone",
            "Let it ring twelve times. She may be at her sister's.");
  }
}
