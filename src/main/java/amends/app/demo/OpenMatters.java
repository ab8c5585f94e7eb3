package amends.app.demo;

import amends.staff.Viewer;

/**
 * Matters in which it is our turn: new, promised, handed over, or not yet known to the customer.
 */
final class OpenMatters {
  /** Tiles, a door, and a puddle, as a small PNG. */
  private static final String PHOTO =
      """
      iVBORw0KGgoAAAANSUhEUgAAAEAAAAAoCAMAAAB5EAzbAAAAElBMVEUAAADWzr7Euqh4lqpaeIzs
      7Oh89/lmAAAAeklEQVR42u3U4QqAMAgEYO3o/V85gv2o4XXKCCK8f4PtQ5hq+2KsgQZOwEe2keq5
      gQSAa6oAoswALxUst/uWKj0gBAAVAUDnEQDyQgQABeEDQNBISYB34g8AL7wn05h/z8ZZ/6HcB6oF
      3t8HtIrpvqnlyUpPA+rcgPsBX7sawvElSIoAAAAASUVORK5CYII=
      """;

  private final Stage stage;
  private final Play play;
  private final Viewer priya;
  private final Viewer tom;

  OpenMatters(Stage stage) {
    this.stage = stage;
    this.play = stage.play();
    this.priya = stage.cast().priya();
    this.tom = stage.cast().tom();
  }

  void tell() {
    ruth();
    daniel();
    bram();
    meiLing();
    karin();
    imogen();
  }

  /** Answered, with a promise ahead: HTML mail with a picture, both sides told, a call. */
  private void ruth() {
    stage
        .of(Neighbour.RUTH)
        .sends(
            play.day(2, "13:31"),
            """
            Subject: Dishwasher leaks again after the repair
            Content-Type: multipart/mixed; boundary="kitchen"

            --kitchen
            Content-Type: text/html; charset=utf-8
            Content-Transfer-Encoding: 8bit

            <p>Dear Fernhill,</p>
            <p>your fitter was here last week to mend the Lumen 8 (order <b>F-20418</b>). It ran
            twice without trouble. This morning there was <b>water from the door to the table</b>
            again, and my mother nearly slipped in it. She is 81 and walks with a frame, so this
            frightens me more than the floor does.</p>
            <p>I have turned it off and put towels down. The photograph shows how far it came.</p>
            <ul><li>Please do not just send the same part again.</li><li>I am at work in the daytime, so
            somebody should ring before they come.</li></ul>
            <p>Ruth Adeyemi</p>

            --kitchen
            Content-Type: image/png; name="kitchen-floor.png"
            Content-Disposition: attachment; filename="kitchen-floor.png"
            Content-Transfer-Encoding: base64

            %s
            --kitchen--
            """
                .formatted(PHOTO))
        .call(
            play.day(2, "13:47"),
            priya,
            "out",
            4,
            Matter.promising(
                "Nobody is hurt. Her mother held on to the table; the floor is dry and the machine is off.",
                "We write to you this afternoon with what we do about the machine",
                play.day(2, "16:00")))
        .feels(play.day(2, "13:52"), priya, "letdown")
        .tells(
            play.day(2, "14:04"),
            priya,
            "colleague",
            "Marek Dvořák, fitter",
            "I changed the inlet hose and ran a full programme; it was dry when I left. I did not take"
                + " the door seal out. If it comes from the door, it is the seal, and I should have"
                + " looked at it.")
        .reply(
            play.day(2, "14:20"),
            priya,
            """
            Dear Ms Adeyemi,

            I am sorry. A repair that lasts two washes is no repair, and I can see why you are worried
            for your mother.

            Please leave the machine off. Our fitter has told me that he changed the hose and did not
            take the door seal out. We will not send him with the same part: Sam Whitlock from the
            workshop comes himself, with a new seal and a new door, and stays until it has run dry
            twice. It costs you nothing.

            Until then please send us what the laundry of the towels and the launderette cost you; we
            pay it.\
            """,
            "We ring you with the day and the hour of Sam's visit, and he rings twice and waits at"
                + " the door",
            play.day(1, "16:00"))
        .note(
            play.day(1, "09:15"),
            priya,
            "Ring her between half past eight and nine, or after half past five. The way to the kitchen must stay clear for"
                + " the frame, so no tools in the hall.")
        .call(
            play.day(1, "15:20"),
            priya,
            "out",
            6,
            Matter.promising(
                "Told her when Sam can come. She was relieved that it is not the same part again, and"
                    + " asked that he takes his boots off: her mother slips on wet tiles.",
                "Sam rings from the van, and we tell you that the new door is on it",
                play.about(17)));
  }

  /** New, and nobody's yet. */
  private void daniel() {
    stage
        .of(Neighbour.DANIEL)
        .writes(
            play.ago(0, 41),
            "Today's delivery stopped at the depot",
            """
            Hi,

            the fridge from order F-20561 was to come between 8 and 12. The tracking says "held at Ashby
            depot" since last night and your driver does not pick up. Our old one is already at the tip
            and there is insulin in a cool bag here. Please tell me what you know.

            Daniel Brandt
            01632 960164
            """);
  }

  /** New, and due soon. */
  private void bram() {
    stage
        .of(Neighbour.BRAM)
        .writes(
            play.ago(3, 36),
            "E-bike arrived without the key to its lock",
            """
            Good day,

            my Glide 4 came this week and rides beautifully. But the frame lock is locked and there is
            no key in the box, only the little card with the number 7714. I have looked in all the
            paper twice.

            Can you send the key, or tell me who cuts one from that number?

            With kind regards
            Bram de Wit
            """);
  }

  /** Handed over to the workshop. */
  private void meiLing() {
    stage
        .of(Neighbour.MEI_LING)
        .writes(
            play.day(1, "10:05"),
            "Wrong door hinge for the oven",
            """
            Hello, the oven (F-20533) came with the hinge on the right. I ordered it on the left, the
            confirmation says so too. With the hinge on the right the door opens against the fridge.
            Can it be changed, or do you take it back?

            Mei-Ling Chou
            """)
        .reply(
            play.day(1, "11:30"),
            tom,
            """
            Dear Ms Chou,

            you are right: your confirmation says left, and we packed right. I am sorry. The door can be
            changed to the other side at your home in about forty minutes, and you do not have to send
            anything back.\
            """,
            "Our workshop tells you when they can change it",
            play.about(20))
        .handOver(
            play.day(1, "11:34"),
            tom,
            "team:" + stage.cast().workshop.id(),
            "Left hinge set 60-L for a Hearth 60, built in above a drawer. She is at home in the"
                + " mornings.")
        .note(
            play.day(1, "13:10"),
            stage.cast().sam(),
            "Hinge set 60-L is on the shelf. Needs two people for the door.");
  }

  /** Opened by us before the customer knows of anything. */
  private void karin() {
    stage
        .of(Neighbour.KARIN)
        .opened(
            play.day(1, "16:40"),
            stage.cast().hanna(),
            new Matter.Told(
                "ourselves",
                "E-bike battery of lot EB-2211: may she go on riding?",
                "The maker tells dealers that batteries of lot EB-2211 can switch off on long climbs."
                    + " Her bike has one. She does not know yet; she rides to work over the hill.",
                null,
                "F-20290",
                "GL4-20931"),
            "Read the maker's test result, then tell her what she may do, with a loan battery ready",
            play.about(16));
  }

  /** A company, with a promise ahead that was moved forward by a reply. */
  private void imogen() {
    stage
        .of(Neighbour.IMOGEN)
        .writes(
            play.day(1, "09:02"),
            "Two of three dryers delivered",
            """
            Dear all,

            order F-20566 was for three Breeze 7. Two stand in Larch Road since yesterday; the third was
            "on the next van". Which van is that? New tenants move into number 9 at the end of the week.

            Imogen Vale
            Larch & Vale Lettings
            """)
        .reply(
            play.day(1, "10:15"),
            priya,
            """
            Dear Ms Vale,

            the third dryer, serial BRZ7-772418, is still in our store: it was scanned onto the van and
            not carried. I am sorry. It goes out with the first van that has room for it, and
            it runs before your tenants come.\
            """,
            "I tell you the day and the hour of the delivery",
            play.about(26));
  }
}
