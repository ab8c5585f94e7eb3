package amends.look;

import amends.cases.web.ActView;
import amends.cases.web.Entry;
import amends.cases.web.NewCaseView;
import amends.cases.web.QueueView;
import amends.cases.web.QueueView.Group;
import amends.cases.web.QueueView.Row;
import amends.cases.web.QueueView.View;
import amends.cases.web.QueueView.When;
import amends.cases.web.SearchView;
import amends.shared.Texts;
import amends.shared.Texts.Voice;
import amends.shared.page.Badge;
import amends.shared.page.Choice;
import amends.shared.page.Clock;
import amends.shared.page.Face;
import amends.shared.page.Form;
import amends.shared.page.Page;
import amends.shared.page.Rest;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/** The made-up company whose pages the preview draws: the desk of Fernhill, a Tuesday at 14:07. */
final class Fernhill {
  static final Voice T = Texts.strict().voice(Locale.UK, ZoneId.of("Europe/London"));
  static final Instant NOW = Instant.parse("2026-05-12T13:07:00Z");
  static final Duration LEAD = Duration.ofHours(1);
  static final List<Choice> MOMENTS =
      List.of(
          Choice.of("today 17:00", "in 2 h 53 min"),
          Choice.of("tomorrow 10:00", "Wednesday 13 May"),
          Choice.of("Friday 12:00", "Friday 15 May"));

  private Fernhill() {}

  static Page page() {
    return page("light");
  }

  static Page page(String theme) {
    return new Page(
        T,
        NOW,
        new Page.Viewer(7, "Priya Nair", true, true),
        new Page.Counts(14, 37, 2, 4, 2, 3, 12, true),
        "csrf",
        theme,
        new Page.House("Fernhill", true, false, true),
        null);
  }

  static Page page(Page.Flash flash, boolean restored) {
    Page plain = page();
    return new Page(
        T,
        NOW,
        plain.viewer(),
        plain.counts(),
        "csrf",
        "light",
        new Page.House("Fernhill", false, restored, false),
        flash);
  }

  static Page stranger() {
    return new Page(
        T,
        NOW,
        null,
        Page.Counts.NONE,
        "csrf",
        "system",
        new Page.House("Fernhill", true, false, true),
        null);
  }

  static Clock due(String london) {
    return Clock.running(T, at(london), NOW, LEAD);
  }

  /** "12T14:30" is 14:30 in London on 12 May. */
  static Instant at(String dayAndTime) {
    return Instant.parse("2026-05-" + dayAndTime + ":00Z").minus(Duration.ofHours(1));
  }

  static QueueView queue() {
    return queue(page(), View.TEAM, "", groups());
  }

  static QueueView queue(Page page, View view, String search, List<Group> groups) {
    Rest rest =
        groups.isEmpty()
            ? Rest.NOTHING
            : new Rest(null, "/cases?view=team&after=x", "22 more, all due after Friday");
    return new QueueView(page, view, search, groups, "14:13", rest);
  }

  private static List<Group> groups() {
    return List.of(
        new Group(
            When.BROKEN,
            2,
            List.of(
                row(
                    4098,
                    "Oskar Nyström",
                    "phone",
                    "Cargo bike: second brake repair missed",
                    "angry",
                    tom(),
                    "say when the part arrives",
                    "12T13:20"),
                row(
                    4120,
                    "Thandi Mokoena",
                    "email",
                    "Refund of 89.00 € has not arrived",
                    "letdown",
                    you(),
                    "confirm the bank reference",
                    "12T13:55"))),
        new Group(
            When.HOUR,
            4,
            List.of(
                danger(
                    row(
                        4131,
                        "Leila Haddad",
                        "chat",
                        "Dryer smells of burning",
                        "afraid",
                        tom(),
                        "call her",
                        "12T14:13")),
                row(
                    4127,
                    "Ruth Adeyemi",
                    "email",
                    "Dishwasher leaks again after the repair",
                    "letdown",
                    you(),
                    "answer her message of 13:31",
                    "12T14:30"),
                row(
                    4133,
                    "Daniel Brandt",
                    "sms",
                    "Today’s delivery stopped: Ashby depot",
                    "angry",
                    Face.nobody("Nobody"),
                    "take it",
                    "12T14:41"),
                row(
                    4125,
                    "Bram de Wit",
                    "email",
                    "E-bike arrived without the key to its lock",
                    "calm",
                    you(),
                    "say when the key is posted",
                    "12T14:55"))),
        new Group(
            When.TODAY,
            3,
            List.of(
                row(
                    4119,
                    "Mei-Ling Chou",
                    "form",
                    "Oven: the wrong door hinge was delivered",
                    null,
                    Face.team("Norwick repairs"),
                    "confirm the right hinge",
                    "12T16:00"),
                row(
                    4111,
                    "Karin Vogel",
                    "phone",
                    "E-bike battery: may she keep riding?",
                    "afraid",
                    tom(),
                    "arrange the loan bike",
                    "12T16:30"),
                row(
                    4105,
                    "Ines Castelo",
                    "email",
                    "Charged twice for one service visit, and the second time with somebody else’s address on the invoice",
                    "letdown",
                    you(),
                    "send the corrected invoice",
                    "12T18:00"))),
        new Group(
            When.LATER,
            2,
            List.of(
                row(
                    4100,
                    "Giulia Ferrante",
                    "phone",
                    "Freezer failed, food spoilt",
                    "relieved",
                    you(),
                    "follow-up call",
                    "13T09:30"),
                row(
                    4087,
                    "Pauline Mercier",
                    "letter",
                    "Induction hob hums at low heat",
                    "calm",
                    tom(),
                    "visit, with the quieter coil",
                    "14T10:00"))),
        new Group(
            When.WAITING,
            2,
            List.of(
                row(
                    4080,
                    "Aoife Brennan",
                    "email",
                    "Worktop scratched while the fridge went in",
                    "calm",
                    Face.customer("Customer"),
                    "chooses; then we ask",
                    "15T17:00"),
                row(
                    4071,
                    "Yusuf Demir",
                    "letter",
                    "Asks for his service history in writing",
                    null,
                    Face.customer("Customer"),
                    "sends proof; then we ask",
                    "20T12:00"))));
  }

  private static Row row(
      long id,
      String who,
      String channel,
      String what,
      String mood,
      Face turn,
      String todo,
      String due) {
    return new Row(
        id, who, channel, what, List.of(), mood, turn, todo, due(due), T.at(at(due), NOW));
  }

  private static Row danger(Row row) {
    return new Row(
        row.id(),
        row.customer(),
        row.channel(),
        row.what(),
        List.of(new Badge("Danger", true)),
        row.mood(),
        row.turn(),
        row.todo(),
        row.clock(),
        row.at());
  }

  static Face you() {
    return Face.you("You", "Priya Nair");
  }

  static Face tom() {
    return Face.colleague("Tom Okafor");
  }

  static ActView act(Form form, String note, List<Choice> choices) {
    return new ActView(
        page(),
        4127,
        "4127",
        "Dishwasher leaks again after the repair",
        "Ruth Adeyemi",
        form,
        note,
        choices,
        MOMENTS);
  }

  static List<Choice> owners() {
    return List.of(
        new Choice("person:8", "Tom Okafor", "9 open cases, on duty until 18:00"),
        new Choice("person:9", "Hanna Lindqvist", "Lead"),
        new Choice("team:2", "Norwick repairs", "4 people, whoever is free"));
  }

  static List<Choice> channels() {
    return List.of(
        Choice.of("phone", "Phone"), Choice.of("email", "E-mail"), Choice.of("letter", "Letter"));
  }

  static NewCaseView newCase() {
    Form form =
        Form.of(
                Map.of(
                    "customer",
                    "new",
                    "name",
                    "Bram de Wit",
                    "subject",
                    "E-bike arrived without its key",
                    "by",
                    "soonish"))
            .refused(
                "by",
                "We cannot read “soonish”. Write a time, such as “today 17:00” or “2026-05-13 10:00”.")
            .refused("happened", "Write in a sentence or two what happened.");
    return new NewCaseView(
        page(),
        "de wit",
        List.of(new Choice("31", "Bram de Wit", "bram@dewit.example, customer since 2021")),
        form,
        List.of(Choice.of("person:7", "You"), Choice.of("team:2", "Norwick repairs")),
        MOMENTS);
  }

  /** What the words of a message show. */
  static Entry.Shown heard(String text, boolean again) {
    return new Entry.Shown(
        List.of(new SearchView.Piece(text, false)),
        again ? List.of(new Entry.Sign("Not for the first time", "“happened again”")) : List.of(),
        null);
  }
}
