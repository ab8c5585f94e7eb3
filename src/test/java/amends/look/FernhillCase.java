package amends.look;

import static amends.look.Fernhill.NOW;
import static amends.look.Fernhill.T;
import static amends.look.Fernhill.at;
import static amends.look.Fernhill.due;

import amends.cases.web.CaseView;
import amends.cases.web.CaseView.Acts;
import amends.cases.web.CaseView.Day;
import amends.cases.web.CaseView.Head;
import amends.cases.web.CaseView.Step;
import amends.cases.web.Composer;
import amends.cases.web.Entry;
import amends.cases.web.Entry.Attachment;
import amends.cases.web.NextRead;
import amends.cases.web.QueueView.View;
import amends.cases.web.Side;
import amends.cases.web.Side.ContactPoint;
import amends.cases.web.Side.Fact;
import amends.cases.web.Side.Need;
import amends.shared.page.Badge;
import amends.shared.page.Clock;
import amends.shared.page.Form;
import amends.shared.page.Page;
import java.time.Instant;
import java.util.List;
import java.util.Map;

/** Ruth Adeyemi's case, in the middle of it and at its end. */
final class FernhillCase {
  private FernhillCase() {}

  static CaseView open(Page page, Composer composer) {
    Head head =
        new Head(
            4127,
            "4127",
            "Dishwasher leaks again after the repair",
            "Ruth Adeyemi",
            "letdown",
            "a new machine, or her money back",
            "Yours since Saturday.",
            "open",
            null,
            due("12T14:30"),
            "14:30",
            "/cases/4127/promises/1/move",
            "Waiting for the carrier: their answer to the damage report. Next look Tuesday 12 May, 16:00.",
            List.of(new Badge("Vulnerable", false)),
            View.TEAM);
    return new CaseView(
        page,
        head,
        steps(),
        days(),
        composer,
        side(),
        new Acts(true, true, false, false, false, true, true));
  }

  static CaseView settled(Page page) {
    Head head =
        new Head(
            4100,
            "4100",
            "Freezer failed, food spoilt",
            "Giulia Ferrante",
            "relieved",
            null,
            "Yours since Monday.",
            "settled",
            "made_right",
            due("13T09:30"),
            "Wed 09:30",
            null,
            null,
            List.of(),
            View.MINE);
    Composer none =
        new Composer(
            "note", "/cases/4100", "Giulia", "", true, Form.blank(), null, Fernhill.MOMENTS);
    return new CaseView(
        page,
        head,
        steps(),
        List.of(days().getLast()),
        none,
        new Side(
            List.of(),
            new Side.Customer("Giulia Ferrante", "/customers/7", List.of(), List.of(), List.of()),
            List.of()),
        new Acts(false, true, true, true, true, false, false));
  }

  static Composer reply() {
    Form form =
        Form.of(
            Map.of(
                "text",
                "Dear Ruth, thank you for writing. You get a new machine, and it has a different hose clamp.",
                "next",
                "I call you to agree the delivery",
                "by",
                "today 17:00"));
    return composer(
        "reply",
        form,
        new NextRead(
            T, "Ruth", T.moment(at("12T17:00")), "2 h 53 min", null, false, "", "", null, null));
  }

  static Composer refused() {
    Form form =
        Form.of(Map.of("text", "Dear Ruth, I am sorry.", "next", "", "by", "soonish"))
            .refused("next", "Say what happens next, or tick “Nothing more unless they write”.")
            .refused("by", "We cannot read “soonish”. Write a time, such as “today 17:00”.");
    return composer("reply", form, null);
  }

  static Composer blank(String mode) {
    return composer(mode, Form.blank(), null);
  }

  private static Composer composer(String mode, Form form, NextRead read) {
    return new Composer(
        mode,
        "/cases/4127",
        "Ruth",
        "by e-mail to ruth@adeyemi.example",
        true,
        form,
        read,
        Fernhill.MOMENTS);
  }

  private static List<Step> steps() {
    return List.of(
        new Step("listen", "done", "Her message of Saturday is answered; one statement taken down"),
        new Step("apologise", "done", "Monday 09:20: “I am sorry”"),
        new Step("empathise", "done", "Her mother’s safety named on Monday"),
        new Step("own", "done", "Priya, one owner from the start"),
        new Step("turn", "next", "Nothing is settled yet"),
        new Step("follow", "open", "Within 24 h of the settlement"));
  }

  private static List<Day> days() {
    return List.of(
        new Day(
            "Saturday 9 May",
            List.of(
                letter(
                    "09T18:42",
                    false,
                    "email",
                    "Ruth Adeyemi",
                    "by e-mail",
                    "angry",
                    "The dishwasher you repaired on Thursday leaked again this evening, and the floor is wet as far as the hall. My mother is 81 and walks with a frame. She could have fallen.\n\nThis is the second time, and I took a day off for the first visit. Please repair it for good or take it back.",
                    true,
                    null,
                    null,
                    null),
                new Entry.Line(
                    at("09T18:42"),
                    "18:42",
                    "system",
                    null,
                    "",
                    "Acknowledged by e-mail: a person answers by Monday 10:00.",
                    null))),
        new Day(
            "Monday 11 May",
            List.of(
                letter(
                    "11T09:20",
                    true,
                    "email",
                    "You",
                    "by e-mail, accepted 09:20",
                    null,
                    "Dear Ruth, I am sorry. We repaired your dishwasher on Thursday and it failed again within two days; that is ours to put right. I am glad that your mother did not fall.\n\nPlease keep the tap behind the machine closed until we have been.",
                    false,
                    "Marek Dvořák visits on Tuesday between 13:00 and 15:00.",
                    Clock.moved(T, at("12T08:32"), NOW),
                    null),
                line(
                    "11T09:20",
                    Clock.State.KEPT,
                    "Promise kept:",
                    "a person answers by Monday 10:00.",
                    "By the message above, 40 min early"),
                new Entry.Told(
                    at("11T10:02"),
                    "10:02",
                    "Marek Dvořák",
                    "colleague",
                    "taken down by you",
                    "I resealed the joint with what I had in the van. The clamp of lot 24-W07 does not hold at full pressure; I said so on the sheet."),
                new Entry.Line(
                    at("11T11:05"),
                    "11:05",
                    "phone",
                    null,
                    "Call with Ruth, 6 min.",
                    "She would rather not have a third repair.",
                    "Written down by you; confirmed in writing at 11:14"))),
        new Day(
            "Today",
            List.of(
                line(
                    "12T08:32",
                    Clock.State.MOVED,
                    "Promise moved,",
                    "4 h 28 min before it was due: Ruth was told and offered three ways on.",
                    "Was: visit today 13:00 to 15:00. Now: she chooses"),
                line(
                    "12T09:00",
                    Clock.State.OVERDUE,
                    "Promise broken:",
                    "the leaflet about the tap, due today 09:00.",
                    "Escalated to Hanna Lindqvist at 09:00"),
                new Entry.Note(
                    at("12T10:15"),
                    "10:15",
                    "Tom Okafor",
                    "@Priya the inlet hose is from lot 24-W07. Three other Lumen 8 leaked at the same joint since March."),
                new Entry.Line(
                    at("12T10:40"),
                    "10:40",
                    "over",
                    null,
                    "Handed over",
                    "from Tom Okafor to you.",
                    "“You know her and the machine.”"),
                letter(
                    "12T11:02",
                    true,
                    "email",
                    "You",
                    "by e-mail, not delivered",
                    null,
                    "Dear Ruth, here is the picture of the tap that I mean.",
                    false,
                    "Nothing more unless you write.",
                    null,
                    "Her mail server says that the box is full. We try again at 15:02; call her if it is urgent."),
                letter(
                    "12T13:31",
                    false,
                    "email",
                    "Ruth Adeyemi",
                    "by e-mail",
                    "letdown",
                    "Thank you for telling me this morning and not at one o’clock. I would rather have a new machine. Will it have the same part in it? And who calls me: Marek, or you?",
                    false,
                    null,
                    null,
                    null))));
  }

  private static Entry letter(
      String moment,
      boolean out,
      String channel,
      String who,
      String how,
      String mood,
      String text,
      boolean rich,
      String next,
      Clock kept,
      String trouble) {
    Instant at = at(moment);
    return new Entry.Letter(
        at.getEpochSecond(),
        at,
        T.clockTime(at),
        out,
        channel,
        who,
        how,
        mood,
        text,
        rich ? "On Thursday Fernhill wrote:\n> Your dishwasher is repaired." : null,
        rich ? "/cases/4127/messages/1/html" : null,
        rich
            ? List.of(
                new Attachment("floor, hall.jpg", "1.2 MB", "/x"),
                new Attachment("receipt of the first repair.pdf", "84 kB", "/y"),
                new Attachment(
                    "visit.ics",
                    "1 kB",
                    "/z",
                    "Invitation: The fitter comes\ntomorrow, 09:30 – tomorrow, 10:15\nFrom Bo Karlsson <bo@fitters.example>"))
            : List.of(),
        next,
        kept,
        trouble,
        out ? null : Fernhill.heard(text, rich));
  }

  private static Entry line(
      String moment, Clock.State clock, String lead, String words, String sub) {
    return new Entry.Line(at(moment), T.clockTime(at(moment)), "system", clock, lead, words, sub);
  }

  private static Side side() {
    return new Side(
        List.of(
            new Side.Promise(
                "Answer her message of 13:31",
                "You, by 14:30",
                due("12T14:30"),
                "/cases/4127/promises/1"),
            new Side.Promise(
                "Send the leaflet about the tap", "You, by 09:00", due("12T09:00"), null),
            new Side.Promise(
                "Visit by Marek Dvořák",
                "Moved before it was due; she chooses",
                Clock.moved(T, at("12T08:32"), NOW),
                null),
            new Side.Promise(
                "A person answers",
                "You, by Monday 10:00",
                Clock.kept(T, at("11T09:20"), NOW),
                null)),
        new Side.Customer(
            "Ruth Adeyemi",
            "/customers/3",
            List.of(
                Fact.of("Prefers", "E-mail; calls after 16:00"),
                Fact.of("Quiet", "20:00 to 08:00, your time zone"),
                new Fact("Before", "Delivery two days late, 2023", "/cases/2311", false)),
            List.of(
                new ContactPoint("email", "ruth@adeyemi.example", true, true),
                new ContactPoint("phone", "+44 20 7946 0991", false, false)),
            List.of(
                new Need(
                    "Her mother (81, walking frame) lives with her: keep the floor clear and dry, ring twice and wait.",
                    "Told by Ruth on 9 May. Look again by 9 November."))),
        List.of(
            Fact.of("Product", "Lumen 8 dishwasher"),
            new Fact("Serial", "FH8-2407-01188", null, true),
            Fact.of("Lot", "24-W07"),
            new Fact("Order", "F-20418", null, true)));
  }
}
