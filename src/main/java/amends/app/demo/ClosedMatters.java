package amends.app.demo;

import amends.cases.Outcome;
import amends.staff.Viewer;

/** Matters of the last days that are closed: right, tried in vain, refused, and a duplicate. */
final class ClosedMatters {
  private final Stage stage;
  private final Play play;
  private final Viewer priya;
  private final Viewer tom;

  ClosedMatters(Stage stage) {
    this.stage = stage;
    this.play = stage.play();
    this.priya = stage.cast().priya();
    this.tom = stage.cast().tom();
  }

  void tell() {
    aoife();
    yusuf();
    graham();
    nell();
  }

  /** Closed, and right. */
  private void aoife() {
    stage
        .of(Neighbour.AOIFE)
        .writes(
            play.day(8, "09:48"),
            "Worktop scratched when the fridge went in",
            """
            Hi there,

            your two men were lovely and quick, but after they left (F-20540) I found a scratch as long
            as my hand in the oak worktop, right beside the fridge. It was oiled last month. I do not
            want to make trouble for them; I just want it gone.

            Aoife Brennan
            """)
        .tells(
            play.day(8, "10:25"),
            tom,
            "colleague",
            "Jo Prentice, driver",
            "The corner guard slipped off when we turned it. We saw nothing in that light, but it could"
                + " be us. Sorry.")
        .reply(
            play.day(8, "10:40"),
            tom,
            """
            Dear Ms Brennan,

            I have asked the two, and one of them told me at once that the corner guard had slipped. So
            it was us, and nobody is in trouble for saying so.

            A joiner who works for us sands and oils the board so that the place does not show. He needs
            about an hour and you keep the kitchen.\
            """,
            "The joiner rings you for a day that suits you, and I ask you whether he has",
            play.day(7, "12:00"))
        .feels(play.day(8, "10:42"), tom, "calm")
        .call(
            play.day(7, "10:30"),
            tom,
            "out",
            4,
            Matter.promising(
                "He has rung; he comes on the day after tomorrow at nine.",
                "We hear from the joiner, and ask you how it looks",
                play.day(5, "16:00")))
        .reply(
            play.day(5, "14:15"),
            tom,
            """
            Dear Ms Brennan,

            the joiner tells me that the board is oiled and may be used from tomorrow on. Please do not
            put a hot pan on it tonight.\
            """,
            "I ask you whether the place still shows",
            play.day(4, "15:00"))
        .call(
            play.day(4, "14:00"),
            tom,
            "out",
            2,
            Matter.nothingMore("She has to look for the place herself."))
        .settle(
            play.day(4, "14:05"),
            tom,
            Outcome.MADE_RIGHT,
            "A joiner sanded and oiled the worktop.",
            play.day(3, "14:00"))
        .followUp(
            play.day(3, "11:15"),
            tom,
            "right",
            "email",
            "She writes that it looks better than before the scratch.");
  }

  /** Closed after three tries without an answer. */
  private void yusuf() {
    stage
        .of(Neighbour.YUSUF)
        .writes(
            play.day(8, "11:20"),
            "Please send me my service history in writing",
            """
            Good morning, I am selling the flat and need a paper that lists what you repaired in it since
            2021. A plain list will do.

            Yusuf Demir
            """)
        .reply(
            play.day(8, "12:35"),
            priya,
            """
            Dear Mr Demir,

            of course. Here is the list, from our own record:

            3 March 2021: washing machine, door lock changed
            19 November 2022: cooker hood, motor changed under warranty
            7 June 2024: washing machine, bearings changed

            If the buyer wants it on paper with a signature, tell me the address and I post it.\
            """,
            "I ask you whether the list is enough",
            play.day(7, "16:00"))
        .settle(
            play.day(8, "12:40"),
            priya,
            Outcome.MADE_RIGHT,
            "The service history since 2021 was sent by e-mail.",
            play.day(7, "12:00"))
        .replyAndWait(
            play.day(7, "11:30"),
            priya,
            """
            Dear Mr Demir,

            is the list what you need? If I hear nothing I take it that it is.\
            """)
        .followUp(play.day(7, "11:35"), priya, "no_answer", "email", "Asked by e-mail.")
        .followUp(play.day(6, "11:00"), priya, "no_answer", "phone", "No answer, no machine.")
        .followUp(play.day(5, "10:20"), priya, "no_answer", "phone", "No answer again.");
  }

  /** Refused, with reasons and where he can turn; he was told in person. */
  private void graham() {
    stage
        .of(Neighbour.GRAHAM)
        .writes(
            play.day(5, "15:10"),
            "Money back for a cracked jug",
            """
            The jug I bought from you two years ago (F-19660) has cracked from top to bottom. It stood on
            the terrace, as jugs do. I want the £44.50 back.

            G. Pike
            """)
        .feels(play.day(5, "15:42"), tom, "angry")
        .reply(
            play.day(5, "16:20"),
            tom,
            """
            Dear Mr Pike,

            I am sorry that the jug is gone. May I ask two things, so that I decide nothing in a hurry:
            did it stand outside in winter, and was there water in it?\
            """,
            "I read your answer and tell you what we can do",
            play.day(4, "12:00"))
        .answers(
            play.day(4, "08:40"),
            """
            Of course there was water in it, it is a jug. And yes, it froze. It still should not break.
            """)
        .reply(
            play.day(4, "10:05"),
            tom,
            """
            Dear Mr Pike,

            thank you for telling me straight. Stoneware cracks when water freezes in it; the sheet in the
            box says so, and no potter can prevent it. So this is not a fault of the jug, and we do not
            give the money back.

            You need not take my word for it. If you see it differently, the retail ombudsman whose address
            stands in our terms decides for free, and we accept what they decide. And if you would like a
            new jug, we sell it to you at what it costs us: £21.\
            """,
            "I ring you once more, in case something is unclear",
            play.day(3, "16:00"))
        .refuse(
            play.day(4, "10:12"),
            tom,
            "Refused; a new jug was offered at cost price.",
            "Water froze in it. Stoneware cannot bear that; the sheet in the box says so.",
            "The retail ombudsman named in our terms, free of charge; we accept their decision.",
            play.day(3, "10:00"))
        .call(
            play.day(3, "09:40"),
            tom,
            "out",
            7,
            Matter.nothingMore("Read him the reasons. He is not happy, and has understood them."))
        .followUp(
            play.day(3, "09:45"),
            tom,
            "right",
            "phone",
            "He will not go to the ombudsman over it and buys the new jug for £21.");
  }

  /** Written twice about the same jug: the second is a duplicate of the first, which is closed. */
  private void nell() {
    Matter first =
        stage
            .of(Neighbour.NELL)
            .writes(
                play.day(6, "08:50"),
                "My jug arrived broken",
                """
                Hello! The jug came today (F-20571), in three pieces. The box itself looks fine. It was to
                be a present for my aunt.

                Nell Garside
                """);
    stage
        .of(Neighbour.NELL)
        .writes(
            play.day(6, "09:25"),
            "Broken jug, photo",
            """
            Me again, I forgot to say: the order is F-20571 and I have kept all the pieces.

            Nell
            """)
        .duplicateOf(
            play.day(6, "09:50"),
            priya,
            first,
            "The same jug as in her first message of this morning.");
    first
        .reply(
            play.day(6, "10:00"),
            priya,
            """
            Dear Ms Garside,

            what a pity, and a present too. A new jug leaves our store at noon today by courier, packed
            by hand and in straw this time. You may throw the pieces away, or keep one for the drainage of
            a flower pot.\
            """,
            "I ask you whether it has come whole",
            play.day(4, "12:00"))
        .feels(play.day(6, "10:02"), priya, "calm")
        .answers(
            play.day(5, "17:30"),
            """
            It came! Whole, and it smells of straw. Thank you for being so quick.

            Nell
            """)
        .replyAndWait(
            play.day(5, "17:50"),
            priya,
            """
            Dear Ms Garside,

            I am glad. Our best wishes to your aunt.\
            """)
        .settle(
            play.day(5, "17:55"),
            priya,
            Outcome.MADE_RIGHT,
            "A new jug was sent by courier on the same day.",
            play.day(4, "17:00"))
        .followUp(
            play.day(4, "11:30"),
            priya,
            "right",
            "phone",
            "The present was a success. All is well.");
  }
}
