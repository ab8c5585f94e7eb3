package amends.app.demo;

import amends.staff.Viewer;

/** Matters that press: broken and escalated, made good late, due within the half hour. */
final class PressingMatters {
  private final Stage stage;
  private final Play play;
  private final Viewer priya;
  private final Viewer tom;

  PressingMatters(Stage stage) {
    this.stage = stage;
    this.play = stage.play();
    this.priya = stage.cast().priya();
    this.tom = stage.cast().tom();
  }

  void tell() {
    oskar();
    thandi();
    leila();
  }

  /** Broken and escalated: nobody called. */
  private void oskar() {
    stage
        .of(Neighbour.OSKAR)
        .opened(
            play.day(2, "10:12"),
            tom,
            new Matter.Told(
                "phone",
                "Cargo bike: the second brake repair was missed as well",
                "The rear brake of his cargo bike drags. He took a morning off for our mechanic twice;"
                    + " nobody came and nobody rang. He takes two children to school on it.",
                "A firm appointment, and the money for the second morning",
                "F-20377",
                "HAUL2-00412"),
            "We ring you with a firm appointment",
            play.ago(0, 50))
        .feels(play.day(2, "10:16"), tom, "angry")
        .note(
            play.day(1, "11:40"),
            tom,
            "The brake cable of the 2025-09 lot is back in stock in three days. The mobile mechanic is"
                + " full until then; asked Hanna for a loan bike.");
  }

  /** Nobody answered in time; made good late, and a new promise ahead. */
  private void thandi() {
    stage
        .of(Neighbour.THANDI)
        .writes(
            play.day(3, "09:10"),
            "My refund of £89.00 has not arrived",
            """
            Hello,

            two weeks ago you wrote that the £89.00 for the two broken jugs (order F-20502) would be with
            me in five working days. My bank sees nothing.

            Could somebody please look and not send me the same sentence again?

            Thandi Mokoena
            """)
        .reply(
            play.day(3, "14:02"),
            priya,
            """
            Dear Ms Mokoena,

            we promised you an answer by ten past one, and it is two. I am sorry for that too.

            I have looked: the refund was written down then and never sent to the bank. That was
            our mistake. I have asked our bookkeeper to send it today, and I do not take "today" for
            an answer until I have the bank's reference in my hand.\
            """,
            "I send you the reference of the bank transfer",
            play.day(2, "12:00"))
        .feels(play.day(3, "14:05"), priya, "letdown")
        .reply(
            play.day(2, "11:20"),
            priya,
            """
            Dear Ms Mokoena,

            the £89.00 left our bank this morning at 9:41. The reference is FH-20502-R. Banks take up
            to two working days for it.\
            """,
            "I look whether it has reached you, and write either way",
            play.about(21))
        .answers(
            play.day(2, "11:48"),
            """
            Thank you for saying plainly what went wrong. I will watch my account.

            Thandi
            """)
        .reply(
            play.day(2, "13:05"),
            priya,
            """
            Dear Ms Mokoena,

            thank you. I have it in my diary, so you need not do anything.\
            """,
            "I look whether it has reached you, and write either way",
            play.about(21));
  }

  /** Due within the half hour: a call that was promised. */
  private void leila() {
    stage
        .of(Neighbour.LEILA)
        .opened(
            play.ago(1, 40),
            tom,
            new Matter.Told(
                "phone",
                "Tumble dryer smells of burning",
                "After twenty minutes on cotton it smells of burning, and the flap at the back is hot."
                    + " She has switched it off at the wall. Two small children in the flat.",
                "That somebody safe looks at it today",
                "F-20455",
                "BRZ7-771902"),
            "We ring you back with the time of the visit",
            play.in(0, 25))
        .feels(play.ago(1, 36), tom, "afraid")
        .tells(
            play.ago(1, 34),
            tom,
            "customer",
            "Leila Haddad",
            "It began two days ago, only faintly. Today my daughter said it smells like the iron. I cleaned"
                + " the filter each time, as the booklet says.")
        .call(
            play.ago(1, 32),
            tom,
            "out",
            4,
            Matter.promising(
                "Rang her at once: it is unplugged and the window is open. Nobody is hurt.",
                "We ring you back with the time of the visit",
                play.in(0, 25)))
        .note(
            play.ago(1, 20),
            tom,
            "Told her to leave it unplugged and to open the window. Asked the workshop whether the"
                + " 2025-W44 lot has other reports.");
  }
}
