package amends.look;

import static amends.look.Fernhill.due;
import static amends.look.Fernhill.page;
import static amends.look.Fernhill.stranger;

import amends.app.web.CatcherView;
import amends.app.web.HealthView;
import amends.messages.web.HeldItemView;
import amends.messages.web.HeldView;
import amends.shared.page.Choice;
import amends.shared.page.Form;
import amends.shared.page.Page;
import amends.shared.page.Rest;
import amends.staff.web.FirstStartView;
import amends.staff.web.PeopleView;
import amends.staff.web.PersonView;
import amends.staff.web.ProfileView;
import amends.staff.web.SignInView;
import java.util.List;
import java.util.Map;

/** Fernhill's people, held mail, health and mail catcher. */
final class FernhillHouse {
  private FernhillHouse() {}

  static SignInView signIn() {
    Form form =
        Form.of(Map.of("email", "priya@fernhill.example"))
            .refused("", "E-mail or password is not right. After five tries you wait a minute.");
    return new SignInView(
        stranger(),
        form,
        List.of(
            new SignInView.DemoSignIn(
                "Priya Nair", "Agent", "priya@fernhill.example", "kept-word-priya"),
            new SignInView.DemoSignIn(
                "Tom Okafor", "Agent", "tom@fernhill.example", "kept-word-tom"),
            new SignInView.DemoSignIn(
                "Hanna Lindqvist", "Lead", "hanna@fernhill.example", "kept-word-hanna")),
        SignInView.Doors.PASSWORDS);
  }

  static FirstStartView firstStart(boolean valid) {
    return new FirstStartView(
        stranger(),
        "token",
        valid,
        false,
        Form.of(Map.of("name", "Hanna Lindqvist"))
            .refused("password", "That is 7 characters. Take at least 12."));
  }

  static FirstStartView invited() {
    Form known = Form.of(Map.of("name", "Tom Okafor", "email", "tom@fernhill.example"));
    return new FirstStartView(stranger(), "token", true, true, known);
  }

  static PersonView person() {
    List<Choice> teams = List.of(Choice.of("1", "Front desk"), Choice.of("2", "Norwick repairs"));
    List<Choice> roles =
        List.of(
            Choice.of("agent", "Agent"),
            Choice.of("lead", "Lead"),
            Choice.of("manager", "Manager"));
    return new PersonView(
        page(),
        9,
        "Hanna Lindqvist",
        "hanna@fernhill.example",
        false,
        false,
        List.of(
            new PersonView.Held("lead", "1", "in Front desk"),
            new PersonView.Held("manager", "", "everywhere")),
        teams,
        new PersonView.Choices(roles, teams, List.of(Choice.of("3", "Night line"))),
        Form.blank(),
        "https://desk.fernhill.example/first-start/9f2Kq7Lw0c1tXv8Zr3Yb5A",
        "since Monday 11 May, 08:58");
  }

  static PeopleView people() {
    List<PeopleView.Team> teams =
        List.of(
            new PeopleView.Team(1, "Front desk", 3, true),
            new PeopleView.Team(2, "Norwick repairs", 4, true),
            new PeopleView.Team(3, "Night line", 0, false));
    return new PeopleView(
        page(),
        List.of(
            new PeopleView.Person(
                9,
                "Hanna Lindqvist",
                "hanna@fernhill.example",
                "lead",
                List.of("Front desk", "Norwick repairs"),
                "today 13:58",
                false,
                false),
            new PeopleView.Person(
                7,
                "Priya Nair",
                "priya@fernhill.example",
                "agent",
                List.of("Front desk"),
                "now",
                false,
                true),
            new PeopleView.Person(
                8,
                "Tom Okafor",
                "tom@fernhill.example",
                "agent",
                List.of("Front desk"),
                "today 14:02",
                false,
                false),
            new PeopleView.Person(
                6,
                "Ingrid Moe",
                "ingrid@fernhill.example",
                "agent",
                List.of(),
                "3 March",
                true,
                false)),
        teams,
        List.of(Choice.of("agent", "Agent"), Choice.of("lead", "Lead")),
        Form.blank(),
        "https://desk.fernhill.example/first-start/Yk3nVQ2mR8uLw0pZ5sTq1A",
        true);
  }

  static ProfileView profile() {
    return new ProfileView(
        page(),
        "Priya Nair",
        "priya@fernhill.example",
        "agent",
        List.of("Front desk"),
        Form.blank(),
        true,
        List.of(
            new ProfileView.Session(
                "Firefox on Linux",
                "since today 08:58",
                "last seen today 09:40",
                "by passkey",
                "192.0.2.7",
                "0",
                true),
            new ProfileView.Session(
                "Chrome on Android",
                "since Monday 11 May, 17:40",
                "last seen Monday 11 May, 18:02",
                "by password and code",
                "198.51.100.4",
                "1",
                false)));
  }

  static HeldView held(boolean tray, List<HeldView.Item> items) {
    return new HeldView(page(), tray, items, Rest.NOTHING);
  }

  static List<HeldView.Item> quarantined() {
    return List.of(
        new HeldView.Item(
            1,
            "j.adeyemi@mail.example",
            "Re: Your dishwasher [4127]",
            "Unknown sender on case 4127",
            due("12T13:40"),
            "09:40"),
        new HeldView.Item(
            2,
            "Fernhill Support <support@fernhi11.example>",
            "Your account needs attention",
            "Sender looks like us and is not",
            due("12T14:40"),
            "10:40"),
        new HeldView.Item(
            3,
            "unknown",
            "(no subject)",
            "The message could not be read",
            due("12T17:10"),
            "13:10"));
  }

  static HeldItemView item() {
    return new HeldItemView(
        page(),
        1,
        false,
        "j.adeyemi@mail.example",
        "Re: Your dishwasher [4127]",
        "Tuesday 12 May, 09:40",
        due("12T13:40"),
        List.of(
            "It answers case 4127, but nobody in that case has this address.",
            "Its reply address is genuine: whoever wrote it has seen our message. That says where it belongs, not who wrote it."),
        List.of(
            new HeldItemView.Header("From", "J Adeyemi <j.adeyemi@mail.example>"),
            new HeldItemView.Header("To", "help+4127.9f2c81@fernhill.example"),
            new HeldItemView.Header("Message-ID", "<CAF8d.0031.7712@mail.example>"),
            new HeldItemView.Header("Date", "Tue, 12 May 2026 09:39:51 +0100")),
        "Hello, I am Ruth’s brother. She asked me to say that Thursday suits her better, and that the man should ring twice.",
        "/held/1/html",
        List.of(new HeldItemView.File("hall.jpg", "640 kB", "/z")),
        "/held/1/raw",
        "4127",
        null,
        null,
        Form.blank());
  }

  static HealthView health(Page page, boolean well) {
    List<HealthView.Finding> found =
        well
            ? List.of()
            : List.of(
                new HealthView.Finding("Case 4133 is open and nobody owns it.", "/cases/4133"));
    return new HealthView(
        page,
        well
            ? List.of()
            : List.of(
                "The mail door refuses new mail: the data directory is 97 % full. Free some space, or move it with AMENDS_DATA."),
        "14:06",
        List.of(
            new HealthView.Check("I1", "Every open case has an owner and a next moment", found),
            new HealthView.Check("I2", "Every promise still owed has an alarm", List.of()),
            new HealthView.Check(
                "I5",
                "Every message that was taken in is in one case, in quarantine or in the tray",
                List.of()),
            new HealthView.Check("I15", "The journal’s chain is unbroken", List.of())),
        List.of(
            new HealthView.Queue("inbound", 0, 1, 0, ""),
            new HealthView.Queue("alarm", 0, 0, 0, ""),
            new HealthView.Queue("delivery", 1204, 50, well ? 0 : 1, "4 s"),
            new HealthView.Queue("job", 0, 0, 0, "")),
        well
            ? List.of()
            : List.of(
                new HealthView.Poison(
                    "Mail 912 to the customer of case 4087",
                    7,
                    "550 No such user here",
                    "tried again at 15:02")),
        List.of(
            new HealthView.Fact("Journal", "48,216 entries, sealed up to 0.2 s ago"),
            new HealthView.Fact("Database", "PostgreSQL 18.6, embedded, 84 MB"),
            new HealthView.Fact("Mail door", "open on 127.0.0.1:2525"),
            new HealthView.Fact("Version", "0.1.0")),
        true);
  }

  static CatcherView catcher(boolean reading) {
    return new CatcherView(
        page(),
        List.of(
            new CatcherView.Mail(
                3, "ruth@adeyemi.example", "Re: Dishwasher leaks again [4127]", "09:20", reading),
            new CatcherView.Mail(
                2, "bram@dewit.example", "We have your message [4125]", "Mon 16:12", false),
            new CatcherView.Mail(
                1, "oskar@nystrom.example", "We have your message [4098]", "Sat 11:05", false)),
        reading
            ? new CatcherView.OpenMail(
                "ruth@adeyemi.example",
                "Re: Dishwasher leaks again [4127]",
                "Monday 11 May, 09:20",
                List.of(
                    new CatcherView.Header("Reply-To", "help+4127.9f2c81@fernhill.example"),
                    new CatcherView.Header("Message-ID", "<4127.0f9a1e@fernhill.example>")),
                "Dear Ruth, I am sorry. We repaired your dishwasher on Thursday and it failed again within two days; that is ours to put right.\n\nWhat happens next: Marek Dvořák visits on Tuesday between 13:00 and 15:00.",
                "/catcher/3/html")
            : null,
        Rest.NOTHING);
  }
}
