package amends.app.demo;

import amends.staff.Viewer;
import java.time.LocalDate;

/** Matters in which it is the customer's turn, or in which they have come back to us. */
final class WaitingMatters {
  private final Stage stage;
  private final Play play;
  private final Viewer priya;
  private final Viewer tom;

  WaitingMatters(Stage stage) {
    this.stage = stage;
    this.play = stage.play();
    this.priya = stage.cast().priya();
    this.tom = stage.cast().tom();
  }

  void tell() {
    LocalDate since = LocalDate.ofInstant(play.day(9, "08:00"), Play.LONDON);
    stage.desk().formal().switches().turnOn("iso-10002", since, stage.cast().ada());
    ines();
    joan();
  }

  /** Waiting for the customer, with a look of our own. */
  private void ines() {
    stage
        .of(Neighbour.INES)
        .writes(
            play.day(3, "10:26"),
            "Charged twice for one service visit",
            """
            Hello,

            you charged my card £89.00 twice within three days for one and the same visit (F-20520).
            The second invoice has my name on it but somebody else's address. Which of the two is mine,
            and when do I get the other one back?

            Inês Castelo
            """)
        .feels(play.day(3, "11:02"), priya, "calm")
        .replyAndWait(
            play.day(3, "12:15"),
            priya,
            """
            Dear Ms Castelo,

            thank you for looking so closely. The first charge is yours. The second belongs to another
            customer's visit and was put on your card by mistake; I have sent it back today, £89.00,
            and I have told the other person's office that their address went out.

            To be sure that it is the right card: could you tell me the last four digits on your
            statement? Please do not send the whole number.\
            """)
        .held(
            play.day(3, "12:20"),
            play.day(3, "10:26"),
            priya,
            "The second charge back, and to know what became of her address");
  }

  /** Closed as right, and then she wrote again: taken up once more, and an answer is owed. */
  private void joan() {
    stage
        .of(Neighbour.JOAN)
        .writes(
            play.day(7, "09:35"),
            "The new dishwasher hums all night",
            """
            Dear Fernhill, since the Lumen 8 was put in (F-20488) it hums, also when it is off. I can
            hear it in bed. Is that the pump? I should like to sleep again.

            Joan Whitcombe
            """)
        .reply(
            play.day(7, "10:50"),
            tom,
            """
            Dear Mrs Whitcombe,

            it is most likely the pump, which runs on when its float sticks. It is not dangerous. Our
            fitter is in your street tomorrow morning and can free the float in ten minutes, at no
            charge.\
            """,
            "Our fitter comes between nine and ten, and we ask you in the evening whether it is quiet",
            play.day(6, "18:00"))
        .call(
            play.day(6, "17:20"),
            tom,
            "out",
            3,
            Matter.nothingMore("The float was stuck. She hears nothing any more."))
        .settle(
            play.day(6, "17:25"),
            tom,
            amends.cases.Outcome.MADE_RIGHT,
            "The fitter freed the float of the pump.",
            play.day(5, "17:00"))
        .followUp(
            play.day(5, "16:10"),
            tom,
            "right",
            "phone",
            "Slept through. She was pleased that we rang.")
        .answers(
            play.ago(2, 5),
            """
            Dear Tom,

            I am sorry to trouble you again. It was quiet for four nights, and since yesterday it hums as
            before. I would rather not have the same done again if it does not last.

            Joan Whitcombe
            """)
        .feels(play.ago(1, 50), tom, "letdown");
  }
}
